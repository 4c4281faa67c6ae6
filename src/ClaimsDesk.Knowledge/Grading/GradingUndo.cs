using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.Review;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Grading;

/// <summary>What came of taking back. There is nothing else that can come of it.</summary>
public abstract record UndoResult
{
    private UndoResult() { }

    /// <summary>It is taken back.</summary>
    /// <param name="Scale">What had been assessed.</param>
    /// <param name="Records">How many sources or claims are as they were before.</param>
    /// <param name="Kept">How many somebody judged anew since; they are as they are.</param>
    public sealed record Undone(AssessmentScale Scale, int Records, int Kept) : UndoResult;

    /// <summary>The person has no grade to take back.</summary>
    public sealed record NothingToUndo : UndoResult;

    /// <summary>The person may not grade any more; nothing was stored.</summary>
    public sealed record NotAllowed : UndoResult;
}

/// <summary>Takes back what a person graded last. Assessments stay; new ones with the values before supersede them.</summary>
public sealed class GradingUndo(WriteGate gate, TimeProvider clock)
{
    private const string Rationale = "Taken back by whoever graded it.";

    /// <summary>Takes back the newest change set of the person's that is not taken back yet. What others judged anew since stays.</summary>
    public async Task<UndoResult> UndoLastAsync(string personId, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        if (!await db.MayAsync(personId, Role.Editor, cancellationToken)) return new UndoResult.NotAllowed();
        var last = await db.ChangeSets.Include(s => s.Assessments)
            .Where(s => s.PersonId == personId && !s.IsUndone && s.UndoesId == null)
            .OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is null) return new UndoResult.NothingToUndo();
        last.IsUndone = true;
        var current = await CurrentAsync(db, last, cancellationToken);
        if (current.Count > 0) await RestoreAsync(db, last, current, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new UndoResult.Undone(last.Scale, current.Count, last.Assessments.Count - current.Count);
    }

    // Those that no later assessment stands over; what was taken back, and the taking back, does not stand.
    private static async Task<List<Assessment>> CurrentAsync(ClaimsDeskDb db, ChangeSet set, CancellationToken cancellationToken)
    {
        var first = set.Assessments.Min(a => a.Id);
        var later = await OfSameRecords(db, set)
            .Where(a => a.Id > first && a.ChangeSetId != set.Id && !db.ChangeSets.Any(s => s.Id == a.ChangeSetId && (s.IsUndone || s.UndoesId != null)))
            .Select(a => a.SourceId ?? a.ClaimId).ToListAsync(cancellationToken);
        return [.. set.Assessments.Where(a => !later.Contains(a.SourceId ?? a.ClaimId))];
    }

    private static IQueryable<Assessment> OfSameRecords(ClaimsDeskDb db, ChangeSet set)
    {
        var sources = set.Assessments.Select(a => a.SourceId).Where(id => id is not null).ToList();
        var claims = set.Assessments.Select(a => a.ClaimId).Where(id => id is not null).ToList();
        return db.Assessments.Where(a => a.Scale == set.Scale && (sources.Contains(a.SourceId) || claims.Contains(a.ClaimId)));
    }

    private async Task RestoreAsync(ClaimsDeskDb db, ChangeSet last, List<Assessment> current, CancellationToken cancellationToken)
    {
        var before = current.Select(a => a.SupersedesId).Where(id => id is not null).ToList();
        var values = await db.Assessments.Where(a => before.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Value, cancellationToken);
        var newest = await OfSameRecords(db, last).GroupBy(a => a.SourceId ?? a.ClaimId)
            .Select(g => new { g.Key, Id = g.Max(a => a.Id) }).ToDictionaryAsync(a => a.Key!.Value, a => a.Id, cancellationToken);
        var set = new ChangeSet { PersonId = last.PersonId, At = clock.GetUtcNow().UtcDateTime, Scale = last.Scale, UndoesId = last.Id };
        db.ChangeSets.Add(set);
        var restored = current.Select(a => (Subject: a.SourceId ?? a.ClaimId!.Value, Now: a, Value: ValueBefore(a, values))).ToList();
        foreach (var (subject, now, value) in restored)
            Assessing.Add(db, set, subject, now.Value, value, Rationale, newest[subject]);
        await SetAsync(db, last.Scale, restored.ToDictionary(r => r.Subject, r => r.Value), cancellationToken);
    }

    private static string? ValueBefore(Assessment assessment, Dictionary<int, string?> values) =>
        assessment.SupersedesId is { } id ? values[id]
        : assessment.Scale == AssessmentScale.Status ? nameof(ClaimStatus.Unverified) : null;

    private static async Task SetAsync(ClaimsDeskDb db, AssessmentScale scale, Dictionary<int, string?> values, CancellationToken cancellationToken)
    {
        var ids = values.Keys.ToList();
        if (scale == AssessmentScale.Reliability)
        {
            foreach (var source in await db.Sources.Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken)) source.Rate(GradeCodes.Reliability(values[source.Id]));
            await db.SaveChangesAsync(cancellationToken);
            var told = db.ClaimHops.Where(h => ids.Contains(h.SourceId)).Select(h => h.ClaimId);
            await EffectiveReliability.RefreshAsync(db, db.Claims.Where(c => told.Contains(c.Id)), cancellationToken);
            return;
        }
        foreach (var claim in await db.Claims.Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken)) Set(claim, scale, values[claim.Id]);
        await db.SaveChangesAsync(cancellationToken);
        if (scale == AssessmentScale.ReliabilityOverride)
            await EffectiveReliability.RefreshAsync(db, db.Claims.Where(c => ids.Contains(c.Id)), cancellationToken);
    }

    private static void Set(Claim claim, AssessmentScale scale, string? value)
    {
        switch (scale)
        {
            case AssessmentScale.Credibility: claim.SetCredibility(GradeCodes.Credibility(value)); break;
            case AssessmentScale.Status: claim.SetStatus(Enum.Parse<ClaimStatus>(value!)); break;
            case AssessmentScale.Review: claim.SetReview(value is null ? null : Enum.Parse<ClaimReview>(value)); break;
            case AssessmentScale.ReliabilityOverride: claim.SetReliabilityOverride(GradeCodes.Reliability(value)); break;
            default: throw new ArgumentOutOfRangeException(nameof(scale), scale, "Not a scale of claims.");
        }
    }
}
