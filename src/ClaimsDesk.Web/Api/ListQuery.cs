using System.Globalization;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Web.Accounts.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsDesk.Web.Api;

/// <summary>A key of a list's address.</summary>
/// <param name="Name">The key.</param>
/// <param name="Takes">What it takes: "a number from 1 to 200".</param>
/// <param name="Means">What it does, a sentence.</param>
/// <param name="IsRepeatable">Whether it may be given several times, any of the values then being meant.</param>
public sealed record ListKey(string Name, string Takes, string Means, bool IsRepeatable = false);

/// <summary>Reads the keys of a list's address, and remembers which could not be read: whoever mistypes a key must not get everything for it.</summary>
internal sealed class ListQuery
{
    public static readonly ListKey After = new("after", "the number of the last item of the page before", "Reads on from there. Pages give it in `next`.");
    public static readonly ListKey Size = new("size", $"a number from 1 to {ClaimFilter.GreatestSize}", $"How many items a page holds; {ClaimFilter.UsualSize} unless given.");

    private readonly IQueryCollection _query;
    private readonly Dictionary<string, string[]> _problems = [];

    public ListQuery(IQueryCollection query, IEnumerable<ListKey> keys)
    {
        _query = query;
        var known = keys.Select(key => key.Name).Append(TokenAuthentication.QueryKey).ToHashSet(StringComparer.Ordinal);
        foreach (var key in query.Keys.Where(key => !known.Contains(key)))
            _problems[key] = [$"There is no key “{key}” here. The keys are {string.Join(", ", known.Except([TokenAuthentication.QueryKey]))}."];
    }

    /// <summary>The last value that is given; null where none is.</summary>
    public string? Text(ListKey key) => _query[key.Name].LastOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();

    public int? Number(ListKey key, int most = int.MaxValue) => One(key, (string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0 && number <= most);

    public T? One<T>(ListKey key, Reader<T> read) where T : struct => Any(key, read) is [.., var last] ? last : null;

    public IReadOnlyList<T> Any<T>(ListKey key, Reader<T> read)
    {
        var values = new List<T>();
        foreach (var text in _query[key.Name].OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value)))
        {
            if (read(text.Trim(), out var value)) values.Add(value);
            else _problems[key.Name] = [$"“{text}” can't be read: “{key.Name}” takes {key.Takes}."];
        }
        return values;
    }

    /// <summary>The same query, from the item with that number on.</summary>
    public string From(int after) => QueryString.Create(_query.Where(pair => pair.Key is not (TokenAuthentication.QueryKey or "after"))
        .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
        .Append(KeyValuePair.Create("after", (string?)after.ToString(CultureInfo.InvariantCulture)))).Value!.TrimStart('?');

    /// <summary>What could not be read; null when all could.</summary>
    public ProblemHttpResult? Problem() => _problems.Count == 0 ? null : Problems.Unreadable(_problems);

    public delegate bool Reader<T>(string text, out T value);
}
