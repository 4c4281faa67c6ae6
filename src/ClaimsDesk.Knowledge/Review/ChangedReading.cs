using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Review;

/// <summary>Gives a stored claim another reading. Its key stays, and so do links to it; grades it has none, or it would not be changed.</summary>
internal static class ChangedReading
{
    // What a reading says of a claim; the rest is where it stands in the article, and what people say of it.
    private static readonly string[] Read =
    [
        nameof(Claim.Content), nameof(Claim.ContentSpans), nameof(Claim.CueSpans), nameof(Claim.SourceSpans), nameof(Claim.SourceKind), nameof(Claim.SourceCount),
        nameof(Claim.Affiliation), nameof(Claim.AffiliationKey), nameof(Claim.ToldBy), nameof(Claim.Context), nameof(Claim.Quote), nameof(Claim.Act),
        nameof(Claim.Negated), nameof(Claim.Hedged), nameof(Claim.SaidOn), nameof(Claim.SaidFirst), nameof(Claim.SaidLast), nameof(Claim.EventDate),
        nameof(Claim.EventFirst), nameof(Claim.EventLast), nameof(Claim.FoundBy), nameof(Claim.Confidence),
    ];

    /// <summary>Stores what <paramref name="read"/> says in the claim's row.</summary>
    public static async Task StoreAsync(ClaimsDeskDb db, int claimId, Claim read, CancellationToken cancellationToken)
    {
        var stored = await db.Claims.SingleAsync(c => c.Id == claimId, cancellationToken);
        var entry = db.Entry(stored);
        foreach (var property in entry.Properties.Where(p => Read.Contains(p.Metadata.Name)))
        {
            property.CurrentValue = property.Metadata.PropertyInfo!.GetValue(read);
            property.IsModified = true;
        }
        entry.Property(c => c.SourceId).CurrentValue = read.Source.Id;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The reading with the key of the stored claim, for its tellers and actors to point to.</summary>
    public static Claim As(int claimId, Claim read)
    {
        typeof(Claim).GetProperty(nameof(Claim.Id))!.SetValue(read, claimId);
        return read;
    }
}
