using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>Finds the claims that a filter means, a page at a time.</summary>
public sealed class ClaimSearch(IDbContextFactory<ClaimsDeskDb> database, ClaimMemory memory, TimeProvider clock)
{
    // Whoever bears one name may go by many: more than these are not looked for in every row.
    private const int MostNames = 200;

    /// <summary>The page of claims that the filter means; the first one where the claim to read on from is gone.</summary>
    public async Task<ClaimPage> FindAsync(ClaimFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var startsAnew = !await db.HasPlaceAsync(filter, cancellationToken);
        if (startsAnew) filter = filter.FromStart();
        var rows = await RememberedPageAsync(filter, db, cancellationToken) is { } ids
            ? await RememberedAsync(ids, db, cancellationToken)
            : await StoredAsync(filter, db, cancellationToken);
        var shown = rows.Take(filter.Size).ToList();
        return new ClaimPage(shown, rows.Count > filter.Size ? filter with { After = shown[^1].Id } : null)
        {
            StartsAnew = startsAnew,
            Reasons = await MatchReasons.OfAsync(filter, shown, db, cancellationToken),
        };
    }

    /// <summary>How many claims the filter means on all its pages: exactly where the claims are in memory, else up to a bound.</summary>
    public async Task<BoundedCount> CountAsync(ClaimFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        if (await memory.SelectAsync(filter, Scope(db), cancellationToken) is { } selection) return new BoundedCount(selection.Count, false);
        var count = await db.Claims.Keep(filter, Scope(db)).Take(BoundedCount.Bound + 1).CountAsync(cancellationToken);
        return BoundedCount.Of(count);
    }

    /// <summary>How many claims the filter means on all its pages, counted to the end: on request only, for it may take seconds.</summary>
    public async Task<BoundedCount> CountAllAsync(ClaimFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        if (await memory.SelectAsync(filter, Scope(db), cancellationToken) is { } selection) return new BoundedCount(selection.Count, false);
        return new BoundedCount(await db.Claims.Keep(filter, Scope(db)).CountAsync(cancellationToken), false);
    }

    /// <summary>
    /// What the claims divide into, with numbers. A facet of records shows the <paramref name="shown"/> most frequent ones. Of the facets,
    /// those of the <paramref name="keys"/> are counted; all where none are named.
    /// </summary>
    /// <exception cref="ArgumentException">A key is none of <see cref="ClaimFacets.Keys"/>.</exception>
    public async Task<ClaimFacets> FacetsAsync(
        ClaimFilter filter, int shown = 8, IReadOnlyCollection<string>? keys = null, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await (await FacetsAsync(filter, shown, null, db, cancellationToken)).CountAsync(keys ?? ClaimFacets.Keys);
    }

    /// <summary>One facet, of records only those whose names contain the words: the values that are looked for among too many to list.</summary>
    /// <exception cref="ArgumentException">The key is none of <see cref="ClaimFacets.Keys"/>.</exception>
    public async Task<Facet> FacetAsync(ClaimFilter filter, string key, string? containing, int shown, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await (await FacetsAsync(filter, shown, containing, db, cancellationToken)).FacetAsync(key);
    }

    private async Task<FacetCounts> FacetsAsync(ClaimFilter filter, int shown, string? containing, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var scope = Scope(db);
        Tally tally = await memory.SelectAsync(filter, scope, cancellationToken) is { } selection
            ? new MemoryTally(memory, selection, db, cancellationToken)
            : new StoredTally(filter, scope, cancellationToken);
        return new FacetCounts(filter, shown, containing, tally, scope, cancellationToken);
    }

    /// <summary>The claims of the filter's page, in order, and one more where there is one; null where the claims are not in memory.</summary>
    internal async Task<IReadOnlyList<int>?> RememberedPageAsync(ClaimFilter filter, ClaimsDeskDb db, CancellationToken cancellationToken) =>
        await memory.SelectAsync(filter, Scope(db), cancellationToken) is { } selection
            ? await memory.ReadAsync(() => selection.Page(filter.Sort, filter.After, filter.Size + 1), cancellationToken)
            : null;

    private async Task<IReadOnlyList<ClaimRow>> StoredAsync(ClaimFilter filter, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var page = db.Claims.Keep(filter, Scope(db)).InOrder(filter.Sort);
        if (filter.After is { } after) page = await page.BeyondAsync(after, filter.Sort, db, cancellationToken);
        return await ClaimRows.ReadAsync(page.Take(filter.Size + 1), db, cancellationToken);
    }

