using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.People;

/// <summary>
/// What all processes of a desk must know to trust each other's cookies and links: keys that seal them, hashes of links that work once.
/// </summary>
public sealed class SharedSecret
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The secret.</summary>
    public required string Value { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime At { get; init; }
}

/// <summary>Keeps the secrets of a desk where every process of it finds them.</summary>
public sealed class SharedSecrets(IDbContextFactory<ClaimsDeskDb> database, TimeProvider clock)
{
    private const int Most = 1_000;

    /// <summary>The secrets of a purpose, in the order they were made; the newest thousand.</summary>
    public IReadOnlyList<string> Read(string purpose)
    {
        using var db = database.CreateDbContext();
        return [.. db.SharedSecrets.AsNoTracking().Where(s => s.Purpose == purpose).OrderByDescending(s => s.Id).Take(Most).Select(s => s.Value).AsEnumerable().Reverse()];
    }

    /// <summary>Adds one.</summary>
    public void Add(string purpose, string value)
    {
        using var db = database.CreateDbContext();
        db.SharedSecrets.Add(new SharedSecret { Purpose = purpose, Value = value, At = clock.GetUtcNow().UtcDateTime });
        db.SaveChanges();
    }

    /// <summary>Forgets all of a purpose.</summary>
    public void Forget(string purpose)
    {
        using var db = database.CreateDbContext();
        db.SharedSecrets.Where(s => s.Purpose == purpose).ExecuteDelete();
    }
}
