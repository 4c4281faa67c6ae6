using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>
/// Finds the article or articles in the text of a page: headline, dates, dateline, credits, and for every line what it is.
/// Lines are measured one by one (<see cref="Lines"/>), parted into articles (<see cref="Segments"/>), and given their kinds by
/// where the running text lies (<see cref="MainText"/>). Linear in the text, and it never throws for a text.
/// </summary>
public static class ArticleReader
{
    /// <summary>The articles in reading order, without claims and actors; empty when nothing can be seen in the text.</summary>
    public static IReadOnlyList<ExtractedArticle> Read(SourceText text, ExtractionContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        if (context.Known.Count > 0) return [.. context.Known.Select(known => Known(text, known, context)).OfType<ExtractedArticle>()];
        var lines = Lines.Of(text.Value);
        return lines.Count == 0 ? [] : [.. Segments.Of(lines).Select(segment => Article(segment, Layout.Of(segment), context))];
    }

    private static ExtractedArticle? Known(SourceText text, KnownArticle known, ExtractionContext context)
    {
        if (known.Blocks.Count > 0)
        {
            var layout = Layout.Of(text, known);
            return WithKnown(Article(layout.Lines, layout, context), known, context);
        }
        var lines = Lines.Of(text.Value).Where(line => known.Segment.Contains(line.Span)).ToList();
        return lines.Count == 0 ? null : WithKnown(Article(lines, Layout.Of(lines), context), known, context);
    }

    private static ExtractedArticle WithKnown(ExtractedArticle read, KnownArticle known, ExtractionContext context) => read with
    {
        Title = known.Title ?? read.Title,
        Publisher = known.Outlet ?? read.Publisher,
        Published = context.PublishedOn ?? known.Published ?? read.Published,
        Updated = known.Updated ?? read.Updated,
        Url = known.Url,
        Byline = known.Byline ?? read.Byline,
        Language = known.Language,
        Agencies = [.. known.Agencies.Concat(read.Agencies).Distinct()],
    };

    private static ExtractedArticle Article(IReadOnlyList<Line> lines, Layout layout, ExtractionContext context)
    {
        var blocks = layout.Blocks;
        var (published, updated) = ArticleDates.Of(lines, layout.Text, layout.Headline, layout.Dateline);
        var disclaimers = layout.TextsOf(BlockKind.Disclaimer);
        return new ExtractedArticle
        {
            Segment = new TextSpan(lines[0].Span.Start, lines[^1].Span.End),
            Body = layout.Body,
            Blocks = [.. blocks],
            Title = layout.TextsOf(BlockKind.Headline) is [var title, ..] ? title : null,
            Publisher = Credits.Publisher(disclaimers, layout.TextsOf(BlockKind.Furniture)),
            Published = context.PublishedOn ?? published,
            Updated = updated,
            Byline = lines.Select(Articles.Byline.NamesIn).FirstOrDefault(names => names is not null),
            DatelinePlace = layout.Dateline?.Place,
            Agencies = [.. Credited(layout).Distinct()],
            TranslatedBy = Credits.Translator([.. disclaimers, .. layout.TextsOf(BlockKind.Furniture)]),
            Disclaimers = [.. blocks.Where(b => b.Kind is BlockKind.Disclaimer).Select(b => b.Span)],
            Furniture = [.. blocks.Where(b => b.Kind is BlockKind.Furniture or BlockKind.Caption).Select(b => b.Span)],
        };
    }

    private static IEnumerable<string> Credited(Layout layout) =>
        (layout.Dateline?.Agencies ?? []).Concat(layout.TextsOf(BlockKind.Caption).SelectMany(Agencies.NamedIn)).Concat(layout.Credited.SelectMany(Agencies.CreditedIn));
}
