using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Claims.Records;

namespace ClaimsDesk.Web.Api;

/// <summary>A claim: who said what, through whom, in which words, and where it stands. Unverified unless somebody decided otherwise.</summary>
public sealed record ApiClaim
{
    /// <summary>The number of the claim.</summary>
    public required int Id { get; init; }

    /// <summary>The address of its page.</summary>
    public required string Permalink { get; init; }

    /// <summary>What is claimed, in the article's words; " … " stands between parts that other words separate.</summary>
    public required string Content { get; init; }

    /// <summary>Where the content stands in the text of the file: pairs of start and end in UTF-16 code units, end exclusive.</summary>
    public required IReadOnlyList<int[]> ContentSpans { get; init; }

    /// <summary>The claimants' names as one text.</summary>
    public required string Claimant { get; init; }

    /// <summary>Who claims it: the last of the chain, several where they tell jointly.</summary>
    public required IReadOnlyList<ApiSourceLink> Claimants { get; init; }

    /// <summary>Where the words that name the claimant stand.</summary>
    public required IReadOnlyList<int[]> SourceSpans { get; init; }

    /// <summary>How many the claimant is, where the text says so.</summary>
    public required int? SourceCount { get; init; }

    /// <summary>What the claimant belongs to, where the text says so.</summary>
    public required string? Affiliation { get; init; }

    /// <summary>The reporting words; null where there are none.</summary>
    public required string? Cue { get; init; }

    /// <summary>Where the reporting words stand.</summary>
    public required IReadOnlyList<int[]> CueSpans { get; init; }

    /// <summary>The tellers, outermost first; joint ones follow each other at one position.</summary>
    public required IReadOnlyList<ApiHop> Chain { get; init; }

    /// <summary>Who published the article; null where nobody knows.</summary>
    public required ApiSourceLink? Outlet { get; init; }

    /// <summary>The article it stands in.</summary>
    public required ApiArticleLink Article { get; init; }

    /// <summary>How it is worded: direct, indirect, or mixed.</summary>
    public required QuoteKind Quote { get; init; }

    /// <summary>What the claimant does by saying it.</summary>
    public required ClaimAct Act { get; init; }

    /// <summary>Whether the claimant denies or withholds it, or its main clause is negative.</summary>
    public required bool Negated { get; init; }

    /// <summary>Whether it is weakened: may, reportedly.</summary>
    public required bool Hedged { get; init; }

    /// <summary>When it was said, as precisely as the text gives it.</summary>
    public required ApiDate? SaidOn { get; init; }

    /// <summary>When what is claimed happened or is to happen, as precisely as the text gives it.</summary>
    public required ApiDate? EventDate { get; init; }

    /// <summary>Whom it is about, in the order of the text.</summary>
    public required IReadOnlyList<ApiActorLink> Actors { get; init; }

    /// <summary>Which places it speaks of, in the order of the text.</summary>
    public required IReadOnlyList<ApiActorLink> Places { get; init; }

    /// <summary>How reliable its tellers are.</summary>
    public required ApiReliability Reliability { get; init; }

    /// <summary>How credible it is.</summary>
    public required ApiCredibility Credibility { get; init; }

    /// <summary>Where it stands.</summary>
    public required ApiStatus Status { get; init; }

    /// <summary>Whether the article says what the claim says it does.</summary>
    public required ApiReview Review { get; init; }

    /// <summary>The rule or model that found it.</summary>
    public required string FoundBy { get; init; }

    /// <summary>Between 0 and 1: how sure the finder is that this is an attribution.</summary>
    public required double Confidence { get; init; }

    /// <summary>The number of the claim in whose content it lies; null for an outermost one.</summary>
    public required int? Parent { get; init; }

    /// <summary>How many claims it lies inside.</summary>
    public required int Depth { get; init; }

    /// <summary>When it was brought in, or when it or one of its tellers was last judged or a judgement taken back, whichever is later.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>A record as the API tells it.</summary>
    public static ApiClaim Of(ClaimRecord claim, DeskLinks links)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(links);
        return new ApiClaim
        {
            Id = claim.Id,
            Permalink = links.Claim(claim.Id),
            Content = claim.Content,
            ContentSpans = Pairs(claim.ContentSpans),
            Claimant = claim.Claimant,
            Claimants = [.. claim.Claimants.Select(ApiSourceLink.Of)],
            SourceSpans = Pairs(claim.SourceSpans),
            SourceCount = claim.SourceCount,
            Affiliation = claim.Affiliation,
            Cue = claim.Claimants.First().Cue,
            CueSpans = Pairs(claim.CueSpans),
            Chain = [.. claim.Chain.Select(ApiHop.Of)],
            Outlet = ApiSourceLink.OfOutlet(claim.Article),
            Article = ApiArticleLink.Of(claim.Article, links),
            Quote = claim.Quote,
            Act = claim.Act,
            Negated = claim.Negated,
            Hedged = claim.Hedged,
            SaidOn = ApiDate.Of(claim.SaidOn),
            EventDate = ApiDate.Of(claim.EventDate),
            Actors = [.. claim.Actors.Where(a => a.Part == ClaimActorPart.About).Select(ApiActorLink.Of)],
            Places = [.. claim.Actors.Where(a => a.Part == ClaimActorPart.Place).Select(ApiActorLink.Of)],
            Reliability = ApiReliability.Of(claim),
            Credibility = ApiCredibility.Of(claim),
            Status = ApiStatus.Of(claim),
            Review = ApiReview.Of(claim),
            FoundBy = claim.FoundBy,
            Confidence = claim.Confidence,
            Parent = claim.ParentId,
            Depth = claim.Depth,
            UpdatedAt = claim.UpdatedAt,
        };
    }

    internal static IReadOnlyList<int[]> Pairs(IReadOnlyList<TextSpan> spans) => [.. spans.Select(Pair)];

    internal static int[] Pair(TextSpan span) => [span.Start, span.End];
}
