using System.Globalization;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.People.Tokens;

/// <summary>Makes tokens, knows whom they stand for, and revokes them.</summary>
public sealed class AccessTokens(WriteGate gate, IDbContextFactory<ClaimsDeskDb> database, TimeProvider clock)
{
    /// <summary>How many working tokens a person may have.</summary>
    public const int Most = 50;

    private const int LongestName = 60;

    /// <summary>Makes a token for the person who asks.</summary>
    /// <exception cref="NotAllowedException">The person is unknown or disabled.</exception>
    public async Task<TokenResult> MakeAsync(string personId, TokenWish wish, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        await using var write = await gate.EnterAsync(cancellationToken);
        var person = await write.ActingAsync(personId, Role.Analyst, cancellationToken);
        return await MakeAsync(write, person, personId, wish, cancellationToken);
    }

    /// <summary>
    /// Makes a token from the machine itself, whose user may read and write the database anyway. Where no person is named, it is for
    /// the one who bears the name of the token, else for the only administrator.
    /// </summary>
    public async Task<TokenResult> MakeFromMachineAsync(string? personName, TokenWish wish, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        await using var write = await gate.EnterAsync(cancellationToken);
        var person = await FindAsync(write.Db, personName ?? wish.Name, cancellationToken)
            ?? (personName is null ? await OnlyAdminAsync(write.Db, cancellationToken) : null);
        return person switch
        {
            null when personName is null => new TokenResult.Refused(
                $"Nobody is called “{wish.Name}”, and there is not just one administrator to make a token of that name for. Say whose it is with --person."),
            null => new TokenResult.Refused($"Nobody is called “{personName}”. Make the account first: claimsdesk user add."),
            { Disabled: true } => new TokenResult.Refused($"The account of {person.UserName} is disabled. Enable it first, on the People page."),
            _ => await MakeAsync(write, person, null, wish, cancellationToken),
        };
    }

