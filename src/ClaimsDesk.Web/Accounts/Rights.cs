using System.Security.Claims;
using ClaimsDesk.Knowledge.People;
using Microsoft.AspNetCore.Authorization;

namespace ClaimsDesk.Web.Accounts;

/// <summary>Who may see which page. What may be done is checked again where it is done, in the knowledge base.</summary>
public static class Rights
{
    /// <summary>Policy of what editors and administrators may do.</summary>
    public const string Editor = "Editor";

    /// <summary>Policy of what only administrators may do.</summary>
    public const string Admin = "Admin";

    /// <summary>Every page asks for sign-in unless it says otherwise; the two policies ask for more.</summary>
    public static void AddDeskRights(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
        .AddPolicy(Editor, policy => policy.RequireRole(nameof(Role.Editor), nameof(Role.Admin)))
        .AddPolicy(Admin, policy => policy.RequireRole(nameof(Role.Admin)));

    /// <summary>The key of the person who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is.</exception>
    public static string PersonId(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The role of the person who is signed in; an analyst's where there is none.</summary>
    public static Role CurrentRole(this ClaimsPrincipal principal) =>
        Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : Role.Analyst;
}
