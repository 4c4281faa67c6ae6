using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Data.FullText;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>What is looked for, to be marked where it is shown.</summary>
public sealed class SoughtWords
{
    private readonly List<SearchQuery> _queries;

    private SoughtWords(List<SearchQuery> queries) => _queries = queries;

    /// <summary>What a filter looks for; null where it looks for no words.</summary>
    public static SoughtWords? Of(ClaimFilter filter) => MatchReasons.Read(filter) is { Count: > 0 } queries ? new SoughtWords(queries) : null;

    /// <summary>Where in a text of the field the words stand, in order and apart from each other.</summary>
    public IReadOnlyList<TextSpan> Marks(string text, SearchField field)
    {
        var apart = new List<TextSpan>();
        foreach (var mark in _queries.SelectMany(query => query.Marks(text, field)).OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End))
        {
            if (apart.Count == 0 || mark.Start >= apart[^1].End) apart.Add(mark);
        }
        return apart;
    }
}
