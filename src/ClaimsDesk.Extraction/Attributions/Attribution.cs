using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>An attribution as read from the text: somebody (source) says (cue) something (content). Spans are in order and do not touch.</summary>
/// <param name="Source">Who tells, as printed; empty where the sentence does not name anybody.</param>
/// <param name="Cue">The words that signal it.</param>
/// <param name="Content">What is told; never empty.</param>
/// <param name="Confidence">Between 0 and 1: how likely the attribution is right as read.</param>
/// <param name="FoundBy">The model or rule that found it.</param>
public sealed record Attribution(
    IReadOnlyList<TextSpan> Source,
    IReadOnlyList<TextSpan> Cue,
    IReadOnlyList<TextSpan> Content,
    double Confidence,
    string FoundBy)
{
    /// <summary>Whether it is below the bars that a reading must pass by itself: grammar has to bear it out.</summary>
    public bool IsShy { get; init; }

    /// <summary>Whether the whole cue of <paramref name="other"/> stands inside this one's content.</summary>
    public bool Holds(Attribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other != this && other.Cue.Count > 0 && other.Cue.All(c => Content.Any(s => s.Contains(c)));
    }
}
