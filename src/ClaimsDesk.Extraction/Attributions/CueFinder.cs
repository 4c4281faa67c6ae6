using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>A run of words that signals an attribution.</summary>
/// <param name="Start">Its first word in the window.</param>
/// <param name="End">Past its last word.</param>
/// <param name="Best">Its likeliest word.</param>
/// <param name="Confidence">The likelihood of that word.</param>
internal readonly record struct FoundCue(int Start, int End, int Best, float Confidence);

internal static class CueFinder
{
    /// <summary>
    /// The cues of a window: runs of words likelier than <paramref name="wordThreshold"/> to be in a cue, of which one at least is likelier
    /// than <paramref name="threshold"/>; a new one starts where beginning is likelier than going on. A cue is taken only from the
    /// window that has its middle most in the middle.
    /// </summary>
    public static List<FoundCue> Find(RunningWords words, EncodedWindow scores, double threshold, double wordThreshold)
    {
        var cues = new List<FoundCue>();
        for (var w = 0; w < words.Count;)
        {
            var confidence = words.Mean(w, scores.InCue);
            if (confidence <= wordThreshold) { w++; continue; }
            var end = w + 1;
            var best = w;
            for (; end < words.Count; end++)
            {
                var next = words.Mean(end, scores.InCue);
                if (next <= wordThreshold || Begins(words.FirstRow(end), scores)) break;
                if (next > confidence) (best, confidence) = (end, next);
            }
            var middle = words.FirstPiece((w + end - 1) / 2);
            if (confidence > threshold && middle >= words.Window.OwnStart && middle < words.Window.OwnEnd) cues.Add(new FoundCue(w, end, best, confidence));
            w = end;
        }
        return cues;
    }

    /// <summary>Single words outside the found cues that <paramref name="mayTell"/> takes, likelier than <paramref name="threshold"/> to be in a cue.</summary>
    public static IEnumerable<FoundCue> FindShy(RunningWords words, EncodedWindow scores, IReadOnlyList<FoundCue> found, double threshold, Func<int, bool> mayTell)
    {
        for (int w = 0, next = 0; w < words.Count; w++)
        {
            while (next < found.Count && found[next].End <= w) next++;
            if (next < found.Count && found[next].Start <= w) continue;
            var middle = words.FirstPiece(w);
            if (middle < words.Window.OwnStart || middle >= words.Window.OwnEnd || !mayTell(w)) continue;
            var confidence = words.Mean(w, scores.InCue);
            if (confidence > threshold) yield return new FoundCue(w, w + 1, w, confidence);
        }
    }

    private static bool Begins(int row, EncodedWindow scores) => scores.BeginsCue(row) > scores.InCue(row) - scores.BeginsCue(row);
}
