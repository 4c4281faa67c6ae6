using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.Review;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Grading;

/// <summary>What editors say of single claims: credibility, status, and a reliability that differs from what the sources are rated.</summary>
public sealed class ClaimGrading(IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, TimeProvider clock)
{
    /// <summary>Sets how credible a claim is; null takes the grade back.</summary>
    public Task<GradeResult> SetCredibilityAsync(Judgement judgement, Credibility? grade, CancellationToken cancellationToken = default) =>
        SetAsync(judgement, AssessmentScale.Credibility, claim => claim.Credibility?.Code(), grade?.Code(),
            claim => claim.SetCredibility(grade), cancellationToken);

    /// <summary>Sets where a claim stands.</summary>
    public Task<GradeResult> SetStatusAsync(Judgement judgement, ClaimStatus status, CancellationToken cancellationToken = default) =>
        SetAsync(judgement, AssessmentScale.Status, claim => claim.Status.ToString(), status.ToString(),
            claim => claim.SetStatus(status), cancellationToken);

    /// <summary>Sets whether the article says what the claim says it does; null takes it back.</summary>
    public Task<GradeResult> SetReviewAsync(Judgement judgement, ClaimReview? review, CancellationToken cancellationToken = default) =>
        SetAsync(judgement, AssessmentScale.Review, claim => claim.Review?.ToString(), review?.ToString(), claim => claim.SetReview(review), cancellationToken);

    /// <summary>Sets a reliability for this claim alone; null gives it back what its sources are rated.</summary>
    public Task<GradeResult> OverrideReliabilityAsync(Judgement judgement, Reliability? grade, CancellationToken cancellationToken = default) =>
        SetAsync(judgement, AssessmentScale.ReliabilityOverride, claim => claim.ReliabilityOverride?.Code(), grade?.Code(),
            claim => claim.SetReliabilityOverride(grade), cancellationToken);

    /// <summary>The credibility that was valid at a time (UTC).</summary>
    public async Task<Credibility?> CredibilityAsOfAsync(int claimId, DateTime at, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var code = await Assessing.AsOfAsync(db, AssessmentScale.Credibility, claimId, at, cancellationToken);
        return code is null ? null : Enum.GetValues<Credibility>().Single(grade => grade.Code() == code);
    }

    /// <summary>The status that was valid at a time (UTC).</summary>
    public async Task<ClaimStatus> StatusAsOfAsync(int claimId, DateTime at, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var code = await Assessing.AsOfAsync(db, AssessmentScale.Status, claimId, at, cancellationToken);
        return code is null ? ClaimStatus.Unverified : Enum.Parse<ClaimStatus>(code);
    }

    /// <summary>The effective reliability that was valid at a time (UTC): the override of that time, else what the sources were rated then.</summary>
    public async Task<Reliability?> ReliabilityAsOfAsync(int claimId, DateTime at, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var overridden = await Assessing.AsOfAsync(db, AssessmentScale.ReliabilityOverride, claimId, at, cancellationToken);
        if (overridden is not null) return Enum.Parse<Reliability>(overridden);
        var tellers = db.ClaimHops.Where(h => h.ClaimId == claimId).Select(h => (int?)h.SourceId);
        var newest = db.Assessments.Where(a => a.Scale == AssessmentScale.Reliability && tellers.Contains(a.SourceId) && a.At <= at)
            .GroupBy(a => a.SourceId).Select(g => g.Max(a => a.Id));
        var codes = await db.Assessments.Where(a => newest.Contains(a.Id)).Select(a => a.Value).ToListAsync(cancellationToken);
        return EffectiveReliability.Of(codes.Select(code => code is null ? (Reliability?)null : Enum.Parse<Reliability>(code)));
    }

    private async Task<GradeResult> SetAsync(
        Judgement judgement, AssessmentScale scale, Func<Claim, string?> read, string? value, Action<Claim> set, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        if (!await db.MayAsync(judgement.PersonId, Role.Editor, cancellationToken)) return new GradeResult.NotAllowed();
        if (string.IsNullOrWhiteSpace(judgement.Rationale)) return new GradeResult.NeedsRationale();
        var claim = await db.Claims.FirstOrDefaultAsync(c => c.Id == judgement.SubjectId, cancellationToken);
        if (claim is null) return new GradeResult.NotFound();
        var old = read(claim);
        if (claim.Version != judgement.Version)
            return await Assessing.ConflictAsync(db, scale, judgement, value, old, claim.Version, cancellationToken);
        if (old == value) return new GradeResult.Unchanged();
        await Assessing.AddAsync(db, scale, judgement, old, value, clock.GetUtcNow().UtcDateTime, cancellationToken);
        set(claim);
        await db.SaveChangesAsync(cancellationToken);
        if (scale == AssessmentScale.ReliabilityOverride)
            await EffectiveReliability.RefreshAsync(db, db.Claims.Where(c => c.Id == claim.Id), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new GradeResult.Saved(claim.Version);
    }
}
