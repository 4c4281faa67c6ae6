using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>Reads claims as rows, in two commands however many they are.</summary>
internal static class ClaimRows
{
    public static async Task<IReadOnlyList<ClaimRow>> ReadAsync(IQueryable<Claim> claims, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var rows = await claims.AsNoTracking().Select(c => new ClaimRow
        {
            Id = c.Id,
            Content = c.Content,
            ParentId = c.ParentId,
            Depth = c.Depth,
            Tellers = Array.Empty<Teller>(),
            ArticleId = c.ArticleId,
            ArticleTitle = c.Article.Title,
            OutletId = c.OutletId,
            Outlet = c.Outlet == null ? null : c.Outlet.Name,
            Published = c.Article.Published,
            SaidOn = c.SaidOn,
            EventDate = c.EventDate,
            Act = c.Act,
            Quote = c.Quote,
            Negated = c.Negated,
            Hedged = c.Hedged,
            FoundBy = c.FoundBy,
            Confidence = c.Confidence,
            Reliability = c.Reliability,
            ReliabilityIsOverride = c.ReliabilityOverride != null,
            Credibility = c.Credibility,
            Status = c.Status,
            Review = c.Review,
        }).ToListAsync(cancellationToken);
        var tellers = await TellersAsync([.. rows.Select(r => r.Id)], db, cancellationToken);
        return [.. rows.Select(row => row with { Tellers = [.. tellers[row.Id]] })];
    }

    private static async Task<ILookup<int, Teller>> TellersAsync(List<int> claims, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var hops = await db.ClaimHops.AsNoTracking()
            .Where(h => claims.Contains(h.ClaimId))
            .OrderBy(h => h.ClaimId).ThenBy(h => h.Position).ThenBy(h => h.Joint)
            .Select(h => new { h.ClaimId, h.SourceId, h.Source.Name, h.Source.Kind, h.Position, h.Cue, h.Wording, h.Source.Reliability })
            .ToListAsync(cancellationToken);
        return hops.ToLookup(
            h => h.ClaimId,
            h => new Teller(h.SourceId, Teller.Shown(h.Name, h.Kind), h.Kind, h.Position, h.Cue, h.Wording, h.Reliability));
    }
}
