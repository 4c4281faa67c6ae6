using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>A filter as a query.</summary>
internal static class ClaimFilterQuery
{
    // Sorts after every name.
    private const string NoOutlet = "\uFFFF";

    /// <summary>The claims that the filter means, in no order; for a facet, whatever it includes of the facet's own key.</summary>
    public static IQueryable<Claim> Keep(this IQueryable<Claim> claims, ClaimFilter filter, FilterScope scope, FilterKey? facet = null)
    {
        var asked = facet?.WithoutAnyOf(filter) ?? filter;
        return FilterKeys.All.Aggregate(claims.AsNoTracking(), (kept, key) => key.Keep(kept, asked, scope));
    }

    /// <summary>In order; between equals, by article and by place in its text.</summary>
    public static IQueryable<Claim> InOrder(this IQueryable<Claim> claims, ClaimOrder order) => order == ClaimOrder.MostSure
        // One index read backwards serves this order.
        ? claims.OrderByDescending(c => c.Confidence).ThenByDescending(c => c.ArticleId).ThenByDescending(c => c.Position)
        : Ascending(claims, order).ThenBy(c => c.Position);

    private static IOrderedQueryable<Claim> Ascending(IQueryable<Claim> claims, ClaimOrder order) => order switch
    {
        ClaimOrder.NewestSaid => claims.OrderByDescending(c => c.SaidFirst).ThenBy(c => c.ArticleId),
        ClaimOrder.OldestSaid => claims.OrderBy(c => c.SaidFirst).ThenBy(c => c.ArticleId),
        ClaimOrder.Article => claims.OrderBy(c => c.ArticleId),
        ClaimOrder.Outlet => claims.OrderBy(c => c.Outlet == null ? NoOutlet : c.Outlet.NameKey).ThenBy(c => c.ArticleId),
        ClaimOrder.LeastSure => claims.OrderBy(c => c.Confidence).ThenBy(c => c.ArticleId),
        _ => claims.OrderByDescending(c => c.Published).ThenBy(c => c.ArticleId),
    };

    /// <summary>Whether the claim is there that the filter's page reads on from: it goes when its import is undone. True for the first page.</summary>
    public static async Task<bool> HasPlaceAsync(this ClaimsDeskDb db, ClaimFilter filter, CancellationToken cancellationToken) =>
        filter.After is not { } after || await db.Claims.AnyAsync(c => c.Id == after, cancellationToken);

    /// <summary>The claims that come after the one with this number: reading on from a place costs the same on every page.</summary>
    public static async Task<IQueryable<Claim>> BeyondAsync(
        this IQueryable<Claim> claims, int after, ClaimOrder order, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var last = await db.Claims.Where(c => c.Id == after)
            .Select(c => new { c.ArticleId, c.Position, c.SaidFirst, c.Published, c.Confidence, Outlet = c.Outlet == null ? NoOutlet : c.Outlet.NameKey })
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null) return claims;
        var (article, position, said, published, confidence, outlet) = (last.ArticleId, last.Position, last.SaidFirst, last.Published, last.Confidence, last.Outlet);
        // The first half of each condition repeats what the second implies: by it the database finds the place in the index.
        return order switch
        {
            ClaimOrder.NewestSaid => claims.Where(c => c.SaidFirst <= said
                && (c.SaidFirst < said || c.ArticleId > article || (c.ArticleId == article && c.Position > position))),
            ClaimOrder.OldestSaid => claims.Where(c => c.SaidFirst >= said
                && (c.SaidFirst > said || c.ArticleId > article || (c.ArticleId == article && c.Position > position))),
            ClaimOrder.LeastSure => claims.Where(c => c.Confidence >= confidence
                && (c.Confidence > confidence || c.ArticleId > article || (c.ArticleId == article && c.Position > position))),
            ClaimOrder.MostSure => claims.Where(c => c.Confidence <= confidence
                && (c.Confidence < confidence || c.ArticleId < article || (c.ArticleId == article && c.Position < position))),
            ClaimOrder.Article => claims.Where(c => c.ArticleId >= article && (c.ArticleId > article || c.Position > position)),
#pragma warning disable CA1309 // It becomes SQL, which compares as the column does.
            ClaimOrder.Outlet => claims.Where(c => string.Compare(c.Outlet == null ? NoOutlet : c.Outlet.NameKey, outlet) > 0
                || ((c.Outlet == null ? NoOutlet : c.Outlet.NameKey) == outlet
                    && (c.ArticleId > article || (c.ArticleId == article && c.Position > position)))),
#pragma warning restore CA1309
            _ => claims.Where(c => c.Published <= published
                && (c.Published < published || c.ArticleId > article || (c.ArticleId == article && c.Position > position))),
        };
    }
}
