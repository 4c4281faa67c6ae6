using ClaimsDesk.Knowledge.People.Tokens;

namespace ClaimsDesk.Web.Accounts.Tokens;

/// <summary>Scopes in plain English.</summary>
public static class TokenScopeWords
{
    /// <summary>What a token of these scopes is for.</summary>
    public static string InWords(this TokenScopes scopes) =>
        scopes.HasFlag(TokenScopes.Read) ? "API, exports and feeds" : "feeds only, in a feed reader";
}
