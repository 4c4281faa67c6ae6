using System.Globalization;
using System.Text;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Web.Commands;

/// <summary>Why there is each claim of a text: the words that made the finder think so, each with line and column.</summary>
public static class Explanation
{
    /// <summary>The explanation of every claim, under the file's name.</summary>
    public static string Of(string file, ExtractedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var claims = document.Articles.SelectMany(a => a.Claims).ToList();
        var lines = new StringBuilder(file);
        lines.Append(claims.Count switch { 0 => ": no claims", 1 => ": 1 claim", var n => string.Create(CultureInfo.InvariantCulture, $": {n} claims") });
        foreach (var claim in claims) Append(lines, claim, document.Text);
        return lines.ToString();
    }

    private static void Append(StringBuilder lines, ExtractedClaim claim, SourceText text)
    {
        lines.Append('\n').Append('\n').Append(claim.Id).Append("  ").Append(Words(text, claim.Content));
        if (claim.Parent is { } parent) Line(lines, "inside", parent);
        Line(lines, "told by", string.Join(" and ", claim.SourceNames) + Printed(claim, text));
        Line(lines, "cue", claim.Cue.Count == 0 ? "none" : $"{Quoted(text, claim.Cue)} at {Place(text, claim.Cue[0])}");
        Line(lines, "found by", string.Create(CultureInfo.InvariantCulture, $"{claim.FoundBy}, confidence {claim.Confidence:F2}. {Finder.Why(claim.FoundBy)}").TrimEnd());
    }

    private static string Printed(ExtractedClaim claim, SourceText text)
    {
        var printed = claim.Source.Count == 0 ? ", whom the sentence does not name" : $", printed {Quoted(text, claim.Source)} at {Place(text, claim.Source[0])}";
        return claim.NamedAt is { } named ? $"{printed}, who is {Quoted(text, [named])} at {Place(text, named)}" : printed;
    }

    private static void Line(StringBuilder lines, string title, string words) => lines.Append('\n').Append("  ").Append(title.PadRight(10)).Append(words);

    private static string Quoted(SourceText text, IReadOnlyList<TextSpan> spans) => $"“{Words(text, spans)}”";

    private static string Words(SourceText text, IReadOnlyList<TextSpan> spans) =>
        string.Join(" … ", spans.Select(span => string.Join(' ', text[span].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    private static string Place(SourceText text, TextSpan span)
    {
        var (line, column) = text.Position(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{column}");
    }
}
