namespace ClaimsDesk.Evaluation.Measures;

/// <summary>One-to-one matching of what is wanted with what was predicted.</summary>
public static class Matching
{
    /// <summary>Takes candidate pairs from the best to the worst, each side once at most. Candidates of equal rank go by the order of their numbers.</summary>
    public static List<(int Gold, int Predicted)> Greedy<TRank>(IEnumerable<(TRank Rank, int Gold, int Predicted)> candidates)
        where TRank : IComparable<TRank>
    {
        var gold = new HashSet<int>();
        var predicted = new HashSet<int>();
        var pairs = new List<(int, int)>();
        foreach (var (_, g, p) in candidates.OrderByDescending(c => c.Rank).ThenBy(c => c.Gold).ThenBy(c => c.Predicted))
        {
            if (gold.Contains(g) || predicted.Contains(p)) continue;
            gold.Add(g);
            predicted.Add(p);
            pairs.Add((g, p));
        }
        return pairs;
    }

    /// <summary>Shared members by all members; nothing on both sides is 0.</summary>
    public static double Jaccard(IReadOnlySet<int> a, IReadOnlySet<int> b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var both = a.Count(b.Contains);
        var either = a.Count + b.Count - both;
        return either == 0 ? 0 : (double)both / either;
    }

    /// <summary>F1 of two sets; two empty ones agree.</summary>
    public static double F1(IReadOnlySet<int> a, IReadOnlySet<int> b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Count + b.Count == 0 ? 1 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
    }
}
