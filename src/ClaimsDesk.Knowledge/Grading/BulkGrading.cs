using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Grading;

/// <summary>A claim as it was when somebody chose to grade it.</summary>
/// <param name="Id">The claim.</param>
/// <param name="Credibility">The grade that was seen; null is not rated.</param>
/// <param name="Status">The status that was seen.</param>
public sealed record SeenClaim(int Id, Credibility? Credibility, ClaimStatus Status = ClaimStatus.Unverified);

/// <summary>What came of grading many claims. There is nothing else that can come of it.</summary>
public abstract record BulkResult
{
    private BulkResult() { }

    /// <summary>It is stored.</summary>
    /// <param name="Changed">How many claims have another grade or status now.</param>
    /// <param name="Unchanged">How many had it already.</param>
    /// <param name="ChangedMeanwhile">The claims that somebody else graded, or that went away, since they were seen; they are as they are.</param>
    public sealed record Saved(int Changed, int Unchanged, IReadOnlyList<int> ChangedMeanwhile) : BulkResult;

    /// <summary>The person may not grade; nothing was stored.</summary>
    public sealed record NotAllowed : BulkResult;

    /// <summary>The rationale is blank; nothing was stored.</summary>
    public sealed record NeedsRationale : BulkResult;

    /// <summary>No claim was chosen, or more than <see cref="BulkGrading.Most"/>; nothing was stored.</summary>
    public sealed record Unusable : BulkResult;
}

/// <summary>Grades many claims in one go, as one change set that can be taken back whole.</summary>
public sealed class BulkGrading(WriteGate gate, TimeProvider clock)
{
    /// <summary>How many claims at most: as many as a page holds.</summary>
    public const int Most = Claims.Filters.ClaimFilter.GreatestSize;

    /// <summary>Sets how credible the claims are; null takes the grades back. Needs an editor and a rationale.</summary>
    public Task<BulkResult> SetCredibilityAsync(
        string personId, IReadOnlyCollection<SeenClaim> seen, Credibility? grade, string rationale, CancellationToken cancellationToken = default) =>
        SetAsync(personId, seen, rationale, new Change(AssessmentScale.Credibility, s => s.Credibility?.Code(), c => c.Credibility?.Code(), grade?.Code(), c => c.SetCredibility(grade)), cancellationToken);

    /// <summary>Sets where the claims stand. Needs an editor and a rationale.</summary>
    public Task<BulkResult> SetStatusAsync(
        string personId, IReadOnlyCollection<SeenClaim> seen, ClaimStatus status, string rationale, CancellationToken cancellationToken = default) =>
        SetAsync(personId, seen, rationale, new Change(AssessmentScale.Status, s => s.Status.ToString(), c => c.Status.ToString(), status.ToString(), c => c.SetStatus(status)), cancellationToken);

    private async Task<BulkResult> SetAsync(
        string personId, IReadOnlyCollection<SeenClaim> seen, string rationale, Change change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        if (!await db.MayAsync(personId, Role.Editor, cancellationToken)) return new BulkResult.NotAllowed();
        if (string.IsNullOrWhiteSpace(rationale)) return new BulkResult.NeedsRationale();
        if (seen.Count is 0 or > Most) return new BulkResult.Unusable();
        var values = seen.DistinctBy(s => s.Id).ToDictionary(s => s.Id, change.Seen);
        var ids = values.Keys.ToList();
        var claims = await db.Claims.Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        var asSeen = claims.Where(c => change.Of(c) == values[c.Id]).ToList();
        var toChange = asSeen.Where(c => change.Of(c) != change.Value).ToList();
        if (toChange.Count > 0)
        {
            await AddAsync(db, personId, toChange, change, rationale, cancellationToken);
            await write.CommitAsync(cancellationToken);
        }
        return new BulkResult.Saved(toChange.Count, asSeen.Count - toChange.Count, [.. ids.Except(asSeen.Select(c => c.Id)).Order()]);
    }

    private async Task AddAsync(ClaimsDeskDb db, string personId, List<Claim> claims, Change change, string rationale, CancellationToken cancellationToken)
    {
        var ids = claims.Select(c => (int?)c.Id).ToList();
        var latest = await db.Assessments.Where(a => a.Scale == change.Scale && ids.Contains(a.ClaimId))
            .GroupBy(a => a.ClaimId).Select(g => new { g.Key, Id = g.Max(a => a.Id) }).ToDictionaryAsync(a => a.Key!.Value, a => a.Id, cancellationToken);
        var set = new ChangeSet { PersonId = personId, At = clock.GetUtcNow().UtcDateTime, Scale = change.Scale };
        db.ChangeSets.Add(set);
        foreach (var claim in claims)
        {
            Assessing.Add(db, set, claim.Id, change.Of(claim), change.Value, rationale, latest.TryGetValue(claim.Id, out var id) ? id : null);
            change.Set(claim);
        }
    }

    // What is set: how it was seen, how a claim has it, its new code, and how it is set.
    private sealed record Change(AssessmentScale Scale, Func<SeenClaim, string?> Seen, Func<Claim, string?> Of, string? Value, Action<Claim> Set);
}
