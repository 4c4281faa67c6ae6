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

    /// <summary>Lays out the lines of one article.</summary>
    public static Layout Of(IReadOnlyList<Line> lines) => new(lines);

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
