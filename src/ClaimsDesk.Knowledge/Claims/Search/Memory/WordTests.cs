using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Data.FullText;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>What is looked for in words as tests: the words in memory or the text index say which claims or articles have them, the rest is put together here.</summary>
internal static class WordTests
{
    /// <exception cref="FormatException">The words can't be read; the message says why.</exception>
    public static Task<Func<ClaimColumns, Fits>> OfAsync(string words, ClaimWords known, ClaimsDeskDb db, CancellationToken cancellationToken) =>
        SearchQuery.TryRead(words, out var query, out var problem) ? OfAsync(query.Root, known, db, cancellationToken) : throw new FormatException(problem);

    /// <summary>The keys that a query finds, read without making a record of each.</summary>
    public static async Task<KeySet> FindAsync(IQueryable<int> keys, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var found = new KeySet();
        await db.ReadKeysAsync(keys, found.Add, cancellationToken);
        return found;
    }

    private static async Task<Func<ClaimColumns, Fits>> OfAsync(SearchNode node, ClaimWords known, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        if (node is SearchTerm term && await known.FindAsync(term, db, cancellationToken) is { } having) return _ => having.Contains;
        if (!node.IsNegative && node.IsOfClaim && !Terms(node).All(known.Knows))
        {
            var claims = await FindAsync(db.ClaimsMatching(node), db, cancellationToken);
            return _ => claims.Contains;
        }
        if (!node.IsNegative && node.IsOfArticle)
        {
            var articles = await FindAsync(db.ArticlesMatching(node), db, cancellationToken);
            return columns => id => articles.Contains(columns.Article[id]);
        }
        if (node is SearchNot not)
        {
            var part = await OfAsync(not.Part, known, db, cancellationToken);
            return columns =>
            {
                var fits = part(columns);
                return id => !fits(id);
            };
        }
        var (parts, all) = node is SearchAll together ? (SearchCondition.Grouped(together).ToList(), true) : ([.. ((SearchAny)node).Parts], false);
        var made = new List<Func<ClaimColumns, Fits>>();
        foreach (var part in parts) made.Add(await OfAsync(part, known, db, cancellationToken));
        return columns =>
        {
            var tests = made.Select(m => m(columns)).ToArray();
            return all ? id => Array.TrueForAll(tests, t => t(id)) : id => Array.Exists(tests, t => t(id));
        };
    }

    private static IEnumerable<SearchTerm> Terms(SearchNode node) => node switch
    {
        SearchTerm term => [term],
        SearchNot not => Terms(not.Part),
        SearchAll all => all.Parts.SelectMany(Terms),
        SearchAny any => any.Parts.SelectMany(Terms),
        _ => [],
    };
}
