using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Filters.Keys;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Articles;

/// <summary>Which articles to list.</summary>
public sealed record ArticleFilter
{
    /// <summary>How many articles a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>Words that stand together in the headline or the text; null or blank for any.</summary>
    public string? Words { get; init; }

    /// <summary>The outlet; null for any.</summary>
    public Pick? Outlet { get; init; }

    /// <summary>The days of publication; null for any.</summary>
    public DateSpan? Published { get; init; }

    /// <summary>The import; null for any.</summary>
    public int? Batch { get; init; }

    /// <summary>The page, from one.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>An article as a list shows it.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its headline, where it has one.</param>
/// <param name="OutletId">Its outlet, where known.</param>
/// <param name="Outlet">The outlet's name.</param>
/// <param name="Published">The day of publication, where known.</param>
/// <param name="Agencies">Wire services it credits.</param>
/// <param name="Claims">How many claims it holds.</param>
/// <param name="Sources">How many different sources they have.</param>
/// <param name="FileName">The file it came in.</param>
/// <param name="BatchId">The import that brought it.</param>
/// <param name="ImportedAt">When, UTC.</param>
public sealed record ArticleRow(
    int Id, string? Title, int? OutletId, string? Outlet, DateOnly? Published, IReadOnlyList<string> Agencies, int Claims, int Sources,
    string FileName, int BatchId, DateTime ImportedAt);

/// <summary>A page of articles.</summary>
/// <param name="Articles">The articles, the newest first; those without a date last.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="HasMore">Whether there is a next page.</param>
public sealed record ArticlePage(IReadOnlyList<ArticleRow> Articles, BoundedCount Count, bool HasMore);

/// <summary>Lists articles.</summary>
public sealed class ArticleList(IDbContextFactory<ClaimsDeskDb> database)
{
    /// <summary>The page that the filter means.</summary>
    public async Task<ArticlePage> FindAsync(ArticleFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var articles = Keep(db, filter);
        var page = articles
            .OrderBy(a => a.Published == null).ThenByDescending(a => a.Published).ThenByDescending(a => a.SourceFileId).ThenBy(a => a.Position)
            .Skip((Math.Max(1, filter.Page) - 1) * ArticleFilter.PageSize);
        return await PageAsync(articles, page, ArticleFilter.PageSize, cancellationToken);
    }

    /// <summary>
    /// Articles in the order of their numbers, beyond <paramref name="after"/>: for who reads them all, page by page, while others are
    /// brought in. The filter's page does not count.
    /// </summary>
    public async Task<ArticlePage> ByNumberAsync(ArticleFilter filter, int after, int size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var articles = Keep(db, filter);
        return await PageAsync(articles, articles.Where(a => a.Id > after).OrderBy(a => a.Id), size, cancellationToken);
    }

    private static async Task<ArticlePage> PageAsync(IQueryable<Article> all, IQueryable<Article> page, int size, CancellationToken cancellationToken)
    {
        var count = await all.Take(BoundedCount.Bound + 1).CountAsync(cancellationToken);
        var rows = await page.Take(size + 1)
            .Select(a => new ArticleRow(
                a.Id, a.Title, a.OutletId, a.Outlet == null ? null : a.Outlet.Name, a.Published, a.Agencies,
                a.Claims.Count, a.Claims.Select(c => c.SourceId).Distinct().Count(),
                a.SourceFile.FileName, a.SourceFile.BatchId, a.SourceFile.ImportedAt))
            .ToListAsync(cancellationToken);
        return new ArticlePage([.. rows.Take(size)], BoundedCount.Of(count), rows.Count > size);
    }

    private static IQueryable<Article> Keep(ClaimsDeskDb db, ArticleFilter filter)
    {
        var articles = db.Articles.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var pattern = Matching.Containing(filter.Words.Trim());
            articles = articles.Where(a => EF.Functions.Like(a.Title ?? "", pattern, Matching.Escape)
                || EF.Functions.Like(a.SourceFile.Text, pattern, Matching.Escape));
        }
        if (filter.Outlet is { } outlet)
        {
            var outlets = TellerKeys.SourceIds(outlet, db);
            articles = articles.Where(a => a.OutletId != null && outlets.Contains(a.OutletId.Value));
        }
        if (filter.Published is { } published) articles = articles.Where(a => a.Published >= published.First && a.Published <= published.Last);
        if (filter.Batch is { } batch) articles = articles.Where(a => a.SourceFile.BatchId == batch);
        return articles;
    }
}
