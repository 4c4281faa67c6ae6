using System.IO.Compression;
using System.Text.Json;
using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Articles;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.Pages;

/// <summary>
/// Web pages of many outlets pasted as plain text: of each, segments are known that belong to the article and segments that do not.
/// A kept segment that belongs is right; one that does not counts against precision, a lost one against recall.
/// </summary>
public static class PagesMeasure
{
    private const string Group = "web pages pasted as text";

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
        var read = scores.Aggregate(default(Counts), (sum, s) => sum + s.Read);
        var whole = scores.Aggregate(default(Counts), (sum, s) => sum + s.Whole);
        return new Measurement(
        [
            .. Figure.Of(Group, "segments kept", read),
            new Figure(Group, "the whole text taken, F1", whole.F1, Guard.None, whole.Detail),
        ], [.. scores.SelectMany(s => s.Errors)]);
    }

    private static (Counts Read, Counts Whole, List<string> Errors) Score(string folder, Page page)
    {
        using var file = File.OpenRead(Path.Combine(folder, page.Name));
        using var html = new GZipStream(file, CompressionMode.Decompress);
        var text = PageText.Of(html);
        var kept = OneLine(Kept(new SourceText(text)));
        var all = OneLine(text);
        // A segment that the page's text does not hold (an image's words, say) cannot be kept: it is a miss for everybody.
        Counts Judge(string of) => new(page.With.Count(s => Holds(of, s)), page.With.Concat(page.Without).Count(s => Holds(of, s)), page.With.Count);
        var errors = page.With.Where(s => !Holds(kept, s)).Select(s => $"{page.Name}: LOST {s}{(Holds(all, s) ? "" : " (not in the page's text)")}")
            .Concat(page.Without.Where(s => Holds(kept, s)).Select(s => $"{page.Name}: KEPT {s}"));
        return (Judge(kept), Judge(all), [.. errors]);
    }

    /// <summary>What the reader takes for the articles' own words.</summary>
    private static string Kept(SourceText text) => string.Join('\n', ArticleReader.Read(text, ExtractionContext.Unknown).SelectMany(a => a.Blocks)
        .Where(b => b.Kind is not (BlockKind.Furniture or BlockKind.Caption or BlockKind.Disclaimer or BlockKind.Reprint)).Select(b => text[b.Span]));

    private static bool Holds(string text, string segment) => text.Contains(OneLine(segment), StringComparison.Ordinal);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
