using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Open;

/// <summary>Opens one claim.</summary>
public sealed class OpenClaim(IDbContextFactory<ClaimsDeskDb> database)
{
    // More claims inside one claim than anybody reads.
    private const int MostChildren = 100;

    /// <summary>The claim with everything that is known of it; null where there is none of this number.</summary>
    public async Task<ClaimInFull?> ReadAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var found = await db.Claims.AsNoTracking().Where(c => c.Id == id).Select(c => new
        {
            Claim = c,
            c.Article.Segment,
            c.Article.Blocks,
            c.Article.SourceFile.Text,
            Origin = c.Article.OriginId ?? c.ArticleId,
            Batch = new BatchLink(
                c.Article.SourceFile.BatchId,
                db.ImportBatches.Where(b => b.Id == c.Article.SourceFile.BatchId).Select(b => b.Name).First(),
                c.Article.SourceFile.ImportedAt),
        }).FirstOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var claim = found.Claim;
        var family = await ClaimRows.ReadAsync(
            db.Claims.Where(c => c.Id == id || c.Id == claim.ParentId || c.ParentId == id).OrderBy(c => c.Position).Take(MostChildren), db, cancellationToken);
        var row = family.Single(c => c.Id == id);
        var actors = await db.ClaimActors.AsNoTracking().Where(a => a.ClaimId == id).OrderBy(a => a.Position)
            .Select(a => new { a.Part, Link = new ActorLink(a.ActorId, a.Actor.Name, a.Actor.Kind) }).ToListAsync(cancellationToken);
        return new ClaimInFull
        {
            Claim = row,
            Version = claim.Version,
            Passage = Passage.Around(found.Text, found.Segment, found.Blocks, claim),
            SourceCount = claim.SourceCount,
            Affiliation = claim.Affiliation,
            About = [.. actors.Where(a => a.Part == ClaimActorPart.About).Select(a => a.Link)],
            Places = [.. actors.Where(a => a.Part == ClaimActorPart.Place).Select(a => a.Link)],
            Reliability = ReliabilityReason.Of(row),
            NamedAs = claim.NamedAtSpans is [var named, ..] ? named.Of(found.Text) : null,
            Parent = family.FirstOrDefault(c => c.Id == claim.ParentId),
            Children = [.. family.Where(c => c.ParentId == id)],
            AlsoToldAs = Reprints.Of(found.Text, found.Blocks, claim),
            Carriers = await Copies.Carriers.OfAsync(db, claim, found.Origin, cancellationToken),
            Batch = found.Batch,
            History = await AuditHistory.OfAsync(db, AuditSubject.Claim, id, cancellationToken),
        };
    }
}
