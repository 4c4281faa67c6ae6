using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>How likely an attribution is right as read: a logistic regression on how sure the net was of its cue, source and content.</summary>
internal static class Certainty
{
    /// <summary>Contents of so many words and more are equally trusted; shorter ones less.</summary>
    private const double LongEnough = 10;

    private const double LeastDoubt = 1e-4;

    public static double Of(FoundCue cue, Role[] roles, RoleScores scores, bool quoted, CertaintyWeights weights)
    {
        double source = Mean(Role.Source, roles, scores), content = Mean(Role.Content, roles, scores);
        var sum = weights.Bias
            + weights.CueDoubt * Math.Log(1 - cue.Confidence + LeastDoubt)
            + (source > 0 ? weights.Source * source : weights.NoSource)
            + weights.Content * content
            + weights.Length * Math.Min(1, roles.Count(r => r == Role.Content) / LongEnough)
            + (quoted ? weights.Quoted : 0);
        return 1 / (1 + Math.Exp(-sum));
    }

    private static double Mean(Role role, Role[] roles, RoleScores scores)
    {
        var likelihoods = Enumerable.Range(0, roles.Length).Where(w => roles[w] == role).Select(w => (double)scores[w, role]);
        return likelihoods.DefaultIfEmpty(0).Average();
    }
}
