using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;

namespace ClaimsDesk.Knowledge.Claims.Records;

/// <summary>One claim with everything that goes with it when it is taken away: who told it through whom, where it stands, and who graded it. All spans point into the text of the file.</summary>
public sealed record ClaimRecord
{
    /// <summary>The claim.</summary>
    public required int Id { get; init; }

    /// <summary>The claim in whose content it lies.</summary>
    public required int? ParentId { get; init; }

    /// <summary>How many claims it lies inside.</summary>
    public required int Depth { get; init; }

    /// <summary>What is claimed, in the article's words.</summary>
    public required string Content { get; init; }

    /// <summary>Where the content stands.</summary>
    public required IReadOnlyList<TextSpan> ContentSpans { get; init; }

    /// <summary>The reporting words.</summary>
    public required IReadOnlyList<TextSpan> CueSpans { get; init; }

    /// <summary>The words that name the claimant.</summary>
    public required IReadOnlyList<TextSpan> SourceSpans { get; init; }

    /// <summary>The tellers, outermost first; joint ones follow each other at one position. Never empty.</summary>
    public required IReadOnlyList<RecordHop> Chain { get; init; }

    /// <summary>How many the claimant is, where stated.</summary>
    public required int? SourceCount { get; init; }

    /// <summary>What the claimant belongs to.</summary>
    public required string? Affiliation { get; init; }

    /// <summary>The article it stands in.</summary>
    public required RecordArticle Article { get; init; }

    /// <summary>Whom it is about and which places it speaks of, in the order of the text.</summary>
    public required IReadOnlyList<RecordActor> Actors { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required QuoteKind Quote { get; init; }

    /// <summary>What the claimant does by saying it.</summary>
    public required ClaimAct Act { get; init; }

    /// <summary>Whether the claimant denies or withholds it, or its main clause is negative.</summary>
    public required bool Negated { get; init; }

    /// <summary>Whether it is weakened: may, reportedly.</summary>
    public required bool Hedged { get; init; }

    /// <summary>When it was said.</summary>
    public required PartialDate? SaidOn { get; init; }

    /// <summary>When what is claimed happened or is to happen.</summary>
    public required PartialDate? EventDate { get; init; }

    /// <summary>The effective reliability; null is not rated.</summary>
    public required Reliability? Reliability { get; init; }

    /// <summary>Whether an editor set <see cref="Reliability"/> for this claim alone.</summary>
    public required bool ReliabilityIsOverride { get; init; }

    /// <summary>The weakest graded teller, from whom <see cref="Reliability"/> is; null where it is an override or there is none.</summary>
    public required RecordHop? ReliabilityFrom { get; init; }

    /// <summary>Who gave <see cref="Reliability"/>; null where nobody did.</summary>
    public required Judged? ReliabilityJudged { get; init; }

    /// <summary>How credible it is; null is not rated.</summary>
    public required Credibility? Credibility { get; init; }

    /// <summary>Who said how credible it is; null where nobody did.</summary>
    public required Judged? CredibilityJudged { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>Who said where it stands; null where nobody did.</summary>
    public required Judged? StatusJudged { get; init; }

    /// <summary>Whether an editor let the reading stand or rejected it; null where nobody has.</summary>
    public required ClaimReview? Review { get; init; }

    /// <summary>Who read it so; null where nobody has.</summary>
    public required Judged? ReviewJudged { get; init; }

    /// <summary>The rule or model that found it.</summary>
    public required string FoundBy { get; init; }

    /// <summary>Between 0 and 1: how sure the finder is.</summary>
    public required double Confidence { get; init; }

    /// <summary>The claimants: those of the last hop.</summary>
    public IEnumerable<RecordHop> Claimants => Chain.Where(hop => hop.Position == Chain[^1].Position);

    /// <summary>The claimants' names as one text.</summary>
    public string Claimant => string.Join(" and ", Claimants.Select(hop => hop.Name));

    /// <summary>
    /// An identity that it keeps wherever the knowledge base goes, as it is made of the text and of where the claim, its cue and its
    /// source stand in it.
    /// </summary>
    public Guid Identity => new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|',
        [Article.TextSha256, .. new[] { ContentSpans, CueSpans, SourceSpans }.Select(spans => string.Join(' ', spans)), Depth.ToString(CultureInfo.InvariantCulture)])))[..16]);

    /// <summary>When it was brought in, or when it or one of its tellers was last judged, or a judgement taken back; UTC, whichever is later.</summary>
    public required DateTime UpdatedAt { get; init; }
}

/// <summary>One teller of a claim.</summary>
/// <param name="Position">The place in the chain, from zero, outermost first; joint tellers share one.</param>
/// <param name="SourceId">The source.</param>
/// <param name="Name">Its name, or its wording where it has none.</param>
/// <param name="Kind">What sort of source it is.</param>
/// <param name="Wording">How the text names it here; null where the hop comes from the page and not from the sentence.</param>
/// <param name="SourceSpans">Where <paramref name="Wording"/> stands.</param>
/// <param name="Cue">The reporting words; null where there are none.</param>
/// <param name="CueSpans">Where <paramref name="Cue"/> stands.</param>
/// <param name="Reliability">The source's grade; null is not rated.</param>
public sealed record RecordHop(
    int Position, int SourceId, string Name, SourceKind Kind, string? Wording, IReadOnlyList<TextSpan> SourceSpans,
    string? Cue, IReadOnlyList<TextSpan> CueSpans, Reliability? Reliability);

/// <summary>The article a claim stands in, and the file the article stands in.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its headline, where known.</param>
/// <param name="Url">Where it was published, where known; http or https.</param>
/// <param name="Published">The day of publication, where known.</param>
/// <param name="OutletId">Its outlet, where known.</param>
/// <param name="Outlet">The outlet's name.</param>
/// <param name="OutletKind">Whether it is a publisher or a wire service.</param>
/// <param name="FileId">The file.</param>
/// <param name="TextSha256">SHA-256 of the file's text with its newlines made one kind and its ends trimmed.</param>
/// <param name="BatchId">The import that brought it.</param>
/// <param name="ImportedAt">When, UTC.</param>
public sealed record RecordArticle(
    int Id, string? Title, string? Url, DateOnly? Published, int? OutletId, string? Outlet, SourceKind? OutletKind,
    int FileId, string TextSha256, int BatchId, DateTime ImportedAt);

/// <summary>An actor or a place of a claim.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Part">What it is in the claim.</param>
public sealed record RecordActor(int Id, string Name, ActorKind Kind, ClaimActorPart Part);

/// <summary>Who gave a grade or a status.</summary>
/// <param name="By">The person's name.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Rationale">Why.</param>
public sealed record Judged(string By, DateTime At, string Rationale);
