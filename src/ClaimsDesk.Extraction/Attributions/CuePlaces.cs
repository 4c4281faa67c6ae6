using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Where the cues of some attributions stand.</summary>
internal sealed class CuePlaces(IEnumerable<Attribution> attributions)
{
    private readonly List<TextSpan> _cues = Joined(attributions.SelectMany(a => a.Cue).Order());

    /// <summary>Whether one of them shares a character with <paramref name="span"/>.</summary>
    public bool Overlap(TextSpan span)
    {
        var i = Places.At(_cues, span.Start);
        return i < _cues.Count && _cues[i].Overlaps(span);
    }

    /// <summary>Cues that were read twice, a word longer or shorter, are one place.</summary>
    private static List<TextSpan> Joined(IEnumerable<TextSpan> ordered)
    {
        var joined = new List<TextSpan>();
        foreach (var cue in ordered)
        {
            if (joined.Count > 0 && joined[^1].Overlaps(cue)) joined[^1] = joined[^1].Union(cue);
            else joined.Add(cue);
        }
        return joined;
    }
}
