using System.Diagnostics.CodeAnalysis;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Knowledge.Data.FullText;

/// <summary>
/// What people type to look for: words, <c>"phrases"</c>, <c>prefix*</c>, AND (also where nothing stands between), OR, NOT, parentheses;
/// <c>content:</c>, <c>teller:</c>, <c>context:</c> or <c>article:</c> before a word, phrase or parenthesis say where. Letter case and
/// accents do not count.
/// </summary>
public sealed class SearchQuery
{
    private SearchQuery(SearchNode root) => Root = root;

    internal SearchNode Root { get; }

    /// <summary>Reads a query.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="query">The query; null when it can't be read.</param>
    /// <param name="problem">What is wrong with it, as a sentence; null when it can be read.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out SearchQuery? query, [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        (var root, problem) = new SearchParser(text).Read();
        query = root is null ? null : new SearchQuery(root);
        return root is not null;
    }

    /// <summary>Which fields a term of the query asks for, so that a page need only look into these.</summary>
    public IReadOnlySet<SearchField> Fields => Root.Sought.Select(term => term.Field).ToHashSet();

    /// <summary>Where in a text of the field the words stand that are looked for, in order, each once; spans in UTF-16 code units.</summary>
    public IReadOnlyList<TextSpan> Marks(string text, SearchField field)
    {
        var words = SearchWords.Of(text).ToList();
        return [.. Root.Sought.Where(term => term.IsIn(field)).SelectMany(term => term.Marks(words)).Distinct().OrderBy(s => s.Start).ThenBy(s => s.End)];
    }
}
