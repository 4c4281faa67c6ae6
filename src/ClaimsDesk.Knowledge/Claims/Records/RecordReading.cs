using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Records;

/// <summary>Reads claims as records, in five commands however many they are.</summary>
internal static class RecordReading
{
    public static async Task<IReadOnlyList<ClaimRecord>> ReadAsync(IQueryable<Claim> claims, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var bare = await claims.AsNoTracking().Select(c => new ClaimRecord
        {
            Id = c.Id,
            ParentId = c.ParentId,
            Depth = c.Depth,
            Content = c.Content,
            ContentSpans = c.ContentSpans,
            CueSpans = c.CueSpans,
            SourceSpans = c.SourceSpans,
            Chain = Array.Empty<RecordHop>(),
            SourceCount = c.SourceCount,
            Affiliation = c.Affiliation,
            Article = new RecordArticle(
                c.ArticleId, c.Article.Title, c.Article.Url, c.Article.Published, c.OutletId,
                c.Outlet == null ? null : c.Outlet.Name, c.Outlet == null ? null : c.Outlet.Kind,
                c.Article.SourceFileId, c.Article.SourceFile.TextSha256, c.Article.SourceFile.BatchId, c.Article.SourceFile.ImportedAt),
            Actors = Array.Empty<RecordActor>(),
            Quote = c.Quote,
            Act = c.Act,
            Negated = c.Negated,
            Hedged = c.Hedged,
            SaidOn = c.SaidOn,
            EventDate = c.EventDate,
            Reliability = c.Reliability,
            ReliabilityIsOverride = c.ReliabilityOverride != null,
            ReliabilityFrom = null,
            ReliabilityJudged = null,
            Credibility = c.Credibility,
            CredibilityJudged = null,
            Status = c.Status,
            StatusJudged = null,
            Review = c.Review,
            ReviewJudged = null,
            UpdatedAt = c.Article.SourceFile.ImportedAt,
            FoundBy = c.FoundBy,
            Confidence = c.Confidence,
        }).ToListAsync(cancellationToken);
        if (bare.Count == 0) return [];
        var ids = bare.ConvertAll(c => c.Id);
        var chains = await ChainsAsync(ids, db, cancellationToken);
        var actors = await ActorsAsync(ids, db, cancellationToken);
        var tellers = chains.SelectMany(chain => chain).Select(hop => hop.SourceId).Distinct().ToList();
        var ofClaims = await LatestAsync(db, db.Assessments.Where(a => a.ClaimId != null && EF.Parameter(ids).Contains(a.ClaimId.Value)), cancellationToken);
        var ofSources = await LatestAsync(db, db.Assessments.Where(a => a.SourceId != null && EF.Parameter(tellers).Contains(a.SourceId.Value)), cancellationToken);
        return bare.ConvertAll(c => Whole(c, [.. chains[c.Id]], [.. actors[c.Id]], ofClaims, ofSources));
    }

    private static ClaimRecord Whole(
        ClaimRecord bare, IReadOnlyList<RecordHop> chain, IReadOnlyList<RecordActor> actors,
        Dictionary<(AssessmentScale, int), Latest> ofClaims, Dictionary<(AssessmentScale, int), Latest> ofSources)
    {
        Judged? OfClaim(AssessmentScale scale) => Standing(ofClaims.GetValueOrDefault((scale, bare.Id)));
        Latest? OfTeller(RecordHop hop) => ofSources.GetValueOrDefault((AssessmentScale.Reliability, hop.SourceId));
        // As ReliabilityReason finds it for a page: of those graded A to E the weakest, else one graded F.
        var from = bare.Reliability is null || bare.ReliabilityIsOverride ? null : chain.First(hop => hop.Reliability == bare.Reliability);
        return bare with
        {
            Chain = chain,
            Actors = actors,
            ReliabilityFrom = from,
            ReliabilityJudged = from is not null ? Standing(OfTeller(from)) : bare.ReliabilityIsOverride ? OfClaim(AssessmentScale.ReliabilityOverride) : null,
            CredibilityJudged = OfClaim(AssessmentScale.Credibility),
            StatusJudged = OfClaim(AssessmentScale.Status),
            ReviewJudged = OfClaim(AssessmentScale.Review),
            UpdatedAt = Enum.GetValues<AssessmentScale>().Select(scale => ofClaims.GetValueOrDefault((scale, bare.Id))).Concat(chain.Select(OfTeller))
                .OfType<Latest>().Select(latest => latest.Judged.At).Append(bare.UpdatedAt).Max(),
        };
    }

    private static Judged? Standing(Latest? latest) => latest is { Stands: true } ? latest.Judged : null;

    private static async Task<ILookup<int, RecordHop>> ChainsAsync(List<int> claims, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var hops = await db.ClaimHops.AsNoTracking()
            .Where(h => EF.Parameter(claims).Contains(h.ClaimId))
            .OrderBy(h => h.ClaimId).ThenBy(h => h.Position).ThenBy(h => h.Joint)
            .Select(h => new { h.ClaimId, h.Position, h.SourceId, h.Source.Name, h.Source.Kind, h.Wording, h.SourceSpans, h.Cue, h.CueSpans, h.Source.Reliability })
            .ToListAsync(cancellationToken);
        return hops.ToLookup(h => h.ClaimId, h => new RecordHop(
            h.Position, h.SourceId, Teller.Shown(h.Name, h.Kind), h.Kind, h.Wording, h.SourceSpans, h.Cue, h.CueSpans, h.Reliability));
    }

    private static async Task<ILookup<int, RecordActor>> ActorsAsync(List<int> claims, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var actors = await db.ClaimActors.AsNoTracking()
            .Where(a => EF.Parameter(claims).Contains(a.ClaimId))
            .OrderBy(a => a.ClaimId).ThenBy(a => a.Position).ThenBy(a => a.ActorId)
            .Select(a => new { a.ClaimId, Actor = new RecordActor(a.ActorId, a.Actor.Name, a.Actor.Kind, a.Part) })
            .ToListAsync(cancellationToken);
        return actors.ToLookup(a => a.ClaimId, a => a.Actor);
    }

    // The latest of each scale.
    private static async Task<Dictionary<(AssessmentScale, int), Latest>> LatestAsync(
        ClaimsDeskDb db, IQueryable<Assessment> assessments, CancellationToken cancellationToken)
    {
        var latest = assessments.GroupBy(a => new { a.Scale, a.ClaimId, a.SourceId }).Select(g => g.Max(a => a.Id));
        var found = await db.Assessments.AsNoTracking()
            .Where(a => latest.Contains(a.Id))
            .Select(a => new
            {
                a.Scale,
                Subject = (a.ClaimId ?? a.SourceId)!.Value,
                a.At,
                a.Rationale,
                Stands = a.Value != null,
                By = db.Users.Where(p => p.Id == a.AssessorId).Select(p => p.UserName).First(),
            }).ToListAsync(cancellationToken);
        return found.ToDictionary(a => (a.Scale, a.Subject), a => new Latest(new Judged(a.By ?? "", a.At, a.Rationale), a.Stands));
    }

    // One that took a grade back does not stand: it is no judgement of what is there now, but a change all the same.
    private sealed record Latest(Judged Judged, bool Stands);
}
