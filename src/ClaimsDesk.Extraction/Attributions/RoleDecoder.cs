using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Reads the likeliest roles of a window's words to one cue (Viterbi): entering or leaving content has a cost, so that contents are few and whole.</summary>
internal static class RoleDecoder
{
    private const int Roles = 3;

    public static Role[] Decode(RoleScores scores, int words, FoundCue cue, ReadingSettings settings)
    {
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
                    var score = best[role] - (w == 0 ? 0 : Cost((Role)role, (Role)to, settings));
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

    private static double Cost(Role from, Role to, ReadingSettings settings)
    {
        if (from == to || (from != Role.Content && to != Role.Content)) return 0;
        return from == Role.Source || to == Role.Source ? settings.ContentBesideSourceCost : settings.ContentCost;
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
