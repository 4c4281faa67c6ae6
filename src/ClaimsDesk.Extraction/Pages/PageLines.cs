using System.Text;
using AngleSharp.Dom;
using ClaimsDesk.Extraction.Articles;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>A line of a page: the text of one block.</summary>
/// <param name="Kind">What the markup says it is.</param>
/// <param name="Text">Its words, white space made one.</param>
/// <param name="LinkShare">How much of it is links, between 0 and 1.</param>
/// <param name="IsRow">Whether it is a row of a table of figures.</param>
internal sealed record PageLine(BlockKind Kind, string Text, double LinkShare, bool IsRow = false)
{
    private readonly Lazy<Line> _look = new(() => Lines.Look(Text));

    /// <summary>What the words look like to the article reader.</summary>
    public Line Look => _look.Value;

    /// <summary>Number of words.</summary>
    public int Words => Look.Words;
}

/// <summary>Renders elements as text, one line a block; what stands side by side on the page stays apart.</summary>
internal sealed class PageLines
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "FOOTER", "ASIDE", "NAV", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "LI", "DL", "DT", "DD",
        "TABLE", "CAPTION", "TR", "BLOCKQUOTE", "PRE", "FIGURE", "FIGCAPTION", "HR", "FORM", "FIELDSET", "ADDRESS", "DETAILS", "SUMMARY", "CENTER", "BODY",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase) { "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "SVG", "IFRAME", "BUTTON", "SELECT", "TEXTAREA" };

    private readonly List<PageLine> _lines = [];
    private readonly StringBuilder _open = new();
    private BlockKind _kind = BlockKind.Paragraph;
    private int _linked;
    private bool _inLink, _keepsLines, _isRow;

    private PageLines() { }

    /// <summary>The lines of an element and all it holds, in reading order.</summary>
    public static List<PageLine> Of(IElement element)
    {
        var lines = new PageLines();
        lines.Add(element);
        lines.EndLine();
        return lines._lines;
    }

    private void Add(INode node)
    {
        switch (node)
        {
            case IText text:
                AddText(text.Data);
                break;
            case IElement element when !Unseen.Contains(element.TagName):
                AddElement(element);
                break;
        }
    }

    private void AddElement(IElement element)
    {
        var tag = element.TagName.ToUpperInvariant();
        if (tag == "BR") Break();
        else if (tag == "FIGURE" && !HoldsText(element)) AddCaption(element);
        else if (tag is "TD" or "TH") AddCell(element);
        else if (tag is "TEXTAREA" or "INPUT") return;
        else if (Blocks.Contains(tag)) AddBlock(element, tag);
        else AddInline(element, tag == "A");
    }

    private void AddInline(IElement element, bool isLink)
    {
        var outer = _inLink;
        _inLink |= isLink;
        foreach (var child in element.ChildNodes) Add(child);
        _inLink = outer;
    }

    private void AddBlock(IElement element, string tag)
    {
        EndLine();
        var (kind, keepsLines) = (_kind, _keepsLines);
        _kind = tag switch
        {
            "H1" or "H2" or "H3" or "H4" or "H5" or "H6" or "CAPTION" => BlockKind.CrossHeading,
            "LI" or "DD" or "DT" => BlockKind.Bullet,
            "FIGCAPTION" => BlockKind.Caption,
            "UL" or "OL" or "DIV" or "P" or "SECTION" => _kind,
            _ => BlockKind.Paragraph,
        };
        _keepsLines |= tag == "PRE";
        foreach (var child in element.ChildNodes) Add(child);
        EndLine();
        (_kind, _keepsLines) = (kind, keepsLines);
    }

    // A figure is a picture with its caption, unless a table, a quotation or a listing was put into one.
    private static bool HoldsText(IElement figure) =>
        Inside(figure).Any(e => e.TagName is "TABLE" or "BLOCKQUOTE" or "PRE" or "UL" or "OL");

    private static bool HoldsBlocks(IElement cell) => Inside(cell).Any(e => Blocks.Contains(e.TagName));

    private static IEnumerable<IElement> Inside(IElement element) => element.GetElementsByTagName("*");

    private void AddCaption(IElement figure)
    {
        foreach (var caption in figure.GetElementsByTagName("figcaption").Take(1)) AddBlock(caption, "FIGCAPTION");
    }

    // Tables that hold the page together have blocks in their cells; of others a row is a line.
    private void AddCell(IElement cell)
    {
        if (HoldsBlocks(cell))
        {
            AddBlock(cell, "DIV");
            return;
        }
        _isRow = true;
        if (_open.Length > 0 && cell.TextContent.AsSpan().ContainsAnyExcept(" \t\r\n\u00A0")) AddText(" | ");
        foreach (var child in cell.ChildNodes) Add(child);
    }

    private void AddText(string text)
    {
        foreach (var c in text)
        {
            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u2060') continue;
            if (_keepsLines && c is '\n')
            {
                EndLine();
                continue;
            }
            var shown = char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c;
            if (shown == ' ' && (_open.Length == 0 || _open[^1] == ' ')) continue;
            _open.Append(shown);
            if (_inLink) _linked++;
        }
    }

    // In a paragraph a line end is white space; where a sentence ends before it, somebody made paragraphs with it.
    private void Break()
    {
        var last = _open.Length > 0 && _open[^1] == ' ' ? _open.Length - 2 : _open.Length - 1;
        if (last >= 0 && _open[last] is '.' or '!' or '?' or ':' or '"' or '”' or ')' or '…') EndLine();
        else AddText(" ");
    }

    private void EndLine()
    {
        var text = _open.ToString().Trim();
        if (text.Any(c => char.IsLetterOrDigit(c))) _lines.Add(new PageLine(_kind, text, Math.Min(1, _linked / (double)text.Length), _isRow));
        _open.Clear();
        (_linked, _isRow) = (0, false);
    }
}
