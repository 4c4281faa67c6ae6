using ClaimsDesk.Knowledge.Claims.Search;

namespace ClaimsDesk.Knowledge.Grading;

/// <summary>Why a claim has the reliability it has.</summary>
/// <param name="Grade">The effective grade; null is not rated.</param>
/// <param name="IsOverride">Whether an editor set it for this claim alone.</param>
/// <param name="From">The weakest graded teller, from whom it is; null where it is an override or there is none.</param>
/// <param name="CannotBeJudged">Tellers graded F, who do not count.</param>
/// <param name="Unrated">Tellers that nobody graded, who do not count.</param>
public sealed record ReliabilityReason(
    Reliability? Grade, bool IsOverride, Teller? From, IReadOnlyList<Teller> CannotBeJudged, IReadOnlyList<Teller> Unrated)
{
    /// <summary>The reason for one claim.</summary>
    public static ReliabilityReason Of(ClaimRow claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var judgedF = claim.Tellers.Where(t => t.Reliability == Reliability.F).ToList();
        var weakest = claim.Tellers.Where(t => t.Reliability is not (null or Reliability.F)).MaxBy(t => t.Reliability) ?? judgedF.FirstOrDefault();
        return new ReliabilityReason(
            claim.Reliability, claim.ReliabilityIsOverride, claim.ReliabilityIsOverride ? null : weakest,
            judgedF, [.. claim.Tellers.Where(t => t.Reliability is null)]);
    }
}
