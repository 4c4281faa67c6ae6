using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>
/// Tells the articles of a page apart that holds several whole ones: the entries of a live page, the stories of a front page that are
/// printed in full. Each stands in an <c>article</c> element of its own, with a heading of its own and paragraphs enough to be a story;
/// a teaser beside an article has neither, and a comment no heading.
/// </summary>
internal static class SeveralArticles
{
    private const int FewestWords = 60, FewestParagraphs = 2;

    /// <summary>The elements of the articles, in the order of the page; none where the page holds one article or nothing of the kind.</summary>
    public static IReadOnlyList<IElement> In(IHtmlDocument page)
    {
        var whole = page.QuerySelectorAll("article").Where(IsWhole).ToList();
        // An article round entries is the live page; the entries are its articles.
        var around = whole.SelectMany(element => element.GetAncestors()).ToHashSet();
        var innermost = whole.FindAll(element => !around.Contains(element));
        return innermost.Count > 1 ? innermost : [];
    }

    /// <summary>
    /// What is known of one of several articles: its own heading and day, and of the page what holds for all. The day of the page is that
    /// of the article that the page is named for.
    /// </summary>
    public static KnownArticle FactsOf(IElement article, KnownArticle page)
    {
        var title = PageWords.Decoded(Heading(article)!.TextContent);
        var isNamedFor = string.Equals(title, page.Title, StringComparison.OrdinalIgnoreCase);
        var day = PageDates.Read(article.QuerySelector("time[datetime]")?.GetAttribute("datetime"));
        return page with
        {
            Title = title,
            Published = day ?? (isNamedFor ? page.Published : null),
            Updated = isNamedFor ? page.Updated : null,
            Byline = isNamedFor ? page.Byline : null,
            Agencies = isNamedFor ? page.Agencies : [],
        };
    }

    private static bool IsWhole(IElement article)
    {
        if (Heading(article) is null) return false;
        var paragraphs = article.QuerySelectorAll("p").Select(p => WordsOf(p)).Where(words => words >= 8).ToList();
        return paragraphs.Count >= FewestParagraphs && paragraphs.Sum() >= FewestWords;
    }

    private static IElement? Heading(IElement article) => article.QuerySelectorAll("h1, h2, h3").FirstOrDefault(heading => WordsOf(heading) > 0);

    private static int WordsOf(IElement element) => element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
