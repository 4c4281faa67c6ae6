using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Where the cues of some attributions stand.</summary>
internal sealed class CuePlaces(IEnumerable<Attribution> attributions)
{
    private readonly List<TextSpan> _cues = [.. attributions.SelectMany(a => a.Cue).Order()];

    /// <summary>Whether one of them shares a character with <paramref name="span"/>.</summary>
    public bool Overlap(TextSpan span)
    {
        var i = Places.At(_cues, span.Start);
        return i < _cues.Count && _cues[i].Overlaps(span);
    }
}
