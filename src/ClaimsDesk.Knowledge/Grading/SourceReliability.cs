using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Grading;

/// <summary>How reliable sources are, as editors judge them. Their claims inherit it.</summary>
public sealed class SourceReliability(IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, TimeProvider clock)
{
    /// <summary>Grades a source; null takes the grade back. Needs an editor and a rationale.</summary>
    public async Task<GradeResult> SetAsync(Judgement judgement, Reliability? grade, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        if (!await db.MayAsync(judgement.PersonId, Role.Editor, cancellationToken)) return new GradeResult.NotAllowed();
        if (string.IsNullOrWhiteSpace(judgement.Rationale)) return new GradeResult.NeedsRationale();
        var source = await db.Sources.FirstOrDefaultAsync(s => s.Id == judgement.SubjectId, cancellationToken);
        if (source is null) return new GradeResult.NotFound();
        if (source.Version != judgement.Version)
        {
            return await Assessing.ConflictAsync(db, AssessmentScale.Reliability, judgement,
                grade?.Code(), source.Reliability?.Code(), source.Version, cancellationToken);
        }
        if (source.Reliability == grade) return new GradeResult.Unchanged();
        await Assessing.AddAsync(db, AssessmentScale.Reliability, judgement,
            source.Reliability?.Code(), grade?.Code(), clock.GetUtcNow().UtcDateTime, cancellationToken);
        source.Rate(grade);
        await db.SaveChangesAsync(cancellationToken);
        var told = db.ClaimHops.Where(h => h.SourceId == source.Id).Select(h => h.ClaimId);
        await EffectiveReliability.RefreshAsync(db, db.Claims.Where(c => told.Contains(c.Id)), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new GradeResult.Saved(source.Version);
    }

    /// <summary>The grade that was valid at a time (UTC): a later one does not rewrite what was thought then.</summary>
    public async Task<Reliability?> AsOfAsync(int sourceId, DateTime at, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var code = await Assessing.AsOfAsync(db, AssessmentScale.Reliability, sourceId, at, cancellationToken);
        return code is null ? null : Enum.Parse<Reliability>(code);
    }
}
