using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>A value one can filter by, with the number of claims that it has.</summary>
/// <param name="Value">The value as the key of the URL takes it.</param>
/// <param name="Label">The value in words; for a source, an actor, a place or an outlet its name.</param>
/// <param name="Count">How many claims, under all that the filter says but for what it includes of this key.</param>
/// <param name="Sense">What the filter asks of the value; null where it says nothing of it.</param>
public sealed record FacetValue(string Value, string Label, int Count, Sense? Sense);

/// <summary>The values of one key: the most frequent first, grades and statuses in the order of their scale.</summary>
/// <param name="Key">The key of the URL.</param>
/// <param name="Values">The values; those that are chosen are always among them.</param>
/// <param name="More">How many further values there are.</param>
/// <param name="IsPartial">Whether there are so many claims that only the <see cref="BoundedCount.Bound"/> that were brought in last were counted.</param>
public sealed record Facet(string Key, IReadOnlyList<FacetValue> Values, int More, bool IsPartial);

/// <summary>How many claims were said on a day or in a month.</summary>
/// <param name="Time">The day or the month.</param>
/// <param name="Count">How many.</param>
/// <param name="IsChosen">Whether the filter's dates touch it.</param>
public sealed record TimeCount(DateSpan Time, int Count, bool IsChosen);

/// <summary>What the claims of a filter divide into.</summary>
/// <param name="Facets">The facets, each once.</param>
/// <param name="Said">The months in which they were said, or the days where all lie in two months; in order, empty ones left out.</param>
public sealed record ClaimFacets(IReadOnlyList<Facet> Facets, IReadOnlyList<TimeCount> Said)
{
    /// <summary>
    /// The keys that have a facet. <c>source</c> counts whoever tells at any place of the chain, but leaves those that carry articles to
    /// <c>outlet</c>; <c>kind</c> the claims' own sources; <c>reliability</c> the effective one;
    /// <c>said</c> the years, newest first, or the months where all lie in one year, and those without a date.
    /// </summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["source", "kind", "act", "quote", "reliability", "credibility", "status", "outlet", "actor", "place", "said"];

    /// <summary>The facet of a key.</summary>
    /// <exception cref="InvalidOperationException">It was not counted.</exception>
    public Facet this[string key] => Facets.Single(facet => facet.Key == key);
}
