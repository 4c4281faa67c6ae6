using ClaimsDesk.Knowledge.Grading;

namespace ClaimsDesk.Web.Grading;

/// <summary>Why a claim has the reliability it has, in one sentence.</summary>
public static class ReliabilityWords
{
    /// <summary>"B, from the weakest graded hop, Daily Lantern; not rated: two senior Greek sources".</summary>
    public static string Of(ReliabilityReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var parts = new List<string>();
        if (reason.IsOverride) parts.Add($"{reason.Grade?.Code()}, set for this claim alone");
        else if (reason.Grade is { } grade) parts.Add($"{grade.Code()}, from the weakest graded hop, {reason.From?.Name}");
        else parts.Add("not rated yet");
        if (reason.CannotBeJudged.Count > 0 && reason.Grade != Reliability.F) parts.Add("cannot be judged (F): " + Names(reason.CannotBeJudged));
        if (reason.Grade is not null && !reason.IsOverride && reason.Unrated.Count > 0) parts.Add("not rated: " + Names(reason.Unrated));
        return string.Join("; ", parts);
    }

    private static string Names(IEnumerable<Knowledge.Claims.Search.Teller> tellers) => string.Join(", ", tellers.Select(teller => teller.Name));
}
