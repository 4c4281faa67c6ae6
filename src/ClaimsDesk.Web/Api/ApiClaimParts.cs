using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;

namespace ClaimsDesk.Web.Api;

/// <summary>A source by number and name.</summary>
public sealed record ApiSourceLink
{
    /// <summary>The number of the source.</summary>
    public required int Id { get; init; }

    /// <summary>Its name, or its wording where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of source it is.</summary>
    public required SourceKind Kind { get; init; }

    internal static ApiSourceLink? OfOutlet(RecordArticle article) => article.OutletId is not { } id ? null : new()
    {
        Id = id,
        Name = article.Outlet ?? "",
        Kind = article.OutletKind ?? SourceKind.Outlet,
    };

    internal static ApiSourceLink Of(RecordHop hop) => new() { Id = hop.SourceId, Name = hop.Name, Kind = hop.Kind };
}

/// <summary>One teller of a claim.</summary>
public sealed record ApiHop
{
    /// <summary>The place in the chain, from zero, outermost first; joint tellers share one.</summary>
    public required int Position { get; init; }

    /// <summary>Who tells.</summary>
    public required ApiSourceLink Source { get; init; }

    /// <summary>How the text names the teller here; null where the hop comes from the page and not from the sentence.</summary>
    public required string? Wording { get; init; }

    /// <summary>Where the wording stands in the text of the file.</summary>
    public required IReadOnlyList<int[]> WordingSpans { get; init; }

    /// <summary>The reporting words of this hop; null where there are none.</summary>
    public required string? Cue { get; init; }

    /// <summary>Where the reporting words stand.</summary>
    public required IReadOnlyList<int[]> CueSpans { get; init; }

    /// <summary>The grade of the source, A to F; null is not rated.</summary>
    public required string? Reliability { get; init; }

    internal static ApiHop Of(RecordHop hop) => new()
    {
        Position = hop.Position,
        Source = ApiSourceLink.Of(hop),
        Wording = hop.Wording,
        WordingSpans = ApiClaim.Pairs(hop.SourceSpans),
        Cue = hop.Cue,
        CueSpans = ApiClaim.Pairs(hop.CueSpans),
        Reliability = hop.Reliability?.Code(),
    };
}

/// <summary>The article a claim stands in.</summary>
public sealed record ApiArticleLink
{
    /// <summary>The number of the article.</summary>
    public required int Id { get; init; }

    /// <summary>The address of its page.</summary>
    public required string Permalink { get; init; }

    /// <summary>Its headline, where known.</summary>
    public required string? Title { get; init; }

    /// <summary>Where it was published, where known.</summary>
    public required string? Url { get; init; }

    /// <summary>The day of publication, where known.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>The number of the file whose text all spans point into.</summary>
    public required int File { get; init; }

    /// <summary>SHA-256 of that text with its newlines made one kind and its ends trimmed.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>The number of the import that brought it.</summary>
    public required int Batch { get; init; }

    /// <summary>When it was brought in.</summary>
    public required DateTime ImportedAt { get; init; }

    internal static ApiArticleLink Of(RecordArticle article, DeskLinks links) => new()
    {
        Id = article.Id,
        Permalink = links.Article(article.Id),
        Title = article.Title,
        Url = article.Url,
        Published = article.Published,
        File = article.FileId,
        TextSha256 = article.TextSha256,
        Batch = article.BatchId,
        ImportedAt = article.ImportedAt,
    };
}

/// <summary>A date as precisely as the text gives it.</summary>
public sealed record ApiDate
{
    /// <summary>The date: 2024, 2024-08 or 2024-08-05.</summary>
    public required string Date { get; init; }

    /// <summary>How precise it is: year, month or day.</summary>
    public required ApiPrecision Precision { get; init; }

    /// <summary>The first day it can mean.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last day it can mean.</summary>
    public required DateOnly Last { get; init; }

    internal static ApiDate? Of(PartialDate? date) => date is not { } known ? null : new()
    {
        Date = known.ToString(),
        Precision = PrecisionOf(known),
        First = known.First,
        Last = known.Last,
    };

    internal static ApiPrecision PrecisionOf(PartialDate date) =>
        date.Day is not null ? ApiPrecision.Day : date.Month is not null ? ApiPrecision.Month : ApiPrecision.Year;
}

