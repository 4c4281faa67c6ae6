using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>
/// Finds the lines of a page that are the article. SmartReader, with its default settings, finds the element; what it cleaned away between
/// the lines that it kept (tables, lists, embeds) is put back where it reads as text.
/// </summary>
internal static class MainContent
{
    private const string NoAddress = "https://page.invalid/";
    private const int FewestLettersOfAParagraph = 40, FewestWordsOfAStandfirst = 8;

    // SmartReader's time grows with the square of the elements: a minute at 20,000. Articles have under 3,000.
    private const int MostElements = 4000;

    /// <summary>The lines, in reading order; empty where the page has no text. The page is not changed.</summary>
    public static List<PageLine> Of(IHtmlDocument page, Uri? address)
    {
        if (page.Body is not { } body) return [];
        var all = PageLines.Of(body);
        var chosen = Chosen(page, address) is { } content ? PageLines.Of(content) : [];
        if (DensestElement(body) is { } densest && !Holds(chosen, densest)) chosen = densest;
        return WithStandfirst(DroppedLines.PutBack(chosen.Count > 0 ? chosen : all, all), all, page);
    }

    // The lines between headline and text that sum the article up stand outside its element on many pages. They are known by the page's
    // own description, which repeats them.
    private static List<PageLine> WithStandfirst(List<PageLine> article, List<PageLine> all, IHtmlDocument page)
    {
        if (article.Count == 0) return article;
        var descriptions = page.QuerySelectorAll("meta[name='description'], meta[property='og:description']")
            .Select(meta => Letters(meta.GetAttribute("content") ?? "")).ToHashSet(StringComparer.Ordinal);
        var standfirst = all.TakeWhile(line => line.Text != article[0].Text).LastOrDefault(line => line.Words >= FewestWordsOfAStandfirst && descriptions.Contains(Letters(line.Text)));
        return standfirst is null || article.Exists(line => line.Text == standfirst.Text) ? article : [standfirst with { Kind = BlockKind.Paragraph }, .. article];
    }

    private static string Letters(string words) => string.Concat(words.Where(char.IsLetterOrDigit));

    private static IElement? Chosen(IHtmlDocument page, Uri? address)
    {
        if (page.All.Length > MostElements) return null;
        using var reader = new SmartReader.Reader(address?.AbsoluteUri ?? NoAddress, page.ToHtml());
        IElement? content = null;
        reader.AddCustomOperationEnd(element => content = element);
        reader.GetArticle();
        return content;
    }

    /// <summary>The lines of the element with the most text in paragraphs right below it.</summary>
    private static List<PageLine>? DensestElement(IElement body)
    {
        var lengths = new Dictionary<IElement, int>();
        foreach (var paragraph in body.GetElementsByTagName("p"))
        {
            var parent = paragraph.ParentElement!;
            lengths[parent] = lengths.GetValueOrDefault(parent) + paragraph.TextContent.Length;
        }
        return lengths.Count == 0 ? null : PageLines.Of(lengths.MaxBy(e => e.Value).Key);
    }

    // SmartReader now and then prefers a box beside the article; then the article is the longer one.
    private static bool Holds(List<PageLine> chosen, List<PageLine> densest)
    {
        if (chosen.Sum(line => line.Text.Length) >= densest.Sum(line => line.Text.Length)) return true;
        var kept = chosen.Select(line => line.Text).ToHashSet(StringComparer.Ordinal);
        return densest.Exists(line => line.Text.Length >= FewestLettersOfAParagraph && kept.Contains(line.Text));
    }
}
