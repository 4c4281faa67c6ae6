using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>
/// Reads the likeliest roles of a window's words to one cue (Viterbi). Entering or leaving a role has a cost, so that spans are
/// few and whole; it is lower where spans begin and end more often than not: at quotation marks, sentence ends, beside the cue, before "that".
/// </summary>
internal static class RoleDecoder
{
    private const int Roles = 3;

    public static Role[] Decode(RoleScores scores, bool[] marks, FoundCue cue, ReadingSettings settings)
    {
        var words = marks.Length;
        var best = new double[Roles];
        var from = new byte[words * Roles];
        for (var w = 0; w < words; w++)
        {
            var next = new double[Roles];
            for (var to = 0; to < Roles; to++)
            {
                next[to] = double.NegativeInfinity;
                for (var role = 0; role < Roles; role++)
                {
                    var score = best[role] - (w == 0 ? 0 : Cost((Role)role, (Role)to, marks[w] || w == cue.Start || w == cue.End, settings));
                    if (score <= next[to]) continue;
                    next[to] = score;
                    from[w * Roles + to] = (byte)role;
                }
                next[to] += Emission(scores, w, (Role)to, cue);
            }
            best = next;
        }
        return TraceBack(best, from, words);
    }

    private static double Emission(RoleScores scores, int word, Role role, FoundCue cue) =>
        word >= cue.Start && word < cue.End ? (role == Role.Other ? 0 : -50) : Math.Log(scores[word, role] + 1e-9);

    private static double Cost(Role from, Role to, bool mark, ReadingSettings settings)
    {
        if (from == to) return 0;
        if (from != Role.Content && to != Role.Content) return settings.SourceCost;
        var cost = from == Role.Source || to == Role.Source ? settings.ContentBesideSourceCost : settings.ContentCost;
        return mark ? cost - settings.MarkDiscount : cost;
    }

    private static Role[] TraceBack(double[] best, byte[] from, int words)
    {
        var roles = new Role[words];
        var role = Array.IndexOf(best, best.Max());
        for (var w = words - 1; w >= 0; w--)
        {
            roles[w] = (Role)role;
            role = from[w * Roles + role];
        }
        return roles;
    }
}
