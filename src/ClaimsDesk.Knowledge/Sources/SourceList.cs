using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Sources;

/// <summary>The order of a list of sources.</summary>
public enum SourceOrder
{
    /// <summary>Those who tell most first.</summary>
    Claims,
    /// <summary>By name.</summary>
    Name,
}

/// <summary>Which sources to list.</summary>
public sealed record SourceFilter
{
    /// <summary>How many sources a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>A part of the name; null or blank for any.</summary>
    public string? Words { get; init; }

    /// <summary>The kinds; none for any.</summary>
    public Choices<SourceKind> Kinds { get; init; } = [];

    /// <summary>The grades, null standing for not rated; none for any.</summary>
    public Choices<Reliability?> Reliability { get; init; } = [];

    /// <summary>The order.</summary>
    public SourceOrder Sort { get; init; }

    /// <summary>The page, from one.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>A source as a list shows it.</summary>
/// <param name="Id">The source.</param>
/// <param name="Name">Its name, or its wording where it has none.</param>
/// <param name="Kind">What sort of source it is.</param>
/// <param name="Affiliation">What an unnamed one belongs to.</param>
/// <param name="Count">How many they are, where stated.</param>
/// <param name="Reliability">Its grade; null is not rated.</param>
/// <param name="Claims">How many claims it tells, at any place of the chain.</param>
/// <param name="Articles">In how many articles.</param>
/// <param name="ArticleId">The article that a source without a name belongs to; null for one that articles share.</param>
/// <param name="ArticleTitle">That article's headline.</param>
public sealed record SourceRow(
    int Id, string Name, SourceKind Kind, string? Affiliation, int? Count, Reliability? Reliability, int Claims, int Articles,
    int? ArticleId, string? ArticleTitle)
{
    /// <summary>Whether it is to look unnamed.</summary>
    public bool IsUnnamed => Kind is SourceKind.Anonymous or SourceKind.Unspecified;
}

/// <summary>A page of sources.</summary>
/// <param name="Sources">The sources, in order.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="HasMore">Whether there is a next page.</param>
public sealed record SourcePage(IReadOnlyList<SourceRow> Sources, BoundedCount Count, bool HasMore);

/// <summary>Lists sources. Outlets that nobody knows are left out: there is nothing to say of them.</summary>
public sealed class SourceList(IDbContextFactory<ClaimsDeskDb> database, ClaimMemory memory)
{
    /// <summary>The page that the filter means.</summary>
    public async Task<SourcePage> FindAsync(SourceFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var sources = Keep(db, filter);
        if (filter.Sort == SourceOrder.Claims && await RememberedAsync(db, sources, filter, cancellationToken) is { } remembered) return remembered;
        var ordered = filter.Sort == SourceOrder.Name
            ? sources.OrderBy(s => s.NameKey).ThenBy(s => s.Id)
            : sources.OrderByDescending(s => db.ClaimHops.Where(h => h.SourceId == s.Id).Select(h => h.ClaimId).Distinct().Count()).ThenBy(s => s.NameKey).ThenBy(s => s.Id);
        var page = ordered.Skip((Math.Max(1, filter.Page) - 1) * SourceFilter.PageSize);
        return await PageAsync(db, sources, page, SourceFilter.PageSize, cancellationToken);
    }

    // From the counts in memory, as far down as these tell the order; the database would count the claims of every source for it.
    private async Task<SourcePage?> RememberedAsync(ClaimsDeskDb db, IQueryable<Source> sources, SourceFilter filter, CancellationToken cancellationToken)
    {
        if (await memory.CountRecordsAsync(sources: true, db, cancellationToken) is not { } counts) return null;
        var named = sources.Select(s => new NamedRecord { Id = s.Id, NameKey = s.NameKey });
        if (await counts.PageAsync(named, (Math.Max(1, filter.Page) - 1) * SourceFilter.PageSize, SourceFilter.PageSize, cancellationToken) is not { } page) return null;
        var articles = await memory.ReadAsync(() => counts.Articles(page), cancellationToken);
        var rows = await db.Sources.Where(s => page.Contains(s.Id)).Select(s => new SourceRow(
            s.Id, Teller.Shown(s.Name, s.Kind), s.Kind, s.Affiliation, s.Count, s.Reliability, 0, 0, s.ArticleId, s.Article == null ? null : s.Article.Title))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
        var count = await sources.Take(BoundedCount.Bound + 1).CountAsync(cancellationToken);
        return new SourcePage([.. page.Where(rows.ContainsKey).Select(id => rows[id] with { Claims = counts[id], Articles = articles[id] })], BoundedCount.Of(count), true);
    }

    /// <summary>
    /// Sources in the order of their numbers, beyond <paramref name="after"/>: for who reads them all, page by page, while others are
    /// brought in. The filter's page and order do not count.
    /// </summary>
    public async Task<SourcePage> ByNumberAsync(SourceFilter filter, int after, int size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var sources = Keep(db, filter);
        return await PageAsync(db, sources, sources.Where(s => s.Id > after).OrderBy(s => s.Id), size, cancellationToken);
    }

    private static async Task<SourcePage> PageAsync(
        ClaimsDeskDb db, IQueryable<Source> all, IQueryable<Source> page, int size, CancellationToken cancellationToken)
    {
        var count = await all.Take(BoundedCount.Bound + 1).CountAsync(cancellationToken);
        var rows = await Rows(db, page.Take(size + 1)).ToListAsync(cancellationToken);
        return new SourcePage([.. rows.Take(size)], BoundedCount.Of(count), rows.Count > size);
    }

    internal static IQueryable<SourceRow> Rows(ClaimsDeskDb db, IQueryable<Source> sources) => sources.Select(s => new SourceRow(
        s.Id, Teller.Shown(s.Name, s.Kind), s.Kind, s.Affiliation, s.Count, s.Reliability,
        db.ClaimHops.Where(h => h.SourceId == s.Id).Select(h => h.ClaimId).Distinct().Count(),
        db.ClaimHops.Where(h => h.SourceId == s.Id).Join(db.Claims, h => h.ClaimId, c => c.Id, (h, c) => c.ArticleId).Distinct().Count(),
        s.ArticleId, s.Article == null ? null : s.Article.Title));

    private static IQueryable<Source> Keep(ClaimsDeskDb db, SourceFilter filter)
    {
        var sources = db.Sources.AsNoTracking().Where(s => !(s.Kind == SourceKind.Outlet && s.ArticleId != null));
        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var pattern = Matching.Containing(NameKey.Of(filter.Words));
            sources = sources.Where(s => EF.Functions.Like(s.NameKey, pattern, Matching.Escape));
        }
        if (filter.Kinds.Count > 0)
        {
            var kinds = filter.Kinds.AnyOf.ToList();
            sources = sources.Where(s => kinds.Contains(s.Kind));
        }
        if (filter.Reliability.Count > 0)
        {
            var unrated = filter.Reliability.AnyOf.Contains(null);
            var grades = filter.Reliability.AnyOf.Where(g => g is not null).Select(g => g!.Value).ToList();
            sources = sources.Where(s => (unrated && s.Reliability == null) || (s.Reliability != null && grades.Contains(s.Reliability.Value)));
        }
        return sources;
    }
}
