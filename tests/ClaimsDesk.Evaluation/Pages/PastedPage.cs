using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ClaimsDesk.Evaluation.Pages;

/// <summary>The text of a web page as a reader copies and pastes it: everything visible, a line a block, links and buttons included.</summary>
public static class PastedPage
{
    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "textarea", "canvas", "audio", "video", "math" };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
        { "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr" };

    /// <summary>The text of a page.</summary>
    public static string Of(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        if (document.Body is { } body) Write(body, text);
        var lines = text.ToString().Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0);
        return string.Join('\n', lines);
    }

    private static void Write(INode node, StringBuilder text)
    {
        if (node is IText words)
        {
            text.Append(words.Data.ReplaceLineEndings(" "));
            return;
        }
        if (node is not IElement element || Hidden.Contains(element.LocalName) || element.HasAttribute("hidden")) return;
        var isBlock = !Inline.Contains(element.LocalName);
        if (isBlock) text.Append('\n');
        foreach (var child in element.ChildNodes) Write(child, text);
        if (isBlock) text.Append('\n');
    }
}
