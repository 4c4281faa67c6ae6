using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>A claim in the making: spans first, then what they mean.</summary>
internal sealed class Draft
{
    /// <summary>What is told.</summary>
    public required IReadOnlyList<TextSpan> Content { get; set; }

    /// <summary>The words that signal it.</summary>
    public IReadOnlyList<TextSpan> Cue { get; set; } = [];

    /// <summary>Who tells, as printed.</summary>
    public IReadOnlyList<TextSpan> Source { get; set; } = [];

    /// <summary>Who passed it on, as printed: the agency that cites officials.</summary>
    public IReadOnlyList<TextSpan> Relayer { get; set; } = [];

    /// <summary>Number of the sentence in which the cue stands, or the content where there is none.</summary>
    public required int Sentence { get; init; }

    /// <summary>The word that carries the cue's meaning: "said" of "has said".</summary>
    public Word? CueWord { get; set; }

    /// <summary>What the lists know about it.</summary>
    public ReportingWord? Reporting { get; set; }

    /// <summary>Where a rule found the content: "clause", "to", a preposition …, as in <see cref="ReportingWord"/>; "sentence" where it is all the rest. Null from the model.</summary>
    public string? Frame { get; init; }

    /// <summary>The rule or model that found it.</summary>
    public required string FoundBy { get; init; }

    /// <summary>Between 0 and 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The model read it below its own bars.</summary>
    public bool IsShy { get; init; }

    /// <summary>What the finder knows the act to be, where the cue alone does not say.</summary>
    public ClaimAct? Act { get; init; }

    /// <summary>The source withholds, denies or asks that it not be.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The claim in whose content this one stands.</summary>
    public Draft? Parent { get; set; }

    /// <summary>The draft whose source tells this one too: a continued quotation.</summary>
    public Draft? SameSourceAs { get; init; }

    /// <summary>Who tells, resolved.</summary>
    public ResolvedSource Teller { get; set; } = ResolvedSource.Unspecified;

    /// <summary>Outlets through whom the source told it, outermost first: "told Reuters".</summary>
    public List<ChainHop> Through { get; } = [];

    /// <summary>From the first to the last character of the content.</summary>
    public TextSpan ContentHull => new(Content[0].Start, Content[^1].End);

    /// <summary>Where the cue stands, or the content where there is none.</summary>
    public TextSpan CueHull => Cue.Count > 0 ? new(Cue[0].Start, Cue[^1].End) : new(Content[0].Start, Content[0].Start);

    /// <summary>Whether the content holds the whole span.</summary>
    public bool Holds(TextSpan span) => Content.Any(c => c.Contains(span));
}
