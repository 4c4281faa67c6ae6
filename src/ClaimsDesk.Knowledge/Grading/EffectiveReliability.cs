using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Grading;

/// <summary>
/// The reliability that a claim inherits: the editor's override, else the weakest grade from A to E among its tellers. F and unrated
/// tellers do not count; where nobody has a grade from A to E and somebody has F, it is F.
/// </summary>
public static class EffectiveReliability
{
    /// <summary>Sets <see cref="Claim.Reliability"/> of the claims from their override and their tellers' grades, in one command.</summary>
    internal static Task<int> RefreshAsync(ClaimsDeskDb db, IQueryable<Claim> claims, CancellationToken cancellationToken) =>
        claims.ExecuteUpdateAsync(set => set.SetProperty(
            c => c.Reliability,
            c => c.ReliabilityOverride
                ?? c.Hops.Where(h => h.Source.Reliability != Reliability.F).Max(h => h.Source.Reliability)
                ?? c.Hops.Max(h => h.Source.Reliability)), cancellationToken);

    /// <summary>What the tellers' grades amount to where nobody overrides them.</summary>
    public static Reliability? Of(IEnumerable<Reliability?> tellers)
    {
        var grades = tellers.Where(g => g is not null).Distinct().ToList();
        return grades.Where(g => g != Reliability.F).Max() ?? grades.Max();
    }
}
