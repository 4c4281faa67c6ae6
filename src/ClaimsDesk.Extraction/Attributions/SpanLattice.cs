namespace ClaimsDesk.Extraction.Attributions;

/// <summary>What speaks for each role of each word, and for each change of roles between two words, for one cue. Whole readings are compared by their sums.</summary>
internal sealed class SpanLattice
{
    /// <summary>Other, source, content, cue.</summary>
    public const int Roles = 4;

    /// <summary>What is not allowed: a second cue, or a main word of the cue that is none.</summary>
    public const float Never = -1e4f;

    private const int FarthestOfCue = 12;

    public SpanLattice(SpanWeights weights, CueView view, float[] scores)
    {
        (Count, Anchor, Pairs) = (view.Words.Length / WordGroups.Count, view.Anchor, weights.Pairs);
        Words = new float[Count * Roles];
        Enter = new float[Count * Roles];
        Leave = new float[Count * Roles];
        for (var w = 0; w < Count; w++)
        {
            AddWord(weights, view.Words, scores, w);
            if (w > 0) AddStep(weights, view.Steps, scores, w);
        }
    }

    public int Count { get; }

    public int Anchor { get; }

    public float[] Pairs { get; }

    public float[] Words { get; }

    public float[] Enter { get; }

    public float[] Leave { get; }

    /// <summary>What speaks for role <paramref name="to"/> of word <paramref name="w"/> after role <paramref name="from"/> of the word before.</summary>
    public float Step(int w, int from, int to) => from == to ? 0 : Pairs[from * Roles + to] + Enter[w * Roles + to] + Leave[w * Roles + from];

    private void AddWord(SpanWeights weights, int[] words, float[] scores, int w)
    {
        var into = Words.AsSpan(w * Roles + 1, 3);
        for (var g = 0; g < WordGroups.Count; g++)
        {
            var feature = words[w * WordGroups.Count + g];
            if (feature >= 0) Add(into, weights.Words.AsSpan(feature * 3, 3), 1);
        }
        for (var s = 0; s < SpanWeights.Scores; s++) Add(into, weights.ScoresOfWords.AsSpan(s * 3, 3), scores[w * SpanWeights.Scores + s]);
        if (w == Anchor) (Words[w * Roles], into[0], into[1]) = (Never, Never, Never);
        else if (Math.Abs(w - Anchor) > FarthestOfCue) into[2] = Never;
    }

    private void AddStep(SpanWeights weights, int[] steps, float[] scores, int w)
    {
        Span<float> enter = Enter.AsSpan(w * Roles + 1, 3), leave = Leave.AsSpan(w * Roles + 1, 3);
        for (var g = 0; g < StepGroups.Count; g++)
        {
            var feature = steps[w * StepGroups.Count + g];
            if (feature < 0) continue;
            Add(enter, weights.Steps.AsSpan(feature * 6, 3), 1);
            Add(leave, weights.Steps.AsSpan(feature * 6 + 3, 3), 1);
        }
        for (var role = 0; role < 3; role++)
        {
            var rise = scores[w * SpanWeights.Scores + 5 + role] - scores[(w - 1) * SpanWeights.Scores + 5 + role];
            enter[role] += weights.ScoresOfSteps[role] * rise;
            leave[role] -= weights.ScoresOfSteps[3 + role] * rise;
        }
        if (w > Anchor) enter[2] = Never;
        else leave[2] = Never;
    }

    private static void Add(Span<float> into, ReadOnlySpan<float> weights, float times)
    {
        for (var i = 0; i < into.Length; i++) into[i] += weights[i] * times;
    }
}
