using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ClaimsDesk.Extraction.Articles;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>
/// Reads web pages: what the page says about its article (<see cref="PageFacts"/>), and the article's lines without the page round them
/// (<see cref="PageFurniture"/>, <see cref="MainContent"/>, <see cref="PageTrimming"/>). It never throws for a page, and its time grows
/// with the page's length: tags that nest deeper than any page does are left out beforehand (<see cref="NestingCap"/>).
/// </summary>
public static class PageReader
{
    private static readonly HtmlParser Parser = new();
    private static readonly Regex Tags = new(@"</(?:p|div|a|em|strong|b|i|span|li|h\d)>|<(?:br|p)[ />]", Phrases.Linear | RegexOptions.IgnoreCase);

    /// <summary>The article or articles of a page.</summary>
    /// <param name="html">The source of the page.</param>
    /// <param name="address">Where it came from; its path may hold the date.</param>
    public static PageText Read(string html, Uri? address = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var page = Parser.ParseDocument(NestingCap.Apply(html));
        var facts = PageFacts.Of(page, address);
        PageFurniture.RemoveFrom(page);
        var text = new StringBuilder();
        if (SeveralArticles.In(page) is { Count: > 0 } several)
        {
            var articles = several.Select(element => Write(text, PageTrimming.Trim(PageLines.Of(element)), SeveralArticles.FactsOf(element, facts))).OfType<KnownArticle>().ToList();
            return new PageText(text.ToString(), articles);
        }
        var article = Write(text, PageTrimming.Trim(MainContent.Of(page, address)), facts);
        return new PageText(text.ToString(), article is null ? [] : [article]);
    }

    /// <summary>An article whose words came as markup without a page round it, as in a feed: all of it is taken.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="known">What is known beside it.</param>
    public static PageText ReadFragment(string html, KnownArticle known)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(known);
        using var page = Parser.ParseDocument(NestingCap.Apply(html));
        var text = new StringBuilder();
        var article = page.Body is null ? null : Write(text, PageTrimming.Trim(PageLines.Of(page.Body)), known);
        return new PageText(text.ToString(), article is null ? [] : [article]);
    }

    /// <summary>Whether some words are markup: they hold the tags of paragraphs or line ends.</summary>
    public static bool IsMarkup(string words) => Tags.IsMatch(words);

    /// <summary>The day that some words write, as they write it; null where there is none, or where it can be read in two ways.</summary>
    public static DateOnly? ReadDay(string words) => PageDates.Read(words);

    private static KnownArticle? Write(StringBuilder text, List<PageLine> lines, KnownArticle facts)
    {
        if (lines.Count == 0) return null;
        var start = text.Length;
        var blocks = new List<ArticleBlock>();
        if (facts.Title is { } title) Add(BlockKind.Headline, title);
        foreach (var line in lines.Where(line => !IsHeadline(line, facts.Title))) Add(line.Kind, line.Text);
        return facts with { Segment = new TextSpan(start, text.Length), Blocks = blocks };

        void Add(BlockKind kind, string words)
        {
            blocks.Add(new ArticleBlock(kind, new TextSpan(text.Length, text.Length + words.Length)));
            text.Append(words).Append('\n');
        }
    }

    private static bool IsHeadline(PageLine line, string? title) =>
        line.Kind is BlockKind.CrossHeading && string.Equals(line.Text, title, StringComparison.OrdinalIgnoreCase);
}
