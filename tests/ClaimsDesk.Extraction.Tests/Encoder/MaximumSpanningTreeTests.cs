using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Tests.Encoder;

public class MaximumSpanningTreeTests
{
    [Fact]
    public void A_cycle_is_opened_where_that_costs_least()
    {
        // Each word likes the other best; the root likes the first a little more than the second.
        float[] scores = [0, 0, 0, /* first */ 4, 0, 10, /* second */ 3, 10, 0];

        MaximumSpanningTree.Heads(scores, 3).Should().Equal(-1, 0);
    }

    [Fact]
    public void Only_one_word_hangs_on_the_root()
    {
        float[] scores = [0, 0, 0, /* first */ 10, 0, 1, /* second */ 9, 5, 0];

        MaximumSpanningTree.Heads(scores, 3).Should().Equal(-1, 0);
    }

    [Fact]
    public void No_tree_scores_higher_than_the_one_found()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var scores = Enumerable.Range(0, 25).Select(_ => random.NextSingle()).ToArray();
            var heads = MaximumSpanningTree.Heads(scores, 5);

            Score(heads, scores).Should().BeApproximately(AllTrees(5).Max(t => Score(t, scores)), 1e-6);
            IsTree(heads).Should().BeTrue();
        }
    }

    [Fact]
    public void Two_hundred_words_that_are_all_alike_still_make_a_tree() =>
        IsTree(MaximumSpanningTree.Heads(new float[201 * 201], 201)).Should().BeTrue();

    private static double Score(int[] heads, float[] scores) => heads.Select((head, word) => (double)scores[(word + 1) * (heads.Length + 1) + head + 1]).Sum();

    private static IEnumerable<int[]> AllTrees(int nodes)
    {
        var words = nodes - 1;
        for (var code = 0; code < Math.Pow(nodes, words); code++)
        {
            var heads = Enumerable.Range(0, words).Select(w => code / (int)Math.Pow(nodes, w) % nodes - 1).ToArray();
            if (IsTree(heads)) yield return heads;
        }
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h < 0) != 1) return false;
        for (var word = 0; word < heads.Length; word++)
        {
            var steps = 0;
            for (var above = word; above >= 0; above = heads[above])
            {
                if (++steps > heads.Length) return false;
            }
        }
        return true;
    }
}
