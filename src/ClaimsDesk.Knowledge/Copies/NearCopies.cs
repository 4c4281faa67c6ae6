using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Copies;

/// <summary>An article that is to be stored, to be compared with those that are there.</summary>
/// <param name="Article">Its record, which may not be stored yet.</param>
/// <param name="Shingles">Its shingles.</param>
/// <param name="Sketch">Their sketch.</param>
internal sealed record Compared(Article Article, Shingles Shingles, Sketch Sketch);

/// <summary>An article of which another is a near-copy.</summary>
/// <param name="Id">The article; zero where it is not stored yet.</param>
/// <param name="Title">Its headline.</param>
/// <param name="OriginId">The first article of its family; null where it is the first itself.</param>
/// <param name="OutletId">Its outlet.</param>
/// <param name="Url">Its address.</param>
/// <param name="Shingles">Its shingles.</param>
/// <param name="Bands">Its bands as far as they were asked for.</param>
/// <param name="Unstored">Its record where it is stored together with the copy.</param>
internal sealed record Original(
    int Id, string? Title, int? OriginId, int? OutletId, string? Url, Shingles Shingles, IReadOnlyCollection<long> Bands, Article? Unstored);

/// <summary>What an article is much the same as.</summary>
internal sealed record NearCopy(Original Of, double Similarity);

/// <summary>
/// Finds what articles are near-copies of: by bands that both have, then by comparing what both say. However many articles there are, a
/// bounded number is looked at.
/// </summary>
internal sealed class NearCopies(ClaimsDeskDb db)
{
    /// <summary>Of all shingles that either has, both have at least these.</summary>
    public const double LeastShared = 0.4;

    /// <summary>Or of the shorter one, where it is not too short, the longer one holds at least these.</summary>
    public const double LeastOfShorter = 0.75;

    private const int LeastForShorter = 80, MostCandidates = 8, MostRows = 5_000;

    private readonly Dictionary<long, List<Original>> _fresh = [];

    /// <summary>For each article what it is a near-copy of, among those stored and those before it in the list; null where there is nothing.</summary>
    public async Task<IReadOnlyList<NearCopy?>> FindAsync(IReadOnlyList<Compared> articles, CancellationToken cancellationToken)
    {
        var bands = articles.SelectMany(a => a.Sketch.Bands).Distinct().ToList();
        var rows = bands.Count == 0 ? [] : await db.ArticleBands.AsNoTracking().Where(b => EF.Parameter(bands).Contains(b.Band)).OrderBy(b => b.ArticleId).Take(MostRows)
            .Select(b => new { b.Band, b.ArticleId }).ToListAsync(cancellationToken);
        var byBand = rows.ToLookup(r => r.Band, r => r.ArticleId);
        var candidates = articles.Select(a => a.Sketch.Bands.SelectMany(b => byBand[b]).CountBy(id => id)
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostCandidates).Select(c => c.Key).ToList()).ToList();
        var stored = await LoadAsync([.. candidates.SelectMany(c => c).Distinct()], rows.ToLookup(r => r.ArticleId, r => r.Band), cancellationToken);
        var found = new List<NearCopy?>();
        for (var i = 0; i < articles.Count; i++)
        {
            var article = articles[i];
            var fresh = article.Sketch.Bands.SelectMany(b => _fresh.GetValueOrDefault(b) ?? []).Distinct().ToList();
            found.Add(Best(article.Shingles, candidates[i].Where(stored.ContainsKey).Select(id => stored[id]).Concat(fresh)));
            Remember(article);
        }
        return found;
    }

    /// <summary>Whether two texts are near-copies.</summary>
    public static bool IsNear(Shingles one, Shingles other) =>
        one.SharedOfAll(other) >= LeastShared
        || (Math.Min(one.Count, other.Count) >= LeastForShorter && one.SharedOfShorter(other) >= LeastOfShorter);

    private void Remember(Compared article)
    {
        var original = new Original(0, article.Article.Title, null, null, article.Article.Url, article.Shingles, article.Sketch.Bands, article.Article);
        foreach (var band in article.Sketch.Bands)
        {
            if (_fresh.TryGetValue(band, out var others)) others.Add(original);
            else _fresh[band] = [original];
        }
    }

    private static NearCopy? Best(Shingles shingles, IEnumerable<Original> candidates) => candidates
        .Where(c => IsNear(shingles, c.Shingles))
        .Select(c => new NearCopy(c, shingles.SharedOfAll(c.Shingles)))
        .MaxBy(c => c.Similarity);

    private async Task<Dictionary<int, Original>> LoadAsync(List<int> ids, ILookup<int, long> bands, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.Title, a.OriginId, a.OutletId, a.Url, a.Body, a.Blocks, a.SourceFile.Text }).ToListAsync(cancellationToken);
        return articles.ToDictionary(a => a.Id, a => new Original(
            a.Id, a.Title, a.OriginId, a.OutletId, a.Url, Shingles.Of(a.Text, a.Body, a.Blocks), [.. bands[a.Id]], null));
    }
}
