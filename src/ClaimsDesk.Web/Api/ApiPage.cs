using System.Text.Json.Serialization;

namespace ClaimsDesk.Web.Api;

/// <summary>A page of a list.</summary>
public record ApiPage<T>
{
    /// <summary>What the page holds, in order.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>How many there are on all pages; null where there are more than 10,000 and counting on would take long.</summary>
    public required int? Total { get; init; }

    /// <summary>The address of the next page; null on the last one. It leads on from the last item, so that nothing is lost or doubled when others are brought in meanwhile.</summary>
    public required string? Next { get; init; }
}

/// <summary>A page of claims.</summary>
public sealed record ApiClaimPage : ApiPage<ApiClaim>
{
    /// <summary>What the claims of the filter divide into, by key; null unless facets are asked for. Each leaves out what the filter says of its own key.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyDictionary<string, IReadOnlyList<ApiFacetValue>>? Facets { get; init; }
}

/// <summary>A value one can filter by.</summary>
public sealed record ApiFacetValue
{
    /// <summary>What the key of the filter takes.</summary>
    public required string Value { get; init; }

    /// <summary>The value in words.</summary>
    public required string Label { get; init; }

    /// <summary>How many claims a filter by it would mean, under what the other keys say.</summary>
    public required int Count { get; init; }
}
