using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Articles;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>
/// Takes away what stands round an article and was taken for a part of it: stamps and bylines above; buttons and "Read more" between;
/// links, credits, rights, and who the author is below.
/// </summary>
internal static class PageTrimming
{
    private const double LinksOnly = 0.8;
    private const double ManyLinks = 0.35;
    private const int ShortLine = 25;

    private static readonly Regex Rights = new(
        @"^(?:©|\(c\)|copyright\b)|all rights reserved|^(?:this (?:article|story|post|piece) (?:was|is|has been|first|originally)|(?:originally|first) published)\b",
        Phrases.Linear | RegexOptions.IgnoreCase);

    /// <summary>The lines that are the article.</summary>
    public static List<PageLine> Trim(List<PageLine> lines)
    {
        var kept = WithoutRepeats(WithoutButtons(lines));
        var end = kept.Count;
        while (end > 1 && IsTail(kept[end - 1])) end--;
        var start = 0;
        while (start < end - 1 && IsHead(kept[start])) start++;
        return WithDropCaps(kept.GetRange(start, end - start));
    }

    /// <summary>Whether a line is furniture by its words, wherever it stands.</summary>
    public static bool IsFurniture(PageLine line) =>
        line.Look.Kind is LineKind.Furniture or LineKind.Ending or LineKind.Stamp or LineKind.Byline || Furniture.IsLinkLabel(line.Look);

    private static IEnumerable<PageLine> WithoutButtons(List<PageLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var isButton = line.Kind switch
            {
                BlockKind.Caption => false,
                BlockKind.CrossHeading => line.LinkShare >= LinksOnly && Furniture.Is(line.Look),
                BlockKind.Bullet => line.LinkShare >= LinksOnly && (IsFurniture(line) || IsInLinkList(lines, i)),
                _ => Furniture.Is(line.Look) || Furniture.IsLinkLabel(line.Look) || (line.Words <= ShortLine && Furniture.IsPlea(line.Look)),
            };
            if (!isButton) yield return line;
        }
    }

    // Items in a row that are links and nothing else lead to other articles.
    private static bool IsInLinkList(List<PageLine> lines, int i) =>
        (i > 0 && IsLinkItem(lines[i - 1])) || (i + 1 < lines.Count && IsLinkItem(lines[i + 1]));

    private static bool IsLinkItem(PageLine line) => line.Kind is BlockKind.Bullet && line.LinkShare >= LinksOnly;

    // Pages print a part twice: for wide and for narrow screens, as text and as a pulled quotation.
    private static List<PageLine> WithoutRepeats(IEnumerable<PageLine> lines)
    {
        const int fewestWords = 6;
        var printed = new HashSet<string>(StringComparer.Ordinal);
        return [.. lines.Where(line => line.Words < fewestWords || line.IsRow || printed.Add(line.Text))];
    }

    private static bool IsHead(PageLine line) => line.Kind is not BlockKind.Caption
        && (IsFurniture(line) || (line.LinkShare >= LinksOnly && line.Words <= ShortLine && !line.Look.EndsSentence));

    private static bool IsTail(PageLine line) => line.Kind is BlockKind.CrossHeading or BlockKind.Caption
        || line.LinkShare >= LinksOnly || (line.Words <= ShortLine && line.LinkShare >= ManyLinks)
        || IsFurniture(line) || line.Look.Kind is LineKind.Caption or LineKind.Disclaimer
        || (line.Words <= 2 * ShortLine && Rights.IsMatch(line.Text)) || AuthorNote.Is(line.Look, []);

    // A first letter set large is a block of its own.
    private static List<PageLine> WithDropCaps(List<PageLine> lines)
    {
        var joined = new List<PageLine>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && joined[^1].Text is [>= 'A' and <= 'Z'] && char.IsLetter(line.Text[0]) && line.Kind is BlockKind.Paragraph)
                joined[^1] = line with { Text = joined[^1].Text + line.Text };
            else joined.Add(line);
        }
        return joined;
    }
}
