using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Claims.Open;

/// <summary>Finds the headline or bullet in which an article tells a claim once more, usually without saying who told it.</summary>
internal static class Reprints
{
    private const int Most = 3;

    // Of the longer words of a line, this share stands in the claim's own words too.
    private const double Enough = 0.6;

    public static IReadOnlyList<Reprint> Of(string text, IReadOnlyList<ArticleBlock> blocks, Claim claim)
    {
        var content = LongerWords(claim.Content).ToHashSet(StringComparer.Ordinal);
        return [.. blocks
            .Where(b => b.Kind is BlockKind.Headline or BlockKind.Bullet or BlockKind.Reprint && !claim.ContentSpans.Any(b.Span.Overlaps))
            .Select(b => (b.Kind, Text: OneLine(text, b.Span)))
            .Where(line => Says(line.Text, content))
            .DistinctBy(line => line.Text)
            .Take(Most)
            .Select(line => new Reprint(line.Kind, line.Text))];
    }

    private static bool Says(string line, HashSet<string> content)
    {
        var words = LongerWords(line).Distinct().ToList();
        return words.Count > 2 && words.Count(content.Contains) >= Enough * words.Count;
    }

    // Shorter ones are articles and prepositions.
    private static IEnumerable<string> LongerWords(string text) =>
        NameKey.Of(text).Split([' ', ',', '.', ';', ':', '"', '“', '”', '\'', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3);

    private static string OneLine(string text, TextSpan span) =>
        string.Join(' ', span.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
