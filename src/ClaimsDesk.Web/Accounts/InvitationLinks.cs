using ClaimsDesk.Knowledge.People;
using Microsoft.AspNetCore.Identity;

namespace ClaimsDesk.Web.Accounts;

/// <summary>
/// Links that let one person choose a password, once: to accept an invitation, or because the old one is forgotten. They are sealed
/// with the person's security stamp, which changes when a password is chosen or another link is made.
/// </summary>
public sealed class InvitationLinks(IServiceScopeFactory scopes)
{
    /// <summary>The path of a new link for a person, without a leading slash; null where there is no such person.</summary>
    public async Task<string?> NewAsync(string personId)
    {
        // A scope of its own: a page lives for hours, and what it once loaded would not be what is stored.
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = await people.FindByIdAsync(personId);
        if (person is null) return null;
        var token = await people.GeneratePasswordResetTokenAsync(person);
        return $"invitation?person={Uri.EscapeDataString(person.Id)}&token={Uri.EscapeDataString(token)}";
    }

    /// <summary>Whom a link is for, or null when it does not work.</summary>
    public static async Task<Person?> PersonAsync(UserManager<Person> people, string? personId, string? token)
    {
        if (string.IsNullOrEmpty(personId) || string.IsNullOrEmpty(token)) return null;
        var person = await people.FindByIdAsync(personId);
        if (person is null || person.Disabled) return null;
        var provider = people.Options.Tokens.PasswordResetTokenProvider;
        return await people.VerifyUserTokenAsync(person, provider, UserManager<Person>.ResetPasswordTokenPurpose, token) ? person : null;
    }
}
