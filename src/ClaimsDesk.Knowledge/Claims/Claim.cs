using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Claims;

/// <summary>
/// Somebody said something, in an article, in these words. What was read from the text is never edited. Status and grades can only be
/// set through an assessment that a person makes, so nothing that reads texts can say that a claim is anything but unverified.
/// </summary>
public sealed class Claim
{
    private PartialDate? _saidOn;
    private PartialDate? _eventDate;

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The article.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The article.</summary>
    public Article Article { get; init; } = null!;

    /// <summary>Its place among the claims of the article, from zero, a parent before its children.</summary>
    public required int Position { get; init; }

    /// <summary>The claim in whose content it lies.</summary>
    public int? ParentId { get; private set; }

    /// <summary>The claim in whose content it lies.</summary>
    public Claim? Parent { get; init; }

    /// <summary>How many claims it lies inside: zero for an outermost one.</summary>
    public required int Depth { get; init; }

    /// <summary>What is claimed, as printed; " … " stands between parts that other words separate.</summary>
    public required string Content { get; init; }

    /// <summary>Where <see cref="Content"/> stands in the file's text.</summary>
    public required IReadOnlyList<TextSpan> ContentSpans { get; init; }

    /// <summary>The words that signal the attribution.</summary>
    public IReadOnlyList<TextSpan> CueSpans { get; init; } = [];

    /// <summary>The words that name the source.</summary>
    public IReadOnlyList<TextSpan> SourceSpans { get; init; } = [];

    /// <summary>The words elsewhere in the text that say who the source is: of "he" the name; empty where the source's own words do.</summary>
    public IReadOnlyList<TextSpan> NamedAtSpans { get; init; } = [];

    /// <summary>The claim's own source: the last hop's.</summary>
    public int SourceId { get; private set; }

    /// <summary>The claim's own source: the last hop's.</summary>
    public Source Source { get; set; } = null!;

    /// <summary>The kind of <see cref="Source"/>, kept here because most lists filter or count by it.</summary>
    public required SourceKind SourceKind { get; set; }

    /// <summary>How many the source is, where stated.</summary>
    public int? SourceCount { get; init; }

    /// <summary>What the source belongs to.</summary>
    public string? Affiliation { get; init; }

    /// <summary><see cref="Affiliation"/> as names are compared.</summary>
    public string? AffiliationKey { get; init; }

    /// <summary>The names of the tellers, outermost first, for the text search.</summary>
    public required string ToldBy { get; set; }

    /// <summary>The tellers, outermost first.</summary>
    public List<ClaimHop> Hops { get; } = [];

    /// <summary>Whom and which places the content speaks of.</summary>
    public List<ClaimActor> Actors { get; } = [];

    /// <summary>Direct, indirect or mixed.</summary>
    public QuoteKind Quote { get; init; }

    /// <summary>What the source does by saying it.</summary>
    public ClaimAct Act { get; init; }

    /// <summary>Whether the source denies or withholds the content, or its main clause is negative.</summary>
    public bool Negated { get; init; }

    /// <summary>Whether a weakener stands on the main predication.</summary>
    public bool Hedged { get; init; }

    /// <summary>When it was said.</summary>
    public PartialDate? SaidOn
    {
        get => _saidOn;
        init
        {
            _saidOn = value;
            (SaidFirst, SaidLast) = (value?.First ?? default, value?.Last ?? default);
        }
    }

    /// <summary>The first day <see cref="SaidOn"/> can mean; 1 January of the year 1 when unknown, so that every claim has a place in the order.</summary>
    public DateOnly SaidFirst { get; private set; }

    /// <summary>The last day <see cref="SaidOn"/> can mean.</summary>
    public DateOnly SaidLast { get; private set; }

    /// <summary>When what is claimed happened or is to happen.</summary>
    public PartialDate? EventDate
    {
        get => _eventDate;
        init
        {
            _eventDate = value;
            (EventFirst, EventLast) = (value?.First ?? default, value?.Last ?? default);
        }
    }

    /// <summary>The first day <see cref="EventDate"/> can mean; 1 January of the year 1 when unknown.</summary>
    public DateOnly EventFirst { get; private set; }

    /// <summary>The last day <see cref="EventDate"/> can mean.</summary>
    public DateOnly EventLast { get; private set; }

    /// <summary>The article's outlet, kept here because lists filter and sort by it.</summary>
    public int? OutletId { get; set; }

    /// <summary>The article's outlet.</summary>
    public Source? Outlet { get; set; }

    /// <summary>The article's day of publication; 1 January of the year 1 when unknown. Kept here because lists filter and sort by it.</summary>
    public DateOnly Published { get; set; }

    /// <summary>The lines around the claim, on one line, for the text search; null where they were not filled in yet (<see cref="Open.Passage"/>).</summary>
    public string? Context { get; set; }

    /// <summary>The rule or model that found it.</summary>
    public required string FoundBy { get; init; }

    /// <summary>Between 0 and 1: how sure the finder is that this is an attribution.</summary>
    public double Confidence { get; init; }

    /// <summary>Where the claim stands.</summary>
    public ClaimStatus Status { get; private set; } = ClaimStatus.Unverified;

    /// <summary>How credible it is; null is <em>not rated yet</em>.</summary>
    public Credibility? Credibility { get; private set; }

    /// <summary>The reliability an editor set for this claim alone.</summary>
    public Reliability? ReliabilityOverride { get; private set; }

    /// <summary>
    /// The effective reliability: the override, else the weakest grade from A to E among the tellers, else F where one of them was
    /// judged F; null where nobody rated any. Follows the sources' grades.
    /// </summary>
    public Reliability? Reliability { get; private set; }

    /// <summary>Whether an editor has read it in its article and let it stand, or rejected it; null where nobody has.</summary>
    public ClaimReview? Review { get; private set; }

    /// <summary>Counts the assessments; whoever saves must have seen the last one.</summary>
    public int Version { get; private set; }

    internal void SetSource(Source source) => (Source, SourceKind) = (source, source.Kind);

    internal void SetReview(ClaimReview? review) => (Review, Version) = (review, Version + 1);

    internal void SetStatus(ClaimStatus status) => (Status, Version) = (status, Version + 1);

    internal void SetCredibility(Credibility? grade) => (Credibility, Version) = (grade, Version + 1);

    internal void SetReliabilityOverride(Reliability? grade) => (ReliabilityOverride, Version) = (grade, Version + 1);
}
