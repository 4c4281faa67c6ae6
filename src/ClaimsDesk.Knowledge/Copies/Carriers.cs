using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Copies;

/// <summary>How many articles carry a claim, and from how many origins: copies of one article are one origin, however many outlets print it.</summary>
/// <param name="Articles">The articles, the claim's own first.</param>
/// <param name="Outlets">How many known outlets they have.</param>
public sealed record ClaimCarriers(IReadOnlyList<Carrier> Articles, int Outlets);

/// <summary>An article that carries a claim.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="ClaimId">The claim in it.</param>
/// <param name="Title">The article's headline.</param>
/// <param name="Outlet">The article's outlet.</param>
/// <param name="Published">The article's day of publication.</param>
public sealed record Carrier(int ArticleId, int ClaimId, string? Title, string? Outlet, DateOnly? Published);

/// <summary>Finds who else carries a claim.</summary>
internal static class Carriers
{
    // A family of more articles is told by its first ones.
    private const int MostArticles = 100, MostClaims = 5_000;
    private const double LeastShared = 0.6;

    /// <summary>The articles of the same origin that carry the claim; null where it is the claim's own article alone.</summary>
    public static async Task<ClaimCarriers?> OfAsync(ClaimsDeskDb db, Claim claim, int origin, CancellationToken cancellationToken)
    {
        var family = db.Articles.Where(a => a.OriginId == origin || a.Id == origin).OrderBy(a => a.Id).Take(MostArticles);
        var articles = await family.AsNoTracking().Select(a => new { a.Id, a.Title, Outlet = a.Outlet!.Name, a.OutletId, a.Published }).ToListAsync(cancellationToken);
        if (articles.Count < 2) return null;
        var ids = articles.ConvertAll(a => a.Id);
        var told = await db.Claims.AsNoTracking().Where(c => ids.Contains(c.ArticleId)).OrderBy(c => c.Id).Take(MostClaims)
            .Select(c => new { c.Id, c.ArticleId, c.Content }).ToListAsync(cancellationToken);
        var words = Words(claim.Content);
        var carried = told.Where(c => c.Id == claim.Id || (c.ArticleId != claim.ArticleId && Shared(words, Words(c.Content)) >= LeastShared))
            .DistinctBy(c => c.ArticleId).ToDictionary(c => c.ArticleId, c => c.Id);
        if (carried.Count < 2) return null;
        var carriers = articles.Where(a => carried.ContainsKey(a.Id)).OrderBy(a => a.Id != claim.ArticleId).ThenBy(a => a.Id).ToList();
        return new ClaimCarriers(
            [.. carriers.Select(a => new Carrier(a.Id, carried[a.Id], a.Title, a.Outlet, a.Published))],
            carriers.Where(a => a.OutletId is not null).Select(a => a.OutletId).Distinct().Count());
    }

    private static HashSet<string> Words(string content) => content
        .Split(content.Where(c => !char.IsLetterOrDigit(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)
        .Select(w => w.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    private static double Shared(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }
}
