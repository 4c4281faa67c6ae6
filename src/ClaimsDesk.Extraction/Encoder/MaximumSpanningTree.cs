namespace ClaimsDesk.Extraction.Encoder;

/// <summary>
/// The best dependency tree under given arc scores. Each word's best head alone is a tree nine times in ten; where it is
/// not, Chu and Liu's and Edmonds' algorithm mends it, with the root's arcs made dearer where several words would hang on it.
/// </summary>
internal static class MaximumSpanningTree
{
    /// <summary>Heads of the words 1 … n−1 of a graph whose node 0 is the root, numbered from 0 without the root; −1 for the one word under the root.</summary>
    /// <param name="scores">Row a word, column its head: <c>scores[word × nodes + head]</c>.</param>
    /// <param name="nodes">Words and root together.</param>
    public static int[] Heads(float[] scores, int nodes)
    {
        if (nodes <= 1) return [];
        var heads = Greedy(scores, nodes);
        if (!IsTree(heads)) heads = ChuLiuEdmonds(scores, nodes, 0);
        if (heads.Skip(1).Count(h => h == 0) > 1) heads = ChuLiuEdmonds(scores, nodes, RootPenalty(scores));
        return heads.Skip(1).Select(h => h - 1).ToArray();
    }

    /// <summary>More than any exchange of arcs can win, so that the root keeps exactly one word.</summary>
    private static double RootPenalty(float[] scores) => 1 + scores.Length * 2.0 * scores.Max(s => Math.Abs(s));

    private static int[] Greedy(float[] scores, int nodes)
    {
        var heads = new int[nodes];
        heads[0] = -1;
        for (var word = 1; word < nodes; word++)
        {
            var best = word == 1 ? 0 : 1;
            for (var head = 0; head < nodes; head++)
            {
                if (head != word && scores[word * nodes + head] > scores[word * nodes + best]) best = head;
            }
            if (best != 0 && scores[word * nodes] >= scores[word * nodes + best]) best = 0;
            heads[word] = best;
        }
        return heads;
    }

    private static bool IsTree(int[] heads)
    {
        var state = new byte[heads.Length];
        state[0] = 2;
        for (var word = 1; word < heads.Length; word++)
        {
            var node = word;
            while (state[node] == 0)
            {
                state[node] = 1;
                node = heads[node];
            }
            if (state[node] == 1) return false;
            for (node = word; state[node] == 1; node = heads[node]) state[node] = 2;
        }
        return true;
    }

    private static int[] ChuLiuEdmonds(float[] scores, int nodes, double rootPenalty)
    {
        var weights = new double[nodes, nodes];
        var heads = new int[nodes];
        heads[0] = -1;
        for (var word = 1; word < nodes; word++)
        {
            for (var head = 0; head < nodes; head++) weights[word, head] = scores[word * nodes + head] - (head == 0 ? rootPenalty : 0);
            heads[word] = Enumerable.Range(0, nodes).Where(n => n != word).MaxBy(head => weights[word, head]);
        }
        return Contract(weights, Enumerable.Range(0, nodes).ToList(), heads);
    }

    /// <summary>
    /// One round: a cycle among the nodes' best heads becomes one node (its first, whose arcs in <paramref name="weights"/> are
    /// overwritten), the rest is solved, and the cycle is opened where the tree enters it. No best head is looked for anew but
    /// the new node's, so that all rounds together cost no more than the square of the number of words.
    /// </summary>
    /// <param name="weights">Row a node, column its head.</param>
    /// <param name="alive">The nodes that are left.</param>
    /// <param name="heads">The best head of each of them; overwritten.</param>
    private static int[] Contract(double[,] weights, List<int> alive, int[] heads)
    {
        var cycle = FindCycle(heads, alive);
        if (cycle.Count == 0) return heads;

        var name = cycle[0];
        var inCycle = cycle.ToHashSet();
        var outside = alive.Where(n => !inCycle.Contains(n)).ToList();
        int[] entry = new int[heads.Length], exit = new int[heads.Length], contracted = [.. heads];
        foreach (var node in outside)
        {
            entry[node] = cycle.MaxBy(w => weights[w, node] - weights[w, heads[w]]);
            weights[name, node] = weights[entry[node], node] - weights[entry[node], heads[entry[node]]];
            if (node == 0) continue;
            exit[node] = cycle.MaxBy(h => weights[node, h]);
            weights[node, name] = weights[node, exit[node]];
            if (inCycle.Contains(heads[node])) contracted[node] = name;
        }
        contracted[name] = outside.MaxBy(node => weights[name, node]);
        var solved = Contract(weights, [.. outside, name], contracted);
        var into = solved[name];
        foreach (var node in outside.Where(n => n != 0)) heads[node] = solved[node] == name ? exit[node] : solved[node];
        heads[entry[into]] = into;
        return heads;
    }

    private static List<int> FindCycle(int[] heads, List<int> alive)
    {
        var seen = new int[heads.Length];
        foreach (var start in alive)
        {
            var node = start;
            while (node > 0 && seen[node] == 0)
            {
                seen[node] = start + 1;
                node = heads[node];
            }
            if (node <= 0 || seen[node] != start + 1) continue;
            var cycle = new List<int>();
            for (var member = node; cycle.Count == 0 || member != node; member = heads[member]) cycle.Add(member);
            return cycle;
        }
        return [];
    }
}