/// <summary>How precise a date is.</summary>
public enum ApiPrecision
{
    /// <summary>To the year.</summary>
    Year,
    /// <summary>To the month.</summary>
    Month,
    /// <summary>To the day.</summary>
    Day,
}

/// <summary>An actor or a place by number and name.</summary>
public sealed record ApiActorLink
{
    /// <summary>The number of the actor.</summary>
    public required int Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public required ActorKind Kind { get; init; }

    internal static ApiActorLink Of(RecordActor actor) => new() { Id = actor.Id, Name = actor.Name, Kind = actor.Kind };
}

/// <summary>How reliable the tellers of a claim are: the editor's override, else the weakest grade from A to E among them, else F where one was judged F.</summary>
public sealed record ApiReliability
{
    /// <summary>A to F; null is not rated, which is not F.</summary>
    public required string? Grade { get; init; }

    /// <summary>The grade in words; null where there is none.</summary>
    public required string? Label { get; init; }

    /// <summary>Whether an editor set it for this claim alone.</summary>
    public required bool IsOverride { get; init; }

    /// <summary>The teller whose grade it is; null where it is an override or there is none.</summary>
    public required ApiSourceLink? From { get; init; }

    /// <summary>Who gave it; null where nobody did.</summary>
    public required string? Rater { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTime? RatedAt { get; init; }

    /// <summary>Why.</summary>
    public required string? Rationale { get; init; }

    internal static ApiReliability Of(ClaimRecord claim) => new()
    {
        Grade = claim.Reliability?.Code(),
        Label = claim.Reliability?.Label(),
        IsOverride = claim.ReliabilityIsOverride,
        From = claim.ReliabilityFrom is { } from ? ApiSourceLink.Of(from) : null,
        Rater = claim.ReliabilityJudged?.By,
        RatedAt = claim.ReliabilityJudged?.At,
        Rationale = claim.ReliabilityJudged?.Rationale,
    };
}

/// <summary>How credible what is claimed is.</summary>
public sealed record ApiCredibility
{
    /// <summary>1 to 6; null is not rated, which is not 6.</summary>
    public required string? Grade { get; init; }

    /// <summary>The grade in words; null where there is none.</summary>
    public required string? Label { get; init; }

    /// <summary>Who gave it; null where nobody did.</summary>
    public required string? Rater { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTime? RatedAt { get; init; }

    /// <summary>Why.</summary>
    public required string? Rationale { get; init; }

    internal static ApiCredibility Of(ClaimRecord claim) => new()
    {
        Grade = claim.Credibility?.Code(),
        Label = claim.Credibility?.Label(),
        Rater = claim.CredibilityJudged?.By,
        RatedAt = claim.CredibilityJudged?.At,
        Rationale = claim.CredibilityJudged?.Rationale,
    };
}

/// <summary>Where a claim stands. A person says so; nothing that reads texts ever does.</summary>
public sealed record ApiStatus
{
    /// <summary>The status.</summary>
    public required ClaimStatus Value { get; init; }

    /// <summary>The status in words.</summary>
    public required string Label { get; init; }

    /// <summary>Who set it; null where nobody did.</summary>
    public required string? SetBy { get; init; }

    /// <summary>When it was set.</summary>
    public required DateTime? SetAt { get; init; }

    /// <summary>Why.</summary>
    public required string? Rationale { get; init; }

    internal static ApiStatus Of(ClaimRecord claim) => new()
    {
        Value = claim.Status,
        Label = claim.Status.Label(),
        SetBy = claim.StatusJudged?.By,
        SetAt = claim.StatusJudged?.At,
        Rationale = claim.StatusJudged?.Rationale,
    };
}

/// <summary>Whether an editor has read a claim in its article, and let the reading stand or rejected it. It is about the reading, not about what is claimed.</summary>
public sealed record ApiReview
{
    /// <summary>What came of it; null where nobody has.</summary>
    public required ClaimReview? Value { get; init; }

    /// <summary>Who read it; null where nobody has.</summary>
    public required string? Reviewer { get; init; }

    /// <summary>When.</summary>
    public required DateTime? ReviewedAt { get; init; }

    /// <summary>Why.</summary>
    public required string? Rationale { get; init; }

    internal static ApiReview Of(ClaimRecord claim) => new()
    {
        Value = claim.Review,
        Reviewer = claim.ReviewJudged?.By,
        ReviewedAt = claim.ReviewJudged?.At,
        Rationale = claim.ReviewJudged?.Rationale,
    };
}
