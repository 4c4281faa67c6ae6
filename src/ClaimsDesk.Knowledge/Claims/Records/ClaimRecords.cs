using System.Runtime.CompilerServices;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Records;

/// <summary>A page of records.</summary>
/// <param name="Claims">The claims, in order.</param>
/// <param name="Next">The filter of the next page; null on the last one.</param>
public sealed record RecordPage(IReadOnlyList<ClaimRecord> Claims, ClaimFilter? Next);

/// <summary>
/// Reads claims with everything that goes with them: one, a page, or all that a filter means. The several commands of a reading see the
/// knowledge base as it was at one moment, so that a grade never stands beside a chain that does not explain it.
/// </summary>
public sealed class ClaimRecords(IDbContextFactory<ClaimsDeskDb> database, ClaimSearch search, TimeProvider clock)
{
    // Enough to make the commands of a batch cheap, little enough that nobody notices the memory.
    private const int BatchSize = 500;

    /// <summary>One claim; null where there is none of this number.</summary>
    public async Task<ClaimRecord?> OneAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        await using var reading = await db.BeginReadingAsync(cancellationToken);
        return (await RecordReading.ReadAsync(db.Claims.Where(c => c.Id == id), db, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The page of claims that the filter means; null where the claim to read on from is gone, since to begin anew would never end.</summary>
    public async Task<RecordPage?> PageAsync(ClaimFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var remembered = await search.RememberedPageAsync(filter, db, cancellationToken);
        await using var reading = await db.BeginReadingAsync(cancellationToken);
        if (!await db.HasPlaceAsync(filter, cancellationToken)) return null;
        var records = remembered is null ? null : await OfAsync(remembered, db, cancellationToken);
        // One of them was taken back meanwhile, and where the next page begins with it: the database knows.
        if (records is null || records.Count < remembered!.Count) records = await AfterAsync(filter, filter.After, filter.Size + 1, Scope(db), cancellationToken);
        return records.Count <= filter.Size
            ? new RecordPage(records, null)
            : new RecordPage([.. records.Take(filter.Size)], filter with { After = records[filter.Size - 1].Id });
    }

    /// <summary>The claims that the filter means which were brought in last, the newest first.</summary>
    public async Task<IReadOnlyList<ClaimRecord>> NewestAsync(ClaimFilter filter, int count, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        await using var reading = await db.BeginReadingAsync(cancellationToken);
        return await RecordReading.ReadAsync(db.Claims.Keep(filter, Scope(db)).OrderByDescending(c => c.Id).Take(count), db, cancellationToken);
    }

    /// <summary>
    /// All claims that the filter means, from the first to the last, in its order: read batch by batch, and all of them as they were
    /// when the first was read, whatever is written meanwhile.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<ClaimRecord>> AllAsync(
        ClaimFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        await using var reading = await db.BeginReadingAsync(cancellationToken);
        var scope = Scope(db);
        int? after = null;
        while (true)
        {
            var batch = await AfterAsync(filter, after, BatchSize, scope, cancellationToken);
            if (batch.Count > 0) yield return batch;
            if (batch.Count < BatchSize) yield break;
            after = batch[^1].Id;
        }
    }

    // Which they are is known already.
    private static async Task<IReadOnlyList<ClaimRecord>> OfAsync(IReadOnlyList<int> ids, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var records = (await RecordReading.ReadAsync(db.Claims.Where(c => EF.Parameter(ids).Contains(c.Id)), db, cancellationToken)).ToDictionary(record => record.Id);
        return [.. ids.Where(records.ContainsKey).Select(id => records[id])];
    }

    private static async Task<IReadOnlyList<ClaimRecord>> AfterAsync(
        ClaimFilter filter, int? after, int count, FilterScope scope, CancellationToken cancellationToken)
    {
        var claims = scope.Db.Claims.Keep(filter, scope).InOrder(filter.Sort);
        if (after is { } last) claims = await claims.BeyondAsync(last, filter.Sort, scope.Db, cancellationToken);
        return await RecordReading.ReadAsync(claims.Take(count), scope.Db, cancellationToken);
    }

    private FilterScope Scope(ClaimsDeskDb db) => new(db, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
