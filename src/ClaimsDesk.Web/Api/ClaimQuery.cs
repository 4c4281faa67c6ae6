using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Web.Accounts.Tokens;
using ClaimsDesk.Web.Claims;

namespace ClaimsDesk.Web.Api;

/// <summary>Reads which claims a program asks for.</summary>
internal static class ClaimQuery
{
    /// <summary>The filter, and what could not be read, by key. What else stands in a copied address (the open claim, the columns) is passed over.</summary>
    public static (ClaimFilter Filter, Dictionary<string, string[]> Problems) Read(HttpRequest request, params IReadOnlyCollection<string> otherKeys)
    {
        var reading = ClaimFilterUrl.Read(request.QueryString.Value, [.. ClaimsAddress.Keys, TokenAuthentication.QueryKey, .. otherKeys]);
        return (reading.Filter, reading.Unread.GroupBy(part => part.Key).ToDictionary(parts => parts.Key, parts => parts.Select(Why).ToArray()));
    }

    private static string Why(UnreadPart part) => ClaimFilterUrl.Takes(part.Key) is { } takes
        ? $"“{part.Value}” can't be read: “{part.Key}” takes {takes}."
        : $"There is no key “{part.Key}” here. The keys are {string.Join(", ", ClaimFilterUrl.Keys)}.";
}

/// <summary>Marks an endpoint that takes the keys of the claim filter.</summary>
/// <param name="WithFacets">Whether it takes <see cref="ClaimsApi.FacetsKey"/> too.</param>
/// <param name="IsWhole">Whether it gives all claims at once, and so passes over the keys of pages.</param>
internal sealed record TakesClaimFilter(bool WithFacets = false, bool IsWhole = false);

/// <summary>Marks an endpoint that takes the keys of a list.</summary>
/// <param name="Keys">The keys.</param>
internal sealed record TakesListKeys(IReadOnlyList<ListKey> Keys);
