using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>Takes out of a page what its own markup calls furniture, before the article is looked for.</summary>
internal static class PageFurniture
{
    // More than this share of a page's paragraphs is the article, whatever its markup calls it.
    private const double LargestShare = 0.2;
    private const double LargestOverlay = 0.7;

    private const int LongestName = 300;

    private static readonly SearchValues<char> Blank = SearchValues.Create(" \t\r\n\f\u00A0");

    private static readonly HashSet<string> Never = new(StringComparer.OrdinalIgnoreCase)
        { "SCRIPT", "STYLE", "TEMPLATE", "SVG", "OBJECT", "AUDIO", "VIDEO", "CANVAS", "BUTTON", "SELECT", "DIALOG", "MENU", "IFRAME" };

    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase) { "ASIDE", "NAV", "FOOTER", "FORM", "NOSCRIPT" };

    // What holds the page, and what stands inside a line.
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
        { "HTML", "BODY", "MAIN", "P", "H1", "SPAN", "A", "EM", "STRONG", "B", "I", "TR", "TD", "TBODY" };

    private static readonly HashSet<string> Names = [.. WordList.English("Pages/furniture-names.txt")];
    private static readonly HashSet<string> Overlays = [.. WordList.English("Pages/overlay-names.txt")];

    /// <summary>Removes it from the document.</summary>
    public static void RemoveFrom(IHtmlDocument page)
    {
        if (page.Body is not { } body) return;
        var elements = body.QuerySelectorAll("*").ToList();
        foreach (var element in elements.Where(e => Never.Contains(e.TagName))) element.Remove();
        var lengths = ParagraphLengths(body, elements);
        var all = lengths.GetValueOrDefault(body);
        foreach (var element in elements.Where(IsHidden)) element.Remove();
        RemoveUpTo(LargestOverlay, e => !Kept.Contains(e.TagName) && IsNamed(e, Overlays));
        RemoveUpTo(LargestShare, e => Tags.Contains(e.TagName) || (!Kept.Contains(e.TagName) && IsNamed(e, Names)));
        RemoveEmpty(elements);
        foreach (var element in elements.Where(e => e.TagName == "NOSCRIPT" && e.ParentElement is not null).ToList()) Unwrap(element);

        void RemoveUpTo(double share, Func<IElement, bool> isFurniture)
        {
            foreach (var element in elements.Where(isFurniture))
            {
                if (lengths.GetValueOrDefault(element) <= all * share) element.Remove();
            }
        }
    }

    private static bool IsHidden(IElement element) => element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { Length: < LongestName } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    // What follows looks at every element many times over: those without a word are out of its way.
    private static void RemoveEmpty(List<IElement> elements)
    {
        var worded = new HashSet<INode>();
        foreach (var text in elements.SelectMany(e => e.ChildNodes.OfType<IText>()).Where(t => t.Data.AsSpan().ContainsAnyExcept(Blank)))
        {
            for (var e = text.ParentElement; e is not null && worded.Add(e); e = e.ParentElement) { }
        }
        foreach (var element in elements.Where(e => e.TagName != "BR" && !worded.Contains(e) && (e.ParentElement is null || worded.Contains(e.ParentElement)))) element.Remove();
    }

    // Some pages hold the article twice: built by a script, and without one.
    private static void Unwrap(IElement element)
    {
        while (element.FirstChild is { } child) element.Parent!.InsertBefore(child, element);
        element.Remove();
    }

    private static bool IsNamed(IElement element, HashSet<string> words) => IsNamed(element.ClassName, words) || IsNamed(element.Id, words);

    private static bool IsNamed(string? names, HashSet<string> furniture)
    {
        if (names is not { Length: > 0 and <= LongestName }) return false;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = WordsOf(name);
            for (var i = 0; i < words.Count; i++)
            {
                if (furniture.Contains(words[i]) || (i + 1 < words.Count && furniture.Contains($"{words[i]} {words[i + 1]}"))) return true;
            }
        }
        return false;
    }

    // "social-share", "siteFooter", "c-related__list"
    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isBreak = i == name.Length || !char.IsLetter(name[i]) || (i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!isBreak) continue;
            if (i > start) words.Add(name[start..i].ToLowerInvariant());
            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }
        return words;
    }

    // For every element how many characters of paragraphs it holds; each paragraph is counted up to the body.
    private static Dictionary<IElement, int> ParagraphLengths(IElement body, IEnumerable<IElement> elements)
    {
        var lengths = new Dictionary<IElement, int>();
        foreach (var paragraph in elements.Where(e => e.TagName == "P"))
        {
            var length = paragraph.TextContent.Length;
            for (IElement? e = paragraph; e is not null; e = e == body ? null : e.ParentElement) lengths[e] = lengths.GetValueOrDefault(e) + length;
        }
        return lengths;
    }
}
