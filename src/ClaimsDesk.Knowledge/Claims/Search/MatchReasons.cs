using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Data.FullText;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>Why a claim fits words that stand neither in it nor among its tellers: the words around those that were looked for.</summary>
/// <param name="Field">Where they stand: in the lines around the claim, or in its article.</param>
/// <param name="Text">The words, cut from the text.</param>
/// <param name="Marks">Where in <paramref name="Text"/> those stand that were looked for.</param>
public sealed record MatchReason(SearchField Field, string Text, IReadOnlyList<TextSpan> Marks);

/// <summary>Finds the reasons for a page of claims, and reads contexts and articles only where the filter asks for words in them.</summary>
internal static class MatchReasons
{
    // Before and behind the words, in characters; and the longest article that is read for it.
    private const int Before = 50, Behind = 110, LongestText = 200_000;

    public static async Task<IReadOnlyDictionary<int, MatchReason>> OfAsync(
        ClaimFilter filter, IReadOnlyList<ClaimRow> rows, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var queries = Read(filter);
        var reasons = new Dictionary<int, MatchReason>();
        if (Ask(queries, SearchField.Context))
        {
            var ids = rows.Select(r => r.Id).ToList();
            var contexts = await db.Claims.Where(c => ids.Contains(c.Id) && c.Context != null).Select(c => new { c.Id, c.Context }).ToListAsync(cancellationToken);
            foreach (var context in contexts) Add(reasons, context.Id, queries, SearchField.Context, context.Context!);
        }
        if (Ask(queries, SearchField.Article))
        {
            var ids = rows.Select(r => r.ArticleId).Distinct().ToList();
            var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id) && a.SourceFile.Text.Length <= LongestText)
                .Select(a => new { a.Id, a.Segment, a.SourceFile.Text }).ToDictionaryAsync(a => a.Id, cancellationToken);
            foreach (var row in rows)
            {
                if (articles.TryGetValue(row.ArticleId, out var article)) Add(reasons, row.Id, queries, SearchField.Article, article.Segment.Of(article.Text));
            }
        }
        return reasons;
    }

    /// <summary>The queries of a filter that a claim must fit.</summary>
    internal static List<SearchQuery> Read(ClaimFilter filter)
    {
        var queries = new List<SearchQuery>();
        foreach (var words in filter.Words.AnyOf.Concat(filter.Words.AllOf))
        {
            if (SearchQuery.TryRead(words, out var query, out _)) queries.Add(query);
        }
        return queries;
    }

    private static bool Ask(List<SearchQuery> queries, SearchField field) => queries.Exists(query => query.Fields.Contains(field));

    private static void Add(Dictionary<int, MatchReason> reasons, int claim, List<SearchQuery> queries, SearchField field, string text)
    {
        if (reasons.ContainsKey(claim)) return;
        var marks = queries.SelectMany(query => query.Marks(text, field)).Distinct().OrderBy(mark => mark.Start).ToList();
        if (marks.Count > 0) reasons.Add(claim, Cut(field, text, marks));
    }

    private static MatchReason Cut(SearchField field, string text, List<TextSpan> marks)
    {
        var start = Math.Max(0, marks[0].Start - Before);
        while (start > 0 && start < marks[0].Start && !char.IsWhiteSpace(text[start - 1])) start++;
        var end = Math.Min(text.Length, marks[0].End + Behind);
        while (end < text.Length && end > marks[0].End && !char.IsWhiteSpace(text[end])) end--;
        return new MatchReason(field, text[start..end],
            [.. marks.Where(mark => mark.End <= end).Select(mark => new TextSpan(mark.Start - start, mark.End - start))]);
    }
}
