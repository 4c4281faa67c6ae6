using System.Globalization;
using System.Text;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>A filter read from a URL.</summary>
/// <param name="Filter">What could be read.</param>
/// <param name="Unread">What could not, to be named on the page.</param>
public sealed record FilterReading(ClaimFilter Filter, IReadOnlyList<UnreadPart> Unread);

/// <summary>A part of a URL that is left out because it can't be read.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="Why">One sentence: what is wrong with it, and what the key takes.</param>
public sealed record UnreadPart(string Key, string Value, string Why);

/// <summary>Filters as the query part of a URL. Reading what was written gives the same filter, and writing what was read the same URL.</summary>
public static class ClaimFilterUrl
{
    /// <summary>The keys, fixed for years.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        [.. FilterKeys.All.Select(key => key.Name), FilterKeys.Order, FilterKeys.After, FilterKeys.Size];

    /// <summary>
    /// Reads a query, with or without its question mark. Keys in <paramref name="otherKeys"/> belong to somebody else (<c>claim</c>);
    /// every other one that is no key of a filter, or has a value that can't be read, is named in the result and left out.
    /// </summary>
    public static FilterReading Read(string? query, params IReadOnlyCollection<string> otherKeys)
    {
        var filter = ClaimFilter.Everything;
        var unread = new List<UnreadPart>();
        foreach (var (key, value) in Pairs(query ?? ""))
        {
            if (otherKeys.Contains(key) || value.Length == 0) continue;
            if (ReadPair(filter, key, value) is { } read) filter = read;
            else unread.Add(new UnreadPart(key, value, Why(key, value)));
        }
        return new FilterReading(filter, unread);
    }

    /// <summary>The query without a question mark, and empty for all claims. What is as usual is not written.</summary>
    public static string ToQuery(this ClaimFilter filter)
    {
        var query = new StringBuilder();
        foreach (var key in FilterKeys.All)
        {
            foreach (var value in key.Write(filter)) Append(query, key.Name, value);
        }
        if (filter.Sort != default) Append(query, FilterKeys.Order, FilterWords.Word(filter.Sort));
        if (filter.After is { } after) Append(query, FilterKeys.After, after.ToString(CultureInfo.InvariantCulture));
        if (filter.Size != ClaimFilter.UsualSize) Append(query, FilterKeys.Size, filter.Size.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    private static ClaimFilter? ReadPair(ClaimFilter filter, string key, string value)
    {
        switch (key)
        {
            case FilterKeys.Order:
                return FilterWords.TryReadWord<ClaimOrder>(value, out var order) ? filter with { Sort = order } : null;
            case FilterKeys.After:
                return FilterWords.TryReadNumber(value, out var after) ? filter with { After = after } : null;
            case FilterKeys.Size:
                return FilterWords.TryReadNumber(value, out var size) && size <= ClaimFilter.GreatestSize ? filter with { Size = size } : null;
            default:
                return FilterKeys.Named(key)?.Read(filter, value);
        }
    }

    /// <summary>What a key takes, to follow "takes": "true or false"; null where there is no such key.</summary>
    public static string? Takes(string key) => key switch
    {
        FilterKeys.Order => string.Join(", ", Enum.GetValues<ClaimOrder>().Select(FilterWords.Word)),
        FilterKeys.After => "the number of a claim",
        FilterKeys.Size => $"a number from 1 to {ClaimFilter.GreatestSize}",
        _ => FilterKeys.Named(key)?.Takes,
    };

    private static string Why(string key, string value) => Takes(key) is { } takes
        ? $"“{key}={value}” was left out: “{key}” takes {takes}."
        : $"“{key}={value}” was left out: there is no filter called “{key}”.";

    /// <summary>The keys and values of a query, decoded, in order; for pages that have keys of their own beside the filter.</summary>
    public static IEnumerable<(string Key, string Value)> Pairs(string query) =>
        (query ?? throw new ArgumentNullException(nameof(query))).TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0 ? (Decode(pair), "") : (Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
        });

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static void Append(StringBuilder query, string key, string value)
    {
        if (query.Length > 0) query.Append('&');
        query.Append(key).Append('=').Append(Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal));
    }
}
