namespace ClaimsDesk.Knowledge.People.Tokens;

/// <summary>A token that is to be made.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Scopes">What it is to be good for.</param>
/// <param name="Lifetime">How long it is to work; null for ever.</param>
public sealed record TokenWish(string Name, TokenScopes Scopes, TimeSpan? Lifetime);

/// <summary>What came of the wish for a token. There is nothing else that can come of it.</summary>
public abstract record TokenResult
{
    private TokenResult() { }

    /// <summary>It is made.</summary>
    /// <param name="Word">The token itself, to be shown now and never again.</param>
    /// <param name="PersonName">Whose it is.</param>
    /// <param name="ExpiresAt">When it stops working, UTC; null for never.</param>
    public sealed record Made(string Word, string PersonName, DateTime? ExpiresAt) : TokenResult;

    /// <summary>Nothing was made.</summary>
    /// <param name="Reason">One sentence: what is wrong, and the cure.</param>
    public sealed record Refused(string Reason) : TokenResult;
}

/// <summary>A token as its person sees it.</summary>
/// <param name="Id">The token.</param>
/// <param name="Name">What it is called.</param>
/// <param name="PersonName">Whose it is.</param>
/// <param name="Scopes">What it is good for.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ExpiresAt">When it stops working, UTC; null for never.</param>
/// <param name="LastUsedAt">When it was last used, UTC, to half a minute; null for never.</param>
public sealed record TokenRow(
    int Id, string Name, string PersonName, TokenScopes Scopes, DateTime CreatedAt, DateTime? ExpiresAt, DateTime? LastUsedAt);

/// <summary>Who acts by a token.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="PersonId">The person.</param>
/// <param name="PersonName">The person's name.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Scopes">What the token is good for.</param>
public sealed record TokenHolder(int TokenId, string PersonId, string PersonName, Role Role, TokenScopes Scopes);
