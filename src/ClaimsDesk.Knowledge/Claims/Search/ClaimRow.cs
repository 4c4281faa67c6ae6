using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>A claim as a list shows it.</summary>
public sealed record ClaimRow
{
    /// <summary>The claim.</summary>
    public required int Id { get; init; }

    /// <summary>What is claimed, in the article's words.</summary>
    public required string Content { get; init; }

    /// <summary>The claim in whose content it lies.</summary>
    public required int? ParentId { get; init; }

    /// <summary>How many claims it lies inside.</summary>
    public required int Depth { get; init; }

    /// <summary>The tellers, outermost first; joint ones follow each other at one position. Never empty.</summary>
    public required IReadOnlyList<Teller> Tellers { get; init; }

    /// <summary>The article.</summary>
    public required int ArticleId { get; init; }

    /// <summary>Its headline, where it has one.</summary>
    public required string? ArticleTitle { get; init; }

    /// <summary>Its outlet, where known.</summary>
    public required int? OutletId { get; init; }

    /// <summary>The outlet's name.</summary>
    public required string? Outlet { get; init; }

    /// <summary>The article's day of publication.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>When it was said.</summary>
    public required PartialDate? SaidOn { get; init; }

    /// <summary>When what is claimed happened or is to happen.</summary>
    public required PartialDate? EventDate { get; init; }

    /// <summary>What the source does by saying it.</summary>
    public required ClaimAct Act { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required QuoteKind Quote { get; init; }

    /// <summary>Whether the source denies or withholds it.</summary>
    public required bool Negated { get; init; }

    /// <summary>Whether it is weakened: may, reportedly.</summary>
    public required bool Hedged { get; init; }

    /// <summary>The rule or model that found it.</summary>
    public required string FoundBy { get; init; }

    /// <summary>Between 0 and 1: how sure the finder is.</summary>
    public required double Confidence { get; init; }

    /// <summary>The effective reliability; null is not rated.</summary>
    public required Reliability? Reliability { get; init; }

    /// <summary>Whether an editor set <see cref="Reliability"/> for this claim alone.</summary>
    public required bool ReliabilityIsOverride { get; init; }

    /// <summary>How credible it is; null is not rated.</summary>
    public required Credibility? Credibility { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>Whether an editor let the reading stand or rejected it; null where nobody has.</summary>
    public Review.ClaimReview? Review { get; init; }

    /// <summary>The claim's own source: the last teller, the first of them where several tell jointly.</summary>
    public Teller Source => Tellers.First(t => t.Position == Tellers[^1].Position);

    /// <summary>The reporting words of the last hop; null where there are none.</summary>
    public string? Cue => Source.Cue;
}

/// <summary>A teller as a path shows it.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Name">Its name, or its wording where it has none.</param>
/// <param name="Kind">What sort of source it is.</param>
/// <param name="Position">Its place in the chain, from zero; joint tellers share one.</param>
/// <param name="Cue">The reporting words of this hop.</param>
/// <param name="Wording">How the text names it here; null where the hop comes from the page and not from the sentence.</param>
/// <param name="Reliability">The source's grade; null is not rated.</param>
public sealed record Teller(int SourceId, string Name, SourceKind Kind, int Position, string? Cue, string? Wording, Reliability? Reliability)
{
    /// <summary>Whether it is to look unnamed: an informant, or nobody at all.</summary>
    public bool IsUnnamed => Kind is SourceKind.Anonymous or SourceKind.Unspecified;

    /// <summary>The name for the page: an outlet that nobody knows, and nobody at all, have none.</summary>
    internal static string Shown(string name, SourceKind kind) => kind switch
    {
        SourceKind.Outlet when name == Source.UnknownOutlet => "outlet not known",
        SourceKind.Unspecified when name == Source.Nobody => "nobody named",
        _ => name,
    };
}

/// <summary>A page of claims.</summary>
/// <param name="Claims">The claims, in order.</param>
/// <param name="Next">The filter of the next page; null on the last one.</param>
public sealed record ClaimPage(IReadOnlyList<ClaimRow> Claims, Filters.ClaimFilter? Next)
{
    /// <summary>Whether the page is the first one because there is no claim any more of the number to read on from.</summary>
    public bool StartsAnew { get; init; }

    /// <summary>Why claims fit words that stand around them or in their articles, by the claim.</summary>
    public IReadOnlyDictionary<int, MatchReason> Reasons { get; init; } = new Dictionary<int, MatchReason>();
}

/// <summary>How many, counted up to a bound.</summary>
/// <param name="Number">The number, or the bound where there are more.</param>
/// <param name="OrMore">Whether there are more.</param>
public readonly record struct BoundedCount(int Number, bool OrMore)
{
    /// <summary>Where counting stops.</summary>
    public const int Bound = 10_000;

    /// <summary>What was counted up to one beyond the bound.</summary>
    internal static BoundedCount Of(int counted) => new(Math.Min(counted, Bound), counted > Bound);

    /// <summary>"14", "1,204" or "10,000+".</summary>
    public override string ToString() => Number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) + (OrMore ? "+" : "");
}
