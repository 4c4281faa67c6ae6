using System.Security.Claims;
using System.Text.Encodings.Web;
using ClaimsDesk.Knowledge.People.Tokens;
using ClaimsDesk.Web.Exports;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ClaimsDesk.Web.Accounts.Tokens;

/// <summary>
/// Knows who asks by a token in the header (<c>Authorization: Bearer …</c>). The address may carry one too (<c>?token=…</c>), but only
/// one that reads nothing but feeds: addresses end up in logs and histories.
/// </summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, AccessTokens tokens, TokenUses uses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "Token";

    /// <summary>The key of an address that may hold a feed's token.</summary>
    public const string QueryKey = "token";

    /// <summary>The kind of claim that holds the number of the token.</summary>
    public const string NumberClaim = "token";

    /// <summary>The kind of claim that holds a scope.</summary>
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    /// <summary>Whether a request brings a token, be it good or bad.</summary>
    public static bool IsIn(HttpRequest request) =>
        IsInHeader(request) || (request.Query.ContainsKey(QueryKey) && request.Path == ClaimFeed.Path);

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var isInHeader = IsInHeader(Request);
        var word = isInHeader ? Request.Headers.Authorization.ToString()[Bearer.Length..].Trim() : Request.Query[QueryKey].ToString();
        if (word.Length == 0) return AuthenticateResult.NoResult();
        var holder = await tokens.HolderAsync(word, Context.RequestAborted);
        if (holder is null) return AuthenticateResult.Fail("The token is unknown, revoked or expired, or its account is disabled.");
        if (!isInHeader && holder.Scopes != TokenScopes.Feed)
            return AuthenticateResult.Fail("Only a token that reads nothing but feeds may stand in an address. Send this one in the Authorization header.");
        uses.Note(holder.TokenId);
        return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(holder), Scheme.Name));
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        Response.Headers.Append(HeaderNames.WWWAuthenticate, failure is null ? "Bearer" : "Bearer error=\"invalid_token\"");
        await TypedResults.Problem(
            failure?.Message ?? "Send a token: Authorization: Bearer …", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer error=\"insufficient_scope\"");
        await TypedResults.Problem("The token is not good for this. Make one with the scope it takes.", statusCode: StatusCodes.Status403Forbidden)
            .ExecuteAsync(Context);
    }

    private static bool IsInHeader(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    private ClaimsPrincipal PrincipalOf(TokenHolder holder)
    {
        var identity = new ClaimsIdentity(Scheme.Name);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, holder.PersonId));
        identity.AddClaim(new Claim(ClaimTypes.Name, holder.PersonName));
        identity.AddClaim(new Claim(ClaimTypes.Role, holder.Role.ToString()));
        identity.AddClaim(new Claim(NumberClaim, holder.TokenId.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var scope in Enum.GetValues<TokenScopes>().Where(s => s != TokenScopes.None && holder.Scopes.HasFlag(s)))
            identity.AddClaim(new Claim(ScopeClaim, scope.ToString()));
        return new ClaimsPrincipal(identity);
    }
}
