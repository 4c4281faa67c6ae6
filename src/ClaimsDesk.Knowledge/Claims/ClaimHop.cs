using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Claims;

/// <summary>One teller of a claim. Joint sources ("Lisbon and Athens said") stand at the same position.</summary>
public sealed class ClaimHop
{
    /// <summary>The claim.</summary>
    public int ClaimId { get; internal set; }

    /// <summary>Its place in the chain, from zero, outermost first.</summary>
    public required int Position { get; init; }

    /// <summary>Its place among those who tell jointly: zero for the first, and for one who tells alone.</summary>
    public int Joint { get; init; }

    /// <summary>Who tells.</summary>
    public int SourceId { get; set; }

    /// <summary>Who tells.</summary>
    public Source Source { get; set; } = null!;

    /// <summary>How the text names the teller here; null where the hop comes from the page and not from the sentence.</summary>
    public string? Wording { get; init; }

    /// <summary>Where <see cref="Wording"/> stands.</summary>
    public IReadOnlyList<TextSpan> SourceSpans { get; init; } = [];

    /// <summary>The reporting words; null where there are none.</summary>
    public string? Cue { get; init; }

    /// <summary>Where <see cref="Cue"/> stands.</summary>
    public IReadOnlyList<TextSpan> CueSpans { get; init; } = [];
}
