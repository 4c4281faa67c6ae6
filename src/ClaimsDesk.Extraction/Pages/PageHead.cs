using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>The elements of a page's head, and the few of its body that say who made it and when.</summary>
internal sealed class PageHead
{
    private readonly IHtmlDocument _page;
    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the meta elements of a page; of several with one name the first counts.</summary>
    public PageHead(IHtmlDocument page)
    {
        _page = page;
        foreach (var meta in page.GetElementsByTagName("meta"))
        {
            if (PageWords.Clean(meta.GetAttribute("content")) is not { } content) continue;
            foreach (var key in new[] { "property", "name", "itemprop", "http-equiv" })
            {
                if (meta.GetAttribute(key) is { Length: > 0 } name) _metas.TryAdd(name, content);
            }
        }
    }

    /// <summary>The content of the first of these meta elements that there is.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var content)) return content;
        }
        return null;
    }

    /// <summary>The words of the page's title.</summary>
    public string? Title => PageWords.Clean(_page.Title);

    /// <summary>The words of the first heading of the first rank.</summary>
    public string? Heading => _page.GetElementsByTagName("h1").Select(h => PageWords.Clean(h.TextContent)).FirstOrDefault(words => words is not null);

    /// <summary>The language of the page.</summary>
    public string? Language => PageWords.Clean(_page.DocumentElement?.GetAttribute("lang")) ?? Meta("content-language", "language", "og:locale");

    /// <summary>Where the page says it lives.</summary>
    public string? Canonical => _page.GetElementsByTagName("link")
        .FirstOrDefault(link => string.Equals(link.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase))?.GetAttribute("href") ?? Meta("og:url");

    /// <summary>Elements that carry a property of schema.org, or a class of that name.</summary>
    public IEnumerable<IElement> Marked(string property, params string[] classes) => _page.All.Where(element =>
        string.Equals(element.GetAttribute("itemprop"), property, StringComparison.OrdinalIgnoreCase) || classes.Any(element.ClassList.Contains));

    /// <summary>The <c>time</c> elements, those that say they are of the publication first.</summary>
    public IEnumerable<IElement> Times => _page.GetElementsByTagName("time").OrderBy(time => IsOfPublication(time) ? 0 : IsOfUpdate(time) ? 2 : 1);

    private static bool IsOfPublication(IElement time) => time.HasAttribute("pubdate") || Names(time).Contains("publ", StringComparison.OrdinalIgnoreCase)
        || Names(time).Contains("entry-date", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfUpdate(IElement time) => Names(time).Contains("updat", StringComparison.OrdinalIgnoreCase) || Names(time).Contains("modif", StringComparison.OrdinalIgnoreCase);

    private static string Names(IElement element) => $"{element.ClassName} {element.GetAttribute("itemprop")}";
}
