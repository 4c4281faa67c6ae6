using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Copies;

/// <summary>Keeps the families of near-copies whole when some of them are taken out.</summary>
internal static class Families
{
    /// <summary>Takes articles out of their families; gives those that stay without a link.</summary>
    public static async Task<List<int>> LeaveAsync(ClaimsDeskDb db, List<int> leaving, CancellationToken cancellationToken)
    {
        var linked = await db.ArticleRelations.Where(r => leaving.Contains(r.OtherId) && !leaving.Contains(r.ArticleId))
            .Select(r => r.ArticleId).Distinct().ToListAsync(cancellationToken);
        var rooted = await db.Articles.Where(a => a.OriginId != null && leaving.Contains(a.OriginId.Value) && !leaving.Contains(a.Id))
            .Select(a => a.Id).ToListAsync(cancellationToken);
        await db.ArticleRelations.Where(r => leaving.Contains(r.ArticleId) || leaving.Contains(r.OtherId)).ExecuteDeleteAsync(cancellationToken);
        await db.ArticleBands.Where(b => leaving.Contains(b.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        await db.Articles.Where(a => rooted.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.OriginId, (int?)null), cancellationToken);
        return [.. linked.Union(rooted).Order()];
    }

    /// <summary>Looks anew, in the order of their coming, what articles are near-copies of.</summary>
    public static async Task JoinAsync(ClaimsDeskDb db, List<int> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            var article = await db.Articles.Include(a => a.SourceFile).SingleAsync(a => a.Id == id, cancellationToken);
            await db.ArticleBands.Where(b => b.ArticleId == id).ExecuteDeleteAsync(cancellationToken);
            var shingles = Shingles.Of(article.SourceFile.Text, article.Body, article.Blocks);
            var compared = new Compared(article, shingles, Sketch.Of(shingles));
            var found = (await new NearCopies(db).FindAsync([compared], cancellationToken))[0];
            if (found is { Of.Id: > 0 } && found.Of.Id < id) db.ArticleRelations.Add(Join(article, found));
            foreach (var band in OwnBands(compared, found)) db.ArticleBands.Add(band);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Makes an article a member of the family of what it is a near-copy of. Both have their keys.</summary>
    public static ArticleRelation Join(Article article, NearCopy copy)
    {
        var unstored = copy.Of.Unstored;
        article.OriginId = unstored is null ? copy.Of.OriginId ?? copy.Of.Id : unstored.OriginId ?? unstored.Id;
        var sameOutlet = unstored is not null ? unstored.Outlet is not null && unstored.Outlet == article.Outlet
            : copy.Of.OutletId is { } outlet && outlet == (article.Outlet?.Id ?? article.OutletId);
        var sameAddress = article.Url is not null && article.Url == copy.Of.Url;
        return new ArticleRelation
        {
            Article = article,
            OtherId = copy.Of.Id,
            Other = unstored,
            Kind = sameOutlet || sameAddress ? RelationKind.Version : RelationKind.Copy,
            Similarity = copy.Similarity,
        };
    }

    /// <summary>The bands by which an article is to be found: those that its original does not have already.</summary>
    public static IEnumerable<ArticleBand> OwnBands(Compared article, NearCopy? copy) => article.Sketch.Bands.Distinct()
        .Where(band => copy is null || !copy.Of.Bands.Contains(band))
        .Select(band => new ArticleBand { Band = band, Article = article.Article });
}
