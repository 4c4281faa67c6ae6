using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using Microsoft.Extensions.Primitives;

namespace ClaimsDesk.Web.Api;

/// <summary>Facets through the API: their values as a filter takes them.</summary>
public static class ApiFacets
{
    /// <summary>How many values of a facet are told.</summary>
    public const int Most = 100;

    /// <summary>The facets there are.</summary>
    public static IReadOnlyList<string> Keys => ClaimFacets.Keys;

    /// <summary>Reads a list such as <c>outlet,actor</c>; a name that is none becomes a problem.</summary>
    internal static IReadOnlyList<string> Read(StringValues values, Dictionary<string, string[]> problems)
    {
        var asked = values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToList();
        var unknown = asked.Except(Keys).ToList();
        if (unknown.Count > 0)
            problems[ClaimsApi.FacetsKey] = [$"There is no facet “{string.Join("”, “", unknown)}”. The facets are {string.Join(", ", Keys)}."];
        return asked;
    }

    /// <summary>The end of a query that asks for the same facets.</summary>
    internal static string Write(IReadOnlyList<string> facets) => facets.Count == 0 ? "" : $"&{ClaimsApi.FacetsKey}={string.Join(',', facets)}";

    /// <summary>Counts the facets that are asked for.</summary>
    internal static async Task<IReadOnlyDictionary<string, IReadOnlyList<ApiFacetValue>>?> CountAsync(
        ClaimSearch search, ClaimFilter filter, IReadOnlyList<string> asked, CancellationToken cancellationToken)
    {
        if (asked.Count == 0) return null;
        var counted = await search.FacetsAsync(filter, Most, asked, cancellationToken);
        return asked.ToDictionary(key => key, key => (IReadOnlyList<ApiFacetValue>)[.. counted[key].Values.Select(Of)]);
    }

    private static ApiFacetValue Of(FacetValue value) => new() { Value = value.Value, Label = value.Label, Count = value.Count };
}
