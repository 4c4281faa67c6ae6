using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>The order of a list of claims.</summary>
public enum ClaimOrder
{
    /// <summary>By day of publication, newest first, and in the order of the text within an article.</summary>
    NewestPublished,
    /// <summary>By the day it was said, newest first; those without one last.</summary>
    NewestSaid,
    /// <summary>By the day it was said, oldest first; those without one first.</summary>
    OldestSaid,
    /// <summary>By article as they were brought in, in the order of the text.</summary>
    Article,
    /// <summary>By the outlet's name; those without an outlet last.</summary>
    Outlet,
    /// <summary>By how sure the finder is, the least sure first: what to look through.</summary>
    LeastSure,
    /// <summary>By how sure the finder is, the surest first; between equals, the last brought in first.</summary>
    MostSure,
}

/// <summary>
/// Which claims, in which order. Immutable; equal filters make equal URLs and the other way round (<see cref="ClaimFilterUrl"/>).
/// Several values of one key mean any of them unless they are marked (<see cref="Sense"/>), several keys mean all of them.
/// </summary>
public sealed record ClaimFilter
{
    /// <summary>How many claims a page holds unless the URL says otherwise.</summary>
    public const int UsualSize = 50;

    /// <summary>How many claims a page holds at most.</summary>
    public const int GreatestSize = 200;

    /// <summary>All claims.</summary>
    public static ClaimFilter Everything { get; } = new();

    /// <summary><c>q</c>: words in the content or the names of the tellers, all of them; words in quotation marks stand together.</summary>
    public Choices<string> Words { get; init; } = [];

    /// <summary><c>source</c>: told by, at any place in the chain.</summary>
    public Choices<Pick> Sources { get; init; } = [];

    /// <summary><c>kind</c>: the kind of the claim's own source.</summary>
    public Choices<SourceKind> Kinds { get; init; } = [];

    /// <summary><c>chain</c>: a teller whose name contains this.</summary>
    public Choices<string> Chain { get; init; } = [];

    /// <summary><c>ends</c>: the last of the chain, one of several joint tellers included.</summary>
    public Choices<Pick> Ends { get; init; } = [];

    /// <summary><c>affiliation</c>: what the claim's own source belongs to contains this.</summary>
    public Choices<string> Affiliations { get; init; } = [];

    /// <summary><c>actor</c>: about, by any of its names.</summary>
    public Choices<Pick> Actors { get; init; } = [];

    /// <summary><c>place</c>: speaks of the place, by any of its names.</summary>
    public Choices<Pick> Places { get; init; } = [];

    /// <summary><c>act</c>.</summary>
    public Choices<ClaimAct> Acts { get; init; } = [];

    /// <summary><c>quote</c>.</summary>
    public Choices<QuoteKind> Quotes { get; init; } = [];

    /// <summary><c>negated</c>.</summary>
    public Choices<bool> Negated { get; init; } = [];

    /// <summary><c>hedged</c>.</summary>
    public Choices<bool> Hedged { get; init; } = [];

    /// <summary><c>outlet</c>: the publisher of the article.</summary>
    public Choices<Pick> Outlets { get; init; } = [];

    /// <summary><c>article</c>: by number.</summary>
    public Choices<int> Articles { get; init; } = [];

    /// <summary><c>batch</c>: the import, by number.</summary>
    public Choices<int> Batches { get; init; } = [];

    /// <summary><c>reliability</c>: the effective one; null stands for not rated.</summary>
    public Choices<Reliability?> Reliability { get; init; } = [];

    /// <summary><c>credibility</c>; null stands for not rated.</summary>
    public Choices<Credibility?> Credibility { get; init; } = [];

    /// <summary><c>status</c>.</summary>
    public Choices<ClaimStatus> Statuses { get; init; } = [];

    /// <summary><c>review</c>: whether an editor let the reading stand or rejected it; null stands for neither.</summary>
    public Choices<ClaimReview?> Reviews { get; init; } = [];

    /// <summary><c>confidence</c>: how sure the finder is.</summary>
    public Choices<ConfidenceSpan> Confidence { get; init; } = [];

    /// <summary><c>said</c>: it may have been said on one of these days.</summary>
    public Choices<DateChoice> Said { get; init; } = [];

    /// <summary><c>happened</c>: what is claimed may fall on one of these days.</summary>
    public Choices<DateChoice> Happened { get; init; } = [];

    /// <summary><c>published</c>: the article's day of publication.</summary>
    public Choices<DateChoice> Published { get; init; } = [];

    /// <summary><c>sort</c>.</summary>
    public ClaimOrder Sort { get; init; }

    /// <summary><c>after</c>: the number of the last claim of the page before; null for the first page.</summary>
    public int? After { get; init; }

    /// <summary><c>size</c>: how many claims a page holds, 1 to <see cref="GreatestSize"/>.</summary>
    public int Size { get; init; } = UsualSize;

    /// <summary>The same claims, from the first page. What every change of a filter must end with.</summary>
    public ClaimFilter FromStart() => this with { After = null };

    /// <summary>Whether it means other days tomorrow: it asks for the last days.</summary>
    public bool IsRelative => Said.Concat(Happened).Concat(Published).Any(days => days.Value.LastDays is not null);

    /// <summary>The same claims for good: the last days are replaced by the days they are when today is <paramref name="today"/>.</summary>
    public ClaimFilter Pinned(DateOnly today) => IsRelative
        ? this with { Said = Pin(Said, today), Happened = Pin(Happened, today), Published = Pin(Published, today) }
        : this;

    private static Choices<DateChoice> Pin(Choices<DateChoice> days, DateOnly today) =>
        [.. days.Select(one => one.Value.On(today) is { } span ? one with { Value = span } : one)];
}
