using System.Text;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Data.FullText;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>
/// What is looked for, to be marked where it is shown: words, parts of tellers' names, and whichever name an actor or a place that is
/// filtered by goes by in a text.
/// </summary>
public sealed class SoughtWords
{
    private readonly List<SearchTerm> _terms;

    // Of a name in capitals: "US" is not "us".
    private readonly List<SearchTerm> _names;

    private SoughtWords(List<SearchTerm> terms, List<SearchTerm> names) => (_terms, _names) = (terms, names);

    /// <summary>What a filter looks for; null where it looks for nothing.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="names">The names of the actors and places that it asks for.</param>
    internal static SoughtWords? Of(ClaimFilter filter, IEnumerable<string> names)
    {
        var tellers = filter.Chain.AnyOf.Concat(filter.Chain.AllOf).Concat(filter.Affiliations.AnyOf).Concat(filter.Affiliations.AllOf);
        var (capital, small) = (new List<SearchTerm>(), new List<SearchTerm>());
        foreach (var name in names.Where(name => name.Length > 0))
        {
            var term = Term(SearchField.Content, name, isPrefix: false);
            (IsCapital(name, 0) ? capital : small).Add(term);
        }
        List<SearchTerm> terms = [.. MatchReasons.Read(filter).SelectMany(query => query.Root.Sought), .. tellers.Select(part => Term(SearchField.Teller, part, isPrefix: true)), .. small];
        return terms.Count + capital.Count == 0 ? null : new SoughtWords(terms, capital);
    }

    /// <summary>Where in a text of the field the words stand, in order and apart from each other.</summary>
    public IReadOnlyList<TextSpan> Marks(string text, SearchField field) => Apart(text, term => term.IsIn(field));

    /// <summary>Where the words stand in a text that may hold any of the fields, as an article does; in order and apart from each other.</summary>
    public IReadOnlyList<TextSpan> Marks(string text) => Apart(text, _ => true);

    private List<TextSpan> Apart(string text, Func<SearchTerm, bool> asks)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = SearchWords.Of(text).ToList();
        var marks = _terms.Where(asks).SelectMany(term => term.Marks(words))
            .Concat(_names.Where(asks).SelectMany(term => term.Marks(words)).Where(mark => IsCapital(text, mark.Start)));
        var apart = new List<TextSpan>();
        foreach (var mark in marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End))
        {
            if (apart.Count == 0 || mark.Start >= apart[^1].End) apart.Add(mark);
        }
        return apart;
    }

    private static bool IsCapital(string text, int at) => Rune.TryGetRuneAt(text, at, out var first) && Rune.IsUpper(first);

    private static SearchTerm Term(SearchField field, string text, bool isPrefix) => new(field, [.. SearchWords.Of(text).Select(word => word.Folded)], isPrefix);
}
