using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Articles;

/// <summary>
/// Gives an article another outlet. The outlet carries every claim of the article, so the hop that comes from the page goes with it;
/// one that the text itself names stays.
/// </summary>
internal static class ArticleOutlet
{
    public static async Task ChangeAsync(ClaimsDeskDb db, Article article, string? name, CancellationToken cancellationToken)
    {
        var before = article.Outlet;
        var carrier = name is null ? await UnknownAsync(db, article, cancellationToken) : await SharedAsync(db, name, cancellationToken);
        article.Outlet = name is null ? null : carrier;
        var claims = await db.Claims.Include(c => c.Hops).ThenInclude(h => h.Source)
            .Where(c => c.ArticleId == article.Id).ToListAsync(cancellationToken);
        foreach (var claim in claims)
        {
            claim.Outlet = article.Outlet;
            foreach (var hop in claim.Hops.Where(h => h.Wording is null && IsCarrier(h.Source, before, article))) hop.Source = carrier;
            var ordered = claim.Hops.OrderBy(h => h.Position).ThenBy(h => h.Joint).ToList();
            claim.SetSource(ordered.First(h => h.Position == ordered[^1].Position).Source);
            claim.ToldBy = Tellers.Names(ordered.Select(h => h.Source));
        }
        await db.SaveChangesAsync(cancellationToken);
        await EffectiveReliability.RefreshAsync(db, db.Claims.Where(c => c.ArticleId == article.Id), cancellationToken);
    }

    private static bool IsCarrier(Source source, Source? before, Article article) =>
        source == before || (source.Kind == SourceKind.Outlet && source.ArticleId == article.Id && source.Name == Source.UnknownOutlet);

    private static async Task<Source> UnknownAsync(ClaimsDeskDb db, Article article, CancellationToken cancellationToken) =>
        await db.Sources.FirstOrDefaultAsync(s => s.ArticleId == article.Id && s.Kind == SourceKind.Outlet && s.Name == Source.UnknownOutlet, cancellationToken)
        ?? db.Sources.Add(new Source
        {
            Name = Source.UnknownOutlet,
            NameKey = NameKey.Of(Source.UnknownOutlet),
            Kind = SourceKind.Outlet,
            Article = article,
        }).Entity;

    private static async Task<Source> SharedAsync(ClaimsDeskDb db, string name, CancellationToken cancellationToken)
    {
        var key = NameKey.Of(name);
        return await db.Sources.FirstOrDefaultAsync(s => s.ArticleId == null && s.Kind == SourceKind.Outlet && s.NameKey == key, cancellationToken)
            ?? db.Sources.Add(new Source { Name = name, NameKey = key, Kind = SourceKind.Outlet }).Entity;
    }
}