    private static async Task<IReadOnlyList<ClaimRow>> RememberedAsync(IReadOnlyList<int> ids, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var rows = (await ClaimRows.ReadAsync(db.Claims.Where(c => EF.Parameter(ids).Contains(c.Id)), db, cancellationToken)).ToDictionary(row => row.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>The filter in plain English. What it picks by number gets its name.</summary>
    public async Task<ClaimSentence> DescribeAsync(ClaimFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var sources = Numbers(filter.Sources.Values.Concat(filter.Ends.Values).Concat(filter.Outlets.Values));
        var actors = Numbers(filter.Actors.Values.Concat(filter.Places.Values));
        var articles = filter.Articles.Values.ToList();
        var batches = filter.Batches.Values.ToList();
        var names = new FilterNames(
            sources.Count == 0 ? FilterNames.None.Sources : await db.Sources.Where(s => sources.Contains(s.Id))
                .ToDictionaryAsync(s => s.Id, s => Teller.Shown(s.Name, s.Kind), cancellationToken),
            actors.Count == 0 ? FilterNames.None.Actors : await db.Actors.Where(a => actors.Contains(a.Id))
                .ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken),
            articles.Count == 0 ? FilterNames.None.Articles : await db.Articles.Where(a => articles.Contains(a.Id) && a.Title != null)
                .Select(a => new { a.Id, a.Title }).ToDictionaryAsync(a => a.Id, a => a.Title!, cancellationToken),
            batches.Count == 0 ? FilterNames.None.Batches : await db.ImportBatches.Where(b => batches.Contains(b.Id))
                .ToDictionaryAsync(b => b.Id, b => b.Name, cancellationToken));
        return ClaimSentence.Of(filter, names with { Bearers = await BearersAsync(filter, db, cancellationToken) });
    }

    /// <summary>What the filter looks for, to be marked where claims are shown; null where it looks for nothing.</summary>
    public async Task<SoughtWords?> SoughtAsync(ClaimFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var picks = filter.Actors.Concat(filter.Places).Where(c => c.Sense != Sense.NoneOf && !c.Value.IsNone).Select(c => c.Value).ToList();
        return SoughtWords.Of(filter, picks.Count == 0 ? [] : await NamesAsync(picks, cancellationToken));
    }

    private async Task<List<string>> NamesAsync(List<Pick> picks, CancellationToken cancellationToken)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var all = db.Set<ActorName>();
        var keys = picks.Where(p => p.Name is not null).Select(p => NameKey.Of(p.Name!)).ToList();
        var actors = Numbers(picks);
        if (keys.Count > 0) actors.AddRange(await all.Where(n => keys.Contains(n.NameKey)).Select(n => n.ActorId).Distinct().Take(MostNames).ToListAsync(cancellationToken));
        return await all.Where(n => actors.Contains(n.ActorId)).OrderBy(n => n.Id).Select(n => n.Name).Take(MostNames).ToListAsync(cancellationToken);
    }

    // Whose names those are that actors and places are picked by, where they go by another.
    private static async Task<IReadOnlyDictionary<string, string>> BearersAsync(ClaimFilter filter, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var keys = filter.Actors.Values.Concat(filter.Places.Values).Where(p => p.Name is not null).Select(p => NameKey.Of(p.Name!)).Distinct().ToList();
        if (keys.Count == 0) return FilterNames.None.Bearers;
        var bearers = await db.Set<ActorName>().Where(n => keys.Contains(n.NameKey))
            .Join(db.Actors, n => n.ActorId, a => a.Id, (n, a) => new { n.NameKey, a.Name }).Distinct()
            .OrderBy(n => n.Name).Take(BoundedCount.Bound).ToListAsync(cancellationToken);
        return bearers.GroupBy(n => n.NameKey).Where(names => names.All(n => NameKey.Of(n.Name) != names.Key))
            .ToDictionary(names => names.Key, names => string.Join(", ", names.Select(n => n.Name)));
    }

    private FilterScope Scope(ClaimsDeskDb db) => new(db, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private static List<int> Numbers(IEnumerable<Pick> picks) => [.. picks.Where(p => p.Id is not null).Select(p => p.Id!.Value)];
}
