using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Grading;

/// <summary>What a person wants to say of a source or a claim.</summary>
/// <param name="PersonId">Who says it.</param>
/// <param name="SubjectId">Of which source or claim.</param>
/// <param name="Version">The version of it that the person has seen.</param>
/// <param name="Rationale">Why.</param>
public sealed record Judgement(string PersonId, int SubjectId, int Version, string Rationale);

/// <summary>The steps that all assessments share.</summary>
internal static class Assessing
{
    /// <summary>The newest assessment of a scale, which the next one supersedes.</summary>
    public static Task<Assessment?> LatestAsync(ClaimsDeskDb db, AssessmentScale scale, int subjectId, CancellationToken cancellationToken) =>
        OfSubject(db, scale, subjectId).OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The code that was valid at a time; null where nobody had rated it then.</summary>
    public static Task<string?> AsOfAsync(ClaimsDeskDb db, AssessmentScale scale, int subjectId, DateTime at, CancellationToken cancellationToken) =>
        OfSubject(db, scale, subjectId).Where(a => a.At <= at).OrderByDescending(a => a.Id).Select(a => a.Value).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Adds the assessment, alone in its change set, and its audit entry.</summary>
    public static async Task AddAsync(
        ClaimsDeskDb db, AssessmentScale scale, Judgement judgement, string? old, string? value, DateTime now, CancellationToken cancellationToken)
    {
        var latest = await LatestAsync(db, scale, judgement.SubjectId, cancellationToken);
        var set = new ChangeSet { PersonId = judgement.PersonId, At = now, Scale = scale };
        db.ChangeSets.Add(set);
        Add(db, set, judgement.SubjectId, old, value, judgement.Rationale, latest?.Id);
    }

    /// <summary>Adds an assessment to its change set, and its audit entry.</summary>
    public static void Add(ClaimsDeskDb db, ChangeSet set, int subjectId, string? old, string? value, string rationale, int? supersedes)
    {
        var ofSource = set.Scale == AssessmentScale.Reliability;
        set.Assessments.Add(new Assessment
        {
            Scale = set.Scale,
            SourceId = ofSource ? subjectId : null,
            ClaimId = ofSource ? null : subjectId,
            Value = value,
            Rationale = rationale.Trim(),
            AssessorId = set.PersonId,
            At = set.At,
            SupersedesId = supersedes,
        });
        db.Note(set.At, set.PersonId, ofSource ? AuditSubject.Source : AuditSubject.Claim, subjectId, FieldOf(set.Scale), old, value, rationale.Trim());
    }

    /// <summary>Mine and theirs, for a person whose record is out of date.</summary>
    public static async Task<GradeResult.Conflict> ConflictAsync(
        ClaimsDeskDb db, AssessmentScale scale, Judgement judgement, string? mine, string? theirs, int version, CancellationToken cancellationToken)
    {
        var latest = await LatestAsync(db, scale, judgement.SubjectId, cancellationToken);
        var by = latest is null ? null : await db.Users.Where(p => p.Id == latest.AssessorId).Select(p => p.UserName).FirstAsync(cancellationToken);
        return new GradeResult.Conflict(mine, theirs, by, latest?.Rationale, version);
    }

    private static IQueryable<Assessment> OfSubject(ClaimsDeskDb db, AssessmentScale scale, int subjectId) => scale == AssessmentScale.Reliability
        ? db.Assessments.AsNoTracking().Where(a => a.Scale == scale && a.SourceId == subjectId)
        : db.Assessments.AsNoTracking().Where(a => a.Scale == scale && a.ClaimId == subjectId);

    private static string FieldOf(AssessmentScale scale) => scale switch
    {
        AssessmentScale.ReliabilityOverride => "reliability for this claim",
        AssessmentScale.Credibility => "credibility",
        AssessmentScale.Status => "status",
        AssessmentScale.Review => "review",
        _ => "reliability",
    };
}
