using System.Numerics.Tensors;

namespace ClaimsDesk.Extraction.Encoder;

/// <summary>The scores of a sentence's words. In the tree's scores number 0 is the root and number i the word i − 1, as in the model's file.</summary>
internal sealed class WordScores(int words, ModelLabels labels, float[] tags, float[] names, float[] arcs, float[] relations)
{
    private readonly int _nodes = words + 1;

    /// <summary>Whether the numbers are as many as the labels ask for.</summary>
    public bool FitLabels =>
        tags.Length == _nodes * labels.Tag.Length && names.Length == _nodes * labels.Name.Length
        && arcs.Length == _nodes * _nodes && relations.Length == _nodes * _nodes * labels.Relation.Length;

    public string Tag(int word) => labels.Tag[Best(tags, word + 1, labels.Tag.Length)];

    public string Name(int word) => labels.Name[Best(names, word + 1, labels.Name.Length)];

    /// <summary>The relation of <paramref name="word"/> to <paramref name="head"/> (−1: the root). Only the root's own word is called root.</summary>
    public string Relation(int word, int head)
    {
        var row = relations.AsSpan(((word + 1) * _nodes + head + 1) * labels.Relation.Length, labels.Relation.Length);
        if (head == -1) return "root";
        var best = TensorPrimitives.IndexOfMax<float>(row);
        if (labels.Relation[best] != "root") return labels.Relation[best];
        row[best] = float.NegativeInfinity;
        return labels.Relation[TensorPrimitives.IndexOfMax<float>(row)];
    }

    /// <summary>The head of each word in the best tree with one root; −1 for the root.</summary>
    public int[] Heads() => MaximumSpanningTree.Heads(arcs, _nodes);

    private static int Best(float[] scores, int row, int width) => TensorPrimitives.IndexOfMax<float>(scores.AsSpan(row * width, width));
}
