using System.Linq.Expressions;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Knowledge.Data.FullText;

/// <summary>
/// A query as a condition on claims. What the words of one claim or of one article decide is one question to the text index; what mixes
/// them, and what is only excluded, is put together here.
/// </summary>
internal static class SearchCondition
{
    public static Expression<Func<Claim, bool>> Of(SearchNode node, ClaimsDeskDb db)
    {
        if (!node.IsNegative && node.IsOfClaim)
        {
            var claims = db.ClaimsMatching(node);
            return claim => claims.Contains(claim.Id);
        }
        if (!node.IsNegative && node.IsOfArticle)
        {
            var articles = db.ArticlesMatching(node);
            return claim => articles.Contains(claim.ArticleId);
        }
        return node switch
        {
            SearchNot not => Conditions.Not(Of(not.Part, db)),
            SearchAny any => Conditions.AnyOf([.. any.Parts.Select(part => Of(part, db))]),
            SearchAll all => Conditions.AllOf([.. Grouped(all).Select(part => Of(part, db))]),
            _ => throw new InvalidOperationException($"{node.GetType().Name} is not known."),
        };
    }

    /// <summary>Of a mixed list, the parts that one index answers are asked in one question.</summary>
    public static IEnumerable<SearchNode> Grouped(SearchAll all)
    {
        var (ofClaim, ofArticle) = (all.Parts.Where(p => p.IsOfClaim).ToList(), all.Parts.Where(p => p.IsOfArticle).ToList());
        if (ofClaim.Count == all.Parts.Count || ofArticle.Count == all.Parts.Count) return all.Parts;
        return Together(ofClaim).Concat(Together(ofArticle)).Concat(all.Parts.Where(p => !p.IsOfClaim && !p.IsOfArticle));
    }

    private static List<SearchNode> Together(List<SearchNode> parts) =>
        parts.Count > 1 && parts.Exists(p => !p.IsNegative) ? [new SearchAll(parts)] : parts;
}
