using System.ComponentModel.DataAnnotations;
using ClaimsDesk.Knowledge.People;
using Microsoft.AspNetCore.Identity;

namespace ClaimsDesk.Web.Accounts;

/// <summary>A new password, typed twice.</summary>
public class ChosenPassword
{
    /// <summary>What makes a password good enough.</summary>
    public const string Advice = "At least 10 characters; a few words are fine.";

    /// <summary>The password.</summary>
    [Required(ErrorMessage = "Type a password.")]
    public string Password { get; set; } = "";

    /// <summary>The same once more.</summary>
    [Required(ErrorMessage = "Type the password again.")]
    [Compare(nameof(Password), ErrorMessage = "The two passwords are not the same.")]
    public string Again { get; set; } = "";

    /// <summary>Why <paramref name="password"/> will not do for <paramref name="person"/>; empty when it will.</summary>
    public static async Task<IReadOnlyList<string>> RefusalsAsync(UserManager<Person> people, Person person, string password)
    {
        foreach (var validator in people.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(people, person, password)).Succeeded) return ["That password is too easy. " + Advice];
        }
        return password.Equals(person.UserName, StringComparison.OrdinalIgnoreCase) ? ["The password may not be the name."] : [];
    }
}
