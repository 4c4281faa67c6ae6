using System.IO.Compression;
using System.Text.Json;
using AngleSharp.Html.Parser;
using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Articles;
using ClaimsDesk.Extraction.Pages;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.Pages;

/// <summary>
/// Web pages of many outlets, pasted as plain text and read as pages: of each, segments are known that belong to the article and segments that do not.
/// A kept segment that belongs is right; one that does not counts against precision, a lost one against recall.
/// </summary>
public static class PagesMeasure
{
    private const string Pasted = "web pages pasted as text", AsPages = "web pages read as HTML";

    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    private sealed record Page(string Name, IReadOnlyList<string> With, IReadOnlyList<string> Without);

    /// <summary>The figures; null where the pages are absent.</summary>
    public static Measurement? Run(Extractor extractor, Corpora corpora)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        if (corpora.Find("html_pages") is not { } folder) return null;
        using var list = File.OpenRead(Path.Combine(folder, "segments.json"));
        using var json = JsonDocument.Parse(list);
        static IReadOnlyList<string> Strings(JsonElement page, string key) => page.TryGetProperty(key, out var list) ? [.. list.EnumerateArray().Select(s => s.GetString()!)] : [];
        var pages = json.RootElement.EnumerateArray().Select(p => new Page(p.GetProperty("page").GetString()!, Strings(p, "with"), Strings(p, "without"))).ToList();
        var scores = pages.AsParallel().AsOrdered().Select(page => Score(Path.Combine(folder, "pages"), page)).ToList();
        Counts Sum(Func<PageScore, Counts> of) => scores.Aggregate(default(Counts), (sum, s) => sum + of(s));
        var whole = Sum(s => s.Whole);
        return new Measurement(
        [
            .. Figure.Of(Pasted, "segments kept", Sum(s => s.Pasted)),
            new Figure(Pasted, "the whole text taken, F1", whole.F1, Guard.None, whole.Detail),
            .. Figure.Of(AsPages, "segments kept", Sum(s => s.Read)),
        ], [.. scores.SelectMany(s => s.Errors)]);
    }

    private sealed record PageScore(Counts Pasted, Counts Whole, Counts Read, IReadOnlyList<string> Errors);

    private static PageScore Score(string folder, Page page)
    {
        var html = Html(Path.Combine(folder, page.Name));
        var text = PastedPage.Of(html);
        var (kept, all) = (OneLine(Kept(new SourceText(text), [])), OneLine(text));
        var asPage = PageReader.Read(html);
        var read = OneLine(Kept(new SourceText(asPage.Text), asPage.Articles));
        // A segment that the page's text does not hold (an image's words, say) cannot be kept: it is a miss for everybody.
        Counts Judge(string of) => new(page.With.Count(s => Holds(of, s)), page.With.Concat(page.Without).Count(s => Holds(of, s)), page.With.Count);
        IEnumerable<string> Errors(string way, string of) => page.With.Where(s => !Holds(of, s)).Select(s => $"{page.Name} {way}: LOST {s}{(Holds(all, s) ? "" : " (not in the page's text)")}")
            .Concat(page.Without.Where(s => Holds(of, s)).Select(s => $"{page.Name} {way}: KEPT {s}"));
        return new PageScore(Judge(kept), Judge(all), Judge(read), [.. Errors("pasted", kept), .. Errors("as a page", read)]);
    }

    // Decoded as the page declares.
    private static string Html(string path)
    {
        using var file = File.OpenRead(path);
        using var bytes = new GZipStream(file, CompressionMode.Decompress);
        using var page = new HtmlParser().ParseDocument(bytes);
        return page.Source.Text;
    }

    /// <summary>What the reader takes for the articles' own words.</summary>
    private static string Kept(SourceText text, IReadOnlyList<KnownArticle> known) => string.Join('\n', ArticleReader.Read(text, ExtractionContext.Unknown with { Known = known })
        .SelectMany(a => a.Blocks).Where(b => b.Kind is not (BlockKind.Furniture or BlockKind.Caption or BlockKind.Disclaimer or BlockKind.Reprint)).Select(b => text[b.Span]));

    private static bool Holds(string text, string segment) => text.Contains(OneLine(segment), StringComparison.Ordinal);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
