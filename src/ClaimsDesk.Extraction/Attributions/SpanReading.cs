namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Finds the best reading of a lattice (Viterbi).</summary>
internal static class SpanReading
{
    private const int Roles = SpanLattice.Roles;
    private const int WithSource = Roles;
    private const int WithContent = 2 * Roles;
    private const int States = 4 * Roles;

    /// <summary>
    /// The role of each word in the reading with the highest sum, of those that have a content: nothing is told without one. Where several
    /// places might each be the source, the best reading has none though it is likely that there is one: so one without a source must be
    /// better by <paramref name="withoutSource"/> than any that has one.
    /// </summary>
    public static Role[] Best(SpanLattice lattice, double withoutSource)
    {
        // A state is a role, and whether a source and a content have been met by then.
        var from = new byte[lattice.Count * States];
        Span<float> best = stackalloc float[States], next = stackalloc float[States];
        best.Fill(float.NegativeInfinity);
        for (var role = 0; role < Roles; role++) best[After(0, role)] = lattice.Words[role];
        for (var w = 1; w < lattice.Count; w++)
        {
            next.Fill(float.NegativeInfinity);
            for (var state = 0; state < States; state++)
            {
                for (var to = 0; to < Roles; to++)
                {
                    var sum = best[state] + lattice.Step(w, state % Roles, to) + lattice.Words[w * Roles + to];
                    var into = After(state, to);
                    if (sum <= next[into]) continue;
                    next[into] = sum;
                    from[w * States + into] = (byte)state;
                }
            }
            next.CopyTo(best);
        }
        int without = WithContent + Highest(best.Slice(WithContent, Roles)), with = WithContent + WithSource + Highest(best[(WithContent + WithSource)..]);
        return TraceBack(best[without] > best[with] + withoutSource ? without : with, from, lattice.Count);
    }

    private static int After(int state, int role) =>
        role
        + (role == (int)Role.Source || state % WithContent >= WithSource ? WithSource : 0)
        + (role == (int)Role.Content || state >= WithContent ? WithContent : 0);

    private static int Highest(ReadOnlySpan<float> sums)
    {
        var highest = 0;
        for (var i = 1; i < sums.Length; i++)
        {
            if (sums[i] > sums[highest]) highest = i;
        }
        return highest;
    }

    private static Role[] TraceBack(int state, byte[] from, int words)
    {
        var roles = new Role[words];
        for (var w = words - 1; w >= 0; w--)
        {
            roles[w] = (Role)(state % Roles);
            state = from[w * States + state];
        }
        return roles;
    }
}
