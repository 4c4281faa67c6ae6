using ClaimsDesk.Extraction;

namespace ClaimsDesk.Web.Articles;

/// <summary>How a stretch of an article is set.</summary>
public enum TextPartKind
{
    /// <summary>A paragraph; a dateline may stand before its first words.</summary>
    Paragraph,
    /// <summary>Bullets that belong together.</summary>
    List,
    /// <summary>A heading between paragraphs.</summary>
    Heading,
    /// <summary>What the publisher disclaims.</summary>
    Disclaimer,
    /// <summary>Captions, stamps, buttons and second printings, folded away.</summary>
    Fold,
}

/// <summary>Lines of an article that are set together.</summary>
/// <param name="Kind">How they are set.</param>
/// <param name="Blocks">The lines, in reading order; one, except in lists and folds.</param>
public sealed record TextPart(TextPartKind Kind, IReadOnlyList<ArticleBlock> Blocks)
{
    /// <summary>Gathers the lines of an article into parts, in reading order. The headline is left out: it stands above the text.</summary>
    public static IReadOnlyList<TextPart> Gather(IEnumerable<ArticleBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var parts = new List<TextPart>();
        foreach (var block in blocks.Where(block => block.Kind != BlockKind.Headline && !block.Span.IsEmpty))
        {
            var kind = KindOf(block);
            if (parts.Count > 0 && parts[^1].Takes(kind)) parts[^1] = parts[^1] with { Blocks = [.. parts[^1].Blocks, block] };
            else parts.Add(new TextPart(kind, [block]));
        }
        return parts;
    }

    private bool Takes(TextPartKind kind) => Kind == kind && (Kind is TextPartKind.List or TextPartKind.Fold || Blocks[^1].Kind == BlockKind.Dateline);

    private static TextPartKind KindOf(ArticleBlock block) => block.Kind switch
    {
        BlockKind.Bullet => TextPartKind.List,
        BlockKind.CrossHeading => TextPartKind.Heading,
        BlockKind.Disclaimer => TextPartKind.Disclaimer,
        BlockKind.Caption or BlockKind.Furniture or BlockKind.Reprint => TextPartKind.Fold,
        _ => TextPartKind.Paragraph,
    };
}
