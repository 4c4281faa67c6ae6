using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Grading;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>A value one can filter by, with the number of claims a click on it would show.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">The value in words; for a source, an actor, a place or an outlet its name.</param>
/// <param name="Count">How many claims, under what the other keys of the filter say.</param>
/// <param name="IsChosen">Whether the filter has it.</param>
/// <param name="Toggled">The filter with the value added, or taken out where it is chosen.</param>
public sealed record FacetValue<T>(T Value, string Label, int Count, bool IsChosen, ClaimFilter Toggled);

/// <summary>The values of one key, the most frequent first.</summary>
/// <param name="Key">The key of the URL.</param>
/// <param name="Values">The values; those that are chosen are always among them.</param>
/// <param name="More">How many further values there are.</param>
/// <param name="IsPartial">Whether there are so many claims that only the <see cref="BoundedCount.Bound"/> that were brought in last were counted.</param>
public sealed record Facet<T>(string Key, IReadOnlyList<FacetValue<T>> Values, int More, bool IsPartial);

/// <summary>How many claims were said on a day or in a month.</summary>
/// <param name="Time">The day or the month.</param>
/// <param name="Count">How many.</param>
/// <param name="IsChosen">Whether the filter's dates touch it.</param>
public sealed record TimeCount(DateSpan Time, int Count, bool IsChosen);

/// <summary>What the claims of a filter divide into.</summary>
public sealed record ClaimFacets
{
    /// <summary>Who tells them, at any place of the chain; those that carry articles are left to <see cref="Outlets"/>.</summary>
    public required Facet<Pick> Sources { get; init; }

    /// <summary>The kinds of their own sources.</summary>
    public required Facet<SourceKind> Kinds { get; init; }

    /// <summary>The months in which they were said, or the days where all lie in two months; in order, empty ones left out.</summary>
    public required IReadOnlyList<TimeCount> Said { get; init; }

    /// <summary>What their sources do by saying them.</summary>
    public required Facet<ClaimAct> Acts { get; init; }

    /// <summary>Direct, indirect or mixed.</summary>
    public required Facet<QuoteKind> Quotes { get; init; }

    /// <summary>Their effective reliability, in the order of the scale, not rated first.</summary>
    public required Facet<Reliability?> Reliability { get; init; }

    /// <summary>Their credibility, in the order of the scale, not rated first.</summary>
    public required Facet<Credibility?> Credibility { get; init; }

    /// <summary>Where they stand.</summary>
    public required Facet<ClaimStatus> Statuses { get; init; }

    /// <summary>The outlets.</summary>
    public required Facet<Pick> Outlets { get; init; }

    /// <summary>Whom they are about.</summary>
    public required Facet<Pick> Actors { get; init; }

    /// <summary>The places they speak of.</summary>
    public required Facet<Pick> Places { get; init; }
}
