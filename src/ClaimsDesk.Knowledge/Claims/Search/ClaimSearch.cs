using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>Finds the claims that a filter means, a page at a time.</summary>
public sealed class ClaimSearch(IDbContextFactory<ClaimsDeskDb> database)
{
    /// <summary>The page of claims that the filter means.</summary>
    public async Task<ClaimPage> FindAsync(ClaimFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var page = db.Claims.Keep(filter, db).InOrder(filter.Sort);
        if (filter.After is { } after) page = await page.BeyondAsync(after, filter.Sort, db, cancellationToken);
        var rows = await ClaimRows.ReadAsync(page.Take(filter.Size + 1), db, cancellationToken);
        return rows.Count <= filter.Size
            ? new ClaimPage(rows, null)
            : new ClaimPage([.. rows.Take(filter.Size)], filter with { After = rows[filter.Size - 1].Id });
    }

    /// <summary>How many claims the filter means on all its pages.</summary>
    public async Task<BoundedCount> CountAsync(ClaimFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var count = await db.Claims.Keep(filter, db).Take(BoundedCount.Bound + 1).CountAsync(cancellationToken);
        return new BoundedCount(Math.Min(count, BoundedCount.Bound), count > BoundedCount.Bound);
    }

    /// <summary>What the claims divide into, with numbers. A facet of records shows the <paramref name="shown"/> most frequent ones.</summary>
    public async Task<ClaimFacets> FacetsAsync(ClaimFilter filter, int shown = 8, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await new FacetCounts(filter, shown, db, cancellationToken).CountAsync();
    }

    /// <summary>The filter in plain English. What it picks by number gets its name.</summary>
    public async Task<ClaimSentence> DescribeAsync(ClaimFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var sources = Numbers(filter.Sources.Concat(filter.Ends).Concat(filter.Outlets));
        var actors = Numbers(filter.Actors.Concat(filter.Places));
        var articles = filter.Articles.ToList();
        var batches = filter.Batches.ToList();
        var names = new FilterNames(
            sources.Count == 0 ? FilterNames.None.Sources : await db.Sources.Where(s => sources.Contains(s.Id))
                .ToDictionaryAsync(s => s.Id, s => Teller.Shown(s.Name, s.Kind), cancellationToken),
            actors.Count == 0 ? FilterNames.None.Actors : await db.Actors.Where(a => actors.Contains(a.Id))
                .ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken),
            articles.Count == 0 ? FilterNames.None.Articles : await db.Articles.Where(a => articles.Contains(a.Id) && a.Title != null)
                .Select(a => new { a.Id, a.Title }).ToDictionaryAsync(a => a.Id, a => a.Title!, cancellationToken),
            batches.Count == 0 ? FilterNames.None.Batches : await db.ImportBatches.Where(b => batches.Contains(b.Id))
                .ToDictionaryAsync(b => b.Id, b => b.Name, cancellationToken));
        return ClaimSentence.Of(filter, names);
    }

    private static List<int> Numbers(IEnumerable<Pick> picks) => [.. picks.Where(p => p.Id is not null).Select(p => p.Id!.Value)];
}
