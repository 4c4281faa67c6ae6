using System.Buffers;
using System.Text;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>
/// Leaves out of a page's source the tags that would nest deeper than any page does. Parsers and readers walk up and down the tree at
/// every step, so that 20,000 elements inside each other take them minutes; here every character is looked at once.
/// </summary>
internal static class NestingCap
{
    /// <summary>The deepest nesting that is kept. Real pages stay under 100.</summary>
    public const int Deepest = 150;

    // Empty by nature, or closed by what follows: pages leave their end tags out, and they nest only inside others that are counted.
    private static readonly HashSet<string> NotCounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup", "caption", "option", "optgroup", "dt", "dd", "rt", "rp",
        "html", "head", "body",
    };

    private static readonly string[] RawText = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>The source without the tags that are too deep; the very string where none is.</summary>
    public static string Apply(string html)
    {
        StringBuilder? kept = null;
        var (depth, copied, i) = (0, 0, 0);
        while ((i = html.IndexOf('<', i)) >= 0)
        {
            if (html.AsSpan(i).StartsWith("<!--"))
            {
                i = After(html, "-->", i + 4);
                continue;
            }
            var closes = i + 1 < html.Length && html[i + 1] == '/';
            var name = NameAt(html, closes ? i + 2 : i + 1);
            if (name.IsEmpty)
            {
                i++;
                continue;
            }
            var end = After(html, ">", i);
            if (!NotCounted.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) && html[end - 2] != '/')
            {
                var isTooDeep = (closes ? depth-- : ++depth) > Deepest;
                depth = Math.Max(0, depth);
                if (isTooDeep)
                {
                    kept ??= new StringBuilder(html.Length);
                    kept.Append(html, copied, i - copied).Append(' ');
                    copied = end;
                }
            }
            i = !closes && RawTextEnd(html, name, end) is { } rawEnd ? rawEnd : end;
        }
        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static ReadOnlySpan<char> NameAt(string html, int start)
    {
        if (start >= html.Length || !char.IsAsciiLetter(html[start])) return [];
        var length = html.AsSpan(start).IndexOfAny(NameEnds);
        return html.AsSpan(start, length < 0 ? html.Length - start : length);
    }

    // Inside a script "<div>" is no tag.
    private static int? RawTextEnd(string html, ReadOnlySpan<char> name, int from)
    {
        foreach (var raw in RawText)
        {
            if (!name.Equals(raw, StringComparison.OrdinalIgnoreCase)) continue;
            var at = html.IndexOf("</" + raw, from, StringComparison.OrdinalIgnoreCase);
            return at < 0 ? html.Length : at;
        }
        return null;
    }

    private static int After(string html, string mark, int from)
    {
        var at = html.IndexOf(mark, Math.Min(from, html.Length), StringComparison.Ordinal);
        return at < 0 ? html.Length : at + mark.Length;
    }
}
