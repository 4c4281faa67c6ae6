using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Exceptions;

namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>A PDF: its blocks of text in reading order, one line a block, without what every page repeats.</summary>
internal static class PdfText
{
    private const int MostPages = 1000;
    private const int FewestLetters = 40;

    /// <summary>Whether the file is one, by its first bytes.</summary>
    public static bool Is(Incoming incoming) => incoming.Start.AsSpan(0, Math.Min(incoming.Start.Length, 1024)).IndexOf("%PDF-"u8) >= 0;

    /// <summary>The document as one item.</summary>
    public static FoundItem Item(Incoming incoming)
    {
        if (incoming.AllBytes() is not { } bytes) return FoundItem.Rejected(incoming.Name, $"The document is longer than {incoming.Limits.ItemBytes / 1024 / 1024} MB. Save its article by itself, and import that.");
        return new FoundItem(incoming.Name, bytes, () => Read(bytes));
    }

    private static ItemReading Read(byte[] bytes)
    {
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (document.NumberOfPages > MostPages) return new ItemReading.Rejected($"The document has {document.NumberOfPages} pages; documents of up to {MostPages} are read. Save its article by itself, and import that.");
            var text = Text([.. document.GetPages().Select(Blocks)]);
            return text.Count(char.IsLetter) < FewestLetters
                ? new ItemReading.Rejected("The document holds pictures of text but no text, as scans do. Have its text recognised (OCR), and import that.")
                : new ItemReading.Text(text, "utf-8", "pdf");
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ItemReading.Rejected("The document is locked with a password. Save a copy without it, and import that.");
        }
        // The parser of a format this old meets files that it has no name for: whatever it throws, the file cannot be read.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new ItemReading.Rejected("The document is damaged, or not a PDF that can be read. Save it again, or copy its text, and import that.");
        }
    }

    private static List<string> Blocks(Page page)
    {
        var words = page.GetWords(NearestNeighbourWordExtractor.Instance).ToList();
        if (words.Count == 0) return [];
        var blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        return [.. UnsupervisedReadingOrderDetector.Instance.Get(blocks).Select(block => OneLine(block.TextLines.Select(line => line.Text))).Where(line => line.Length > 0)];
    }

    // "inde-" and "pendent" on two lines are one word.
    private static string OneLine(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (text.Length > 1 && text[^1] == '-' && char.IsLower(text[^2]) && char.IsLower(line[0])) text.Length--;
            else if (text.Length > 0) text.Append(' ');
            text.Append(line);
        }
        return text.Replace('\0', '\uFFFD').ToString();
    }

    private static string Text(IReadOnlyList<List<string>> pages)
    {
        const int fewestPages = 3;
        var repeated = pages.Count < fewestPages ? [] : pages.SelectMany(page => page.Select(Bare).Distinct()).GroupBy(line => line)
            .Where(line => line.Count() * 2 > pages.Count).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', pages.SelectMany(page => page.Where(line => !repeated.Contains(Bare(line)))));
    }

    // Page numbers differ, the words round them don't.
    private static string Bare(string line) => string.Concat(line.Where(c => !char.IsDigit(c)));
}
