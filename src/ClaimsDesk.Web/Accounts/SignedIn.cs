using System.Security.Claims;
using ClaimsDesk.Knowledge.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ClaimsDesk.Web.Accounts;

/// <summary>What a cookie says about a person, and whether it still holds.</summary>
public sealed class SignedIn(UserManager<Person> people, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    /// <summary>
    /// The person as of now: the same principal when nothing changed, a new one when the role did, null when the account is gone,
    /// disabled, or was given another password since.
    /// </summary>
    public async Task<ClaimsPrincipal?> AsOfNowAsync(ClaimsPrincipal principal)
    {
        var person = await UserManager.GetUserAsync(principal);
        if (person is null || person.Disabled) return null;
        if (person.SecurityStamp != principal.FindFirstValue(Options.ClaimsIdentity.SecurityStampClaimType)) return null;
        return principal.IsInRole(person.Role.ToString()) && principal.Identity?.Name == person.UserName ? principal : await CreateAsync(person);
    }

    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        return identity;
    }
}
