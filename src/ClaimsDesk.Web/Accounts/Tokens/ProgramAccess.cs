using ClaimsDesk.Knowledge.People.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace ClaimsDesk.Web.Accounts.Tokens;

/// <summary>What programs may read: by a token with the scope for it, or by the cookie of whoever is signed in, who may do no more with it than read.</summary>
public static class ProgramAccess
{
    /// <summary>Policy of the API and of exports.</summary>
    public const string Read = "Read";

    /// <summary>Policy of feeds.</summary>
    public const string Feeds = "Feeds";

    private const string TokenOrCookie = "TokenOrCookie";

    /// <summary>Lets tokens stand for people where one of the two policies asks, and nowhere else.</summary>
    public static void AddProgramAccess(this IServiceCollection services)
    {
        services.AddSingleton<TokenUses>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenUses>());
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddPolicyScheme(TokenOrCookie, null, options => options.ForwardDefaultSelector = context =>
                TokenAuthentication.IsIn(context.Request) || !Reads(context.Request) ? TokenAuthentication.SchemeName : IdentityConstants.ApplicationScheme);
        services.AddAuthorizationBuilder()
            .AddPolicy(Read, policy => Allow(policy, TokenScopes.Read))
            .AddPolicy(Feeds, policy => Allow(policy, TokenScopes.Read, TokenScopes.Feed));
    }

    // A cookie comes along with whatever another site makes the browser send.
    private static bool Reads(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static void Allow(AuthorizationPolicyBuilder policy, params TokenScopes[] scopes) => policy
        .AddAuthenticationSchemes(TokenOrCookie)
        .RequireAuthenticatedUser()
        .RequireAssertion(context => !context.User.HasClaim(claim => claim.Type == TokenAuthentication.NumberClaim)
            || scopes.Any(scope => context.User.HasClaim(TokenAuthentication.ScopeClaim, scope.ToString())));
}
