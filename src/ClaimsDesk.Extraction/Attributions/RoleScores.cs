using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>What each word of a window is to one cue.</summary>
internal enum Role : byte { Other = 0, Source = 1, Content = 2, Cue = 3 }

/// <summary>How likely each word of a window is each role of one cue, and part of any cue: the mean over the word's pieces.</summary>
internal sealed class RoleScores
{
    private const float Least = 1e-4f;

    public RoleScores(RunningWords words, EncodedWindow window, float[] rows)
    {
        All = new float[words.Count * SpanWeights.Scores];
        for (var w = 0; w < words.Count; w++)
        {
            var into = All.AsSpan(w * SpanWeights.Scores, SpanWeights.Scores);
            for (var role = 0; role < 3; role++) into[4 + role] = words.Mean(w, row => rows[row * 3 + role]);
            into[7] = words.Mean(w, window.InCue);
            for (var i = 0; i < 4; i++) into[i] = MathF.Log(into[4 + i] + Least);
        }
    }

    /// <summary>Word after word: the logarithms of the likelihoods of other, source, content and of being in a cue, then the likelihoods.</summary>
    public float[] All { get; }

    /// <summary>How likely a word is other, source or content.</summary>
    public float this[int word, Role role] => All[word * SpanWeights.Scores + 4 + (int)role];

    /// <summary>For each word whether it is likely to be part of another cue than <paramref name="cue"/>.</summary>
    public bool[] InAnotherCue(FoundCue cue, double threshold) =>
        [.. Enumerable.Range(0, All.Length / SpanWeights.Scores).Select(w => (w < cue.Start || w >= cue.End) && All[w * SpanWeights.Scores + 7] > threshold)];
}
