using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>What every line of one article is.</summary>
internal sealed class Layout
{
    private const int FewestWordsOfAReprint = 4;
    private readonly IReadOnlyList<Line> _lines;
    private readonly BlockKind[] _kinds;

    private Layout(IReadOnlyList<Line> lines)
    {
        _lines = lines;
        Text = RunningText.In(lines);
        Headline = Text.IsProse ? Header.HeadlineIn(lines, Text.First) : -1;
        _kinds = KindsOf(lines, new BlockKinds(lines, Text, Headline));
        Dateline = _kinds[Text.First] is BlockKind.Paragraph ? Dateline.Of(lines[Text.First].Text) : null;
        Blocks = [.. BlocksOf()];
    }

    private Layout(IReadOnlyList<Line> lines, BlockKind[] kinds)
    {
        (_lines, _kinds) = (lines, kinds);
        Headline = Array.IndexOf(kinds, BlockKind.Headline);
        var first = Math.Max(0, Array.IndexOf(kinds, BlockKind.Paragraph));
        var last = Math.Max(first, Array.FindLastIndex(kinds, kind => kind is BlockKind.Paragraph or BlockKind.Bullet or BlockKind.CrossHeading));
        Text = new RunningText(first, last, first, IsProse: true);
        Dateline = _kinds[first] is BlockKind.Paragraph ? Dateline.Of(lines[first].Text) : null;
        Blocks = [.. BlocksOf()];
    }

    /// <summary>Lays out the lines of one article.</summary>
    public static Layout Of(IReadOnlyList<Line> lines) => new(lines);

    /// <summary>
    /// Lays out an article whose lines the format knows. What is a paragraph for the format may still be a disclaimer, a stamp or the words
    /// under a picture, or hold one.
    /// </summary>
    public static Layout Of(SourceText text, KnownArticle known)
    {
        var (lines, kinds) = (new List<Line>(), new List<BlockKind>());
        foreach (var block in known.Blocks)
        {
            var isRunning = block.Kind is BlockKind.Paragraph or BlockKind.Bullet;
            var parts = isRunning ? Articles.Lines.PartsOf(text.Value, block.Span) : [Line.Of(text.Value, block.Span)];
            lines.AddRange(parts);
            kinds.AddRange(parts.Select(part => isRunning ? KindOf(part, block.Kind) : block.Kind));
        }
        return new Layout(lines, [.. kinds]);
    }

    private static BlockKind KindOf(Line part, BlockKind known) => part.Kind switch
    {
        LineKind.Disclaimer => BlockKind.Disclaimer,
        LineKind.Stamp => BlockKind.Furniture,
        LineKind.Doubled => BlockKind.Reprint,
        LineKind.Caption when !part.IsLong => BlockKind.Caption,
        _ => known,
    };

    /// <summary>The lines, in reading order.</summary>
    public IReadOnlyList<Line> Lines => _lines;

    /// <summary>Where the running text lies among the lines.</summary>
    public RunningText Text { get; }

    /// <summary>The line of the headline, or −1.</summary>
    public int Headline { get; }

    /// <summary>The dateline of the first paragraph.</summary>
    public Dateline? Dateline { get; }

    /// <summary>The blocks in reading order.</summary>
    public IReadOnlyList<ArticleBlock> Blocks { get; }

    /// <summary>From the first paragraph, its dateline included, to the last.</summary>
    public TextSpan Body => new(_lines[Text.First].Span.Start, _lines[Text.Last].Span.End);

    /// <summary>Lines that may credit an agency: all but what stands beside the article.</summary>
    public IEnumerable<string> Credited => _lines.Where((line, i) => _kinds[i] is not BlockKind.Furniture || line.Kind is LineKind.Byline).Select(line => line.Text);

    /// <summary>The words of all lines of a kind.</summary>
    public IReadOnlyList<string> TextsOf(BlockKind kind) => [.. _lines.Where((_, i) => _kinds[i] == kind).Select(line => line.Text)];

    private static BlockKind[] KindsOf(IReadOnlyList<Line> lines, BlockKinds kinds)
    {
        var printed = new HashSet<string>(StringComparer.Ordinal);
        return [.. lines.Select((line, i) => kinds.Of(i) switch
        {
            var read and (BlockKind.Paragraph or BlockKind.Bullet or BlockKind.Headline or BlockKind.CrossHeading) =>
                line.Words >= FewestWordsOfAReprint && !printed.Add(line.Text) ? BlockKind.Reprint : read,
            var kind => kind,
        })];
    }

    private IEnumerable<ArticleBlock> BlocksOf()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            var span = _lines[i].Span;
            if (i == Text.First && Dateline is { } dateline)
            {
                var words = _lines[i].Text;
                var start = dateline.Length;
                while (!Visible.Is(words[start])) start++;
                yield return new ArticleBlock(BlockKind.Dateline, span with { End = span.Start + dateline.Length });
                yield return new ArticleBlock(_kinds[i], span with { Start = span.Start + start });
                continue;
            }
            yield return new ArticleBlock(_kinds[i], span);
        }
    }
}
