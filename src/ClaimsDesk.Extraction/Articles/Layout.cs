using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>What every line of one article is.</summary>
internal sealed class Layout
{
    private const int LongestHeading = 15;
    private readonly List<(BlockKind Kind, Line Line)> _lines = [];

    private Layout(IReadOnlyList<Line> lines)
    {
        var body = MainText.Of(lines) ?? (0, lines.Count - 1);
        var hasProse = MainText.Of(lines) is not null;
        var first = hasProse ? FirstProse(lines, body.First, body.Last) : body.First;
        var headline = hasProse ? Header.HeadlineIn(lines, first) : -1;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var kind = i < first ? Above(lines, i, headline)
                : i <= body.Last ? Inside(lines, i, body.Last, hasProse)
                : Below(lines[i]);
            if (IsRead(kind) && lines[i].Words >= 4 && !seen.Add(lines[i].Text)) kind = BlockKind.Reprint;
            if (i == first && Dateline is null && kind is BlockKind.Paragraph && Articles.Dateline.Of(lines[i].Text) is { } dateline) Dateline = dateline;
            _lines.Add((kind, lines[i]));
        }
        Blocks = [.. BlocksOf()];
        Body = new TextSpan(lines[first].Span.Start, lines[body.Last].Span.End);
    }

    /// <summary>Lays out the lines of one article.</summary>
    public static Layout Of(IReadOnlyList<Line> lines) => new(lines);

    /// <summary>The blocks in reading order.</summary>
    public IReadOnlyList<ArticleBlock> Blocks { get; }

    /// <summary>From the first paragraph, its dateline included, to the last.</summary>
    public TextSpan Body { get; }

    /// <summary>The dateline of the first paragraph.</summary>
    public Dateline? Dateline { get; }

    /// <summary>Lines that may date the article: stamps and bylines above the running text and right below it.</summary>
    public IEnumerable<string> Stamps => _lines.Where(l => l.Line.Kind is LineKind.Stamp or LineKind.Byline && l.Kind is BlockKind.Furniture).Select(l => l.Line.Text);

    /// <summary>Lines that may credit an agency: all but what stands beside the article.</summary>
    public IEnumerable<string> Credited => _lines.Where(l => l.Kind is not BlockKind.Furniture || l.Line.Kind is LineKind.Byline).Select(l => l.Line.Text);

    /// <summary>The words of all lines of a kind.</summary>
    public IReadOnlyList<string> TextsOf(BlockKind kind) => [.. _lines.Where(l => l.Kind == kind).Select(l => l.Line.Text)];

    private static bool IsRead(BlockKind kind) => kind is BlockKind.Paragraph or BlockKind.Bullet or BlockKind.Headline or BlockKind.CrossHeading;

    private static int FirstProse(IReadOnlyList<Line> lines, int first, int last)
    {
        while (first < last && lines[first].Kind is not LineKind.Prose) first++;
        return first;
    }

    private static BlockKind Above(IReadOnlyList<Line> lines, int i, int headline) => lines[i].Kind switch
    {
        _ when i == headline => BlockKind.Headline,
        _ when headline >= 0 && lines[i].Text == lines[headline].Text => BlockKind.Reprint,
        LineKind.Caption => BlockKind.Caption,
        LineKind.Disclaimer => BlockKind.Disclaimer,
        LineKind.Doubled => BlockKind.Reprint,
        LineKind.Bullet when i > headline && headline >= 0 => BlockKind.Bullet,
        LineKind.Prose when i > headline && headline >= 0 => BlockKind.Bullet,
        _ => BlockKind.Furniture,
    };

    private static BlockKind Inside(IReadOnlyList<Line> lines, int i, int last, bool hasProse) => lines[i].Kind switch
    {
        LineKind.Prose => BlockKind.Paragraph,
        LineKind.Bullet => BlockKind.Bullet,
        LineKind.Caption => BlockKind.Caption,
        LineKind.Disclaimer => BlockKind.Disclaimer,
        LineKind.Doubled => BlockKind.Reprint,
        LineKind.Short when !hasProse => BlockKind.Paragraph,
        LineKind.Short when IsHeading(lines, i, last) => BlockKind.CrossHeading,
        _ => BlockKind.Furniture,
    };

    private static BlockKind Below(Line line) => line.Kind switch
    {
        LineKind.Caption => BlockKind.Caption,
        LineKind.Disclaimer => BlockKind.Disclaimer,
        _ => BlockKind.Furniture,
    };

    // A heading stands over running text; three short lines in a row are a list of links.
    private static bool IsHeading(IReadOnlyList<Line> lines, int i, int last)
    {
        if (lines[i].Words > LongestHeading || i == last) return false;
        var above = i > 0 && lines[i - 1].Kind is LineKind.Short;
        var below = lines[i + 1].Kind is LineKind.Short;
        if (i > 0 && lines[i - 1].Kind is LineKind.Ending) return false;
        return !(above && below) && lines[below ? Math.Min(i + 2, last) : i + 1].Kind is LineKind.Prose or LineKind.Bullet;
    }

    private IEnumerable<ArticleBlock> BlocksOf()
    {
        var dateline = Dateline;
        foreach (var (kind, line) in _lines)
        {
            if (dateline is not null && kind is BlockKind.Paragraph)
            {
                var cut = line.Span.Start + dateline.Length;
                yield return new ArticleBlock(BlockKind.Dateline, line.Span with { End = cut });
                var start = cut;
                while (!Visible.Is(line.Text[start - line.Span.Start])) start++;
                yield return new ArticleBlock(kind, line.Span with { Start = start });
                dateline = null;
                continue;
            }
            yield return new ArticleBlock(kind, line.Span);
        }
    }
}