    /// <summary>Whom a token stands for at this moment; null when it is unknown, revoked or expired, or its person is disabled.</summary>
    public async Task<TokenHolder?> HolderAsync(string? word, CancellationToken cancellationToken = default)
    {
        if (!TokenWord.IsOne(word)) return null;
        var (hash, now) = (TokenWord.Hash(word!), Now);
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await Working(db, now).Where(t => t.Hash == hash && !t.Person.Disabled)
            .Select(t => new TokenHolder(t.Id, t.PersonId, t.Person.UserName!, t.Person.Role, t.Scopes))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether a person may read at this moment, and the token by which he does, if any, still works.</summary>
    public async Task<bool> MayStillReadAsync(string personId, int? tokenId, CancellationToken cancellationToken = default)
    {
        var now = Now;
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await db.MayAsync(personId, Role.Analyst, cancellationToken)
            && (tokenId is null || await Working(db, now).AnyAsync(t => t.Id == tokenId, cancellationToken));
    }

    /// <summary>The tokens of a person that are not revoked, the newest first; of everybody where none is named.</summary>
    public async Task<IReadOnlyList<TokenRow>> ListAsync(string? personId, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await db.AccessTokens.AsNoTracking()
            .Where(t => t.RevokedAt == null && (personId == null || t.PersonId == personId))
            .OrderByDescending(t => t.Id)
            .Select(t => new TokenRow(t.Id, t.Name, t.Person.UserName!, t.Scopes, t.CreatedAt, t.ExpiresAt, t.LastUsedAt))
            .Take(1_000)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Revokes a token of the person who asks; an administrator may revoke anybody's. False when there is no such token.</summary>
    /// <exception cref="NotAllowedException">The person is unknown or disabled.</exception>
    public async Task<bool> RevokeAsync(string personId, int tokenId, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        var person = await write.ActingAsync(personId, Role.Analyst, cancellationToken);
        return await RevokeAsync(write, personId, tokenId, t => person.Role == Role.Admin || t.PersonId == personId, cancellationToken);
    }

    /// <summary>Revokes a token from the machine itself. False when there is no such token.</summary>
    public async Task<bool> RevokeFromMachineAsync(int tokenId, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        return await RevokeAsync(write, null, tokenId, _ => true, cancellationToken);
    }

    /// <summary>Notes when tokens were last used, UTC.</summary>
    public async Task NoteUseAsync(IReadOnlyDictionary<int, DateTime> lastUsed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lastUsed);
        if (lastUsed.Count == 0) return;
        await using var write = await gate.EnterAsync(cancellationToken);
        foreach (var (id, at) in lastUsed)
            await write.Db.AccessTokens.Where(t => t.Id == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, at), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static IQueryable<AccessToken> Working(ClaimsDeskDb db, DateTime now) =>
        db.AccessTokens.AsNoTracking().Where(t => t.RevokedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now));

    private async Task<TokenResult> MakeAsync(Write write, Person person, string? actorId, TokenWish wish, CancellationToken cancellationToken)
    {
        var (now, name) = (Now, wish.Name.Trim());
        if (await WhyNotAsync(write.Db, person, name, wish, now, cancellationToken) is { } reason) return new TokenResult.Refused(reason);
        var word = TokenWord.New();
        var token = new AccessToken
        {
            PersonId = person.Id,
            Name = name,
            Hash = TokenWord.Hash(word),
            Scopes = wish.Scopes,
            CreatedAt = now,
            ExpiresAt = now + wish.Lifetime,
        };
        write.Db.AccessTokens.Add(token);
        Note(write, now, actorId, person.Id, null, InWords(token));
        await write.CommitAsync(cancellationToken);
        return new TokenResult.Made(word, person.UserName!, token.ExpiresAt);
    }

    private static async Task<string?> WhyNotAsync(
        ClaimsDeskDb db, Person person, string name, TokenWish wish, DateTime now, CancellationToken cancellationToken)
    {
        if (name.Length is 0 or > LongestName || name.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format))
            return $"A token's name has 1 to {LongestName} characters, all of them visible.";
        if (wish.Scopes == TokenScopes.None) return "A token that may do nothing is of no use. Choose what it is for.";
        if (wish.Lifetime <= TimeSpan.Zero) return "A token works for a day at least.";
        return await Working(db, now).CountAsync(t => t.PersonId == person.Id, cancellationToken) >= Most
            ? $"Nobody may have more than {Most} tokens. Revoke one that is not used."
            : null;
    }

    private async Task<bool> RevokeAsync(Write write, string? actorId, int tokenId, Func<AccessToken, bool> mayBe, CancellationToken cancellationToken)
    {
        var token = await write.Db.AccessTokens.SingleOrDefaultAsync(t => t.Id == tokenId && t.RevokedAt == null, cancellationToken);
        if (token is null || !mayBe(token)) return false;
        token.RevokedAt = Now;
        Note(write, Now, actorId, token.PersonId, InWords(token), null);
        await write.CommitAsync(cancellationToken);
        return true;
    }

    private static Task<Person?> FindAsync(ClaimsDeskDb db, string name, CancellationToken cancellationToken)
    {
        var normalized = new UpperInvariantLookupNormalizer().NormalizeName(name.Trim());
        return db.Users.SingleOrDefaultAsync(p => p.NormalizedUserName == normalized, cancellationToken);
    }

    private static async Task<Person?> OnlyAdminAsync(ClaimsDeskDb db, CancellationToken cancellationToken) =>
        await db.Users.Where(p => p.Role == Role.Admin && !p.Disabled).Take(2).ToListAsync(cancellationToken) is [var only] ? only : null;

    private static string InWords(AccessToken token) => string.Create(CultureInfo.InvariantCulture,
        $"{token.Name} ({token.Scopes.ToString().ToLowerInvariant()}{(token.ExpiresAt is { } end ? $", until {end:yyyy-MM-dd}" : "")})");

    private static void Note(Write write, DateTime at, string? actorId, string personId, string? old, string? now) =>
        write.Db.AuditEntries.Add(new AuditEntry
        {
            At = at,
            PersonId = actorId,
            Subject = AuditSubject.Person,
            SubjectId = personId,
            Field = "token",
            Old = old,
            New = now,
        });
}
