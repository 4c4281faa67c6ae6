namespace ClaimsDesk.Knowledge.People.Tokens;

/// <summary>What a token lets a program do. Never more than its person may.</summary>
[Flags]
public enum TokenScopes
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Read everything: the API, exports and feeds.</summary>
    Read = 1,
    /// <summary>Read feeds only. A token of this scope alone may stand in the address of a feed, since feed readers know no other place for it.</summary>
    Feed = 2,
}

/// <summary>A word by which a program acts for a person. Only its hash is kept; the word itself is shown once, when it is made.</summary>
public sealed class AccessToken
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public required string PersonId { get; init; }

    /// <summary>Whose it is.</summary>
    public Person Person { get; init; } = null!;

    /// <summary>What the person calls it: the program or the machine that uses it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the word, 64 lower-case hexadecimal digits. The word is random and long, so that a slow hash would add nothing.</summary>
    public required string Hash { get; init; }

    /// <summary>What it is good for.</summary>
    public required TokenScopes Scopes { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it stops working, UTC; null for never.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>When it was last used, UTC, to half a minute; null for never.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>When it was revoked, UTC; null while it works.</summary>
    public DateTime? RevokedAt { get; set; }
}
