using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Tidies a content of several pieces of which the first is a quotation before its cue: quotations are told whole or not at all.</summary>
internal static class QuotedPieces
{
    private const double Enough = 0.4;

    /// <summary>The pieces that belong to it: no words about the speaker, no scraps of another quotation.</summary>
    public static IReadOnlyList<TextSpan> Tidy(ArticleReading reading, IReadOnlyList<TextSpan> content, TextSpan cue, int sentence)
    {
        if (content.Count < 2 || content[0].End > cue.Start || !reading.QuotationsIn(content[0]).Any(q => q.Start <= content[0].Start && q.End >= content[0].End)) return content;
        var tidy = new List<TextSpan> { content[0] };
        foreach (var piece in content.Skip(1))
        {
            var quotation = reading.QuotationsIn(piece).FirstOrDefault();
            var isBeside = piece.Overlaps(reading.Sentences[sentence].Span);
            if (quotation.Length == 0)
            {
                if (!isBeside) tidy.Add(piece);
                continue;
            }
            var shared = Math.Min(piece.End, quotation.End) - Math.Max(piece.Start, quotation.Start);
            if (isBeside) tidy.Add(piece);
            else if (shared >= quotation.Length * Enough && quotation.Start >= tidy[^1].End) tidy.Add(quotation);
        }
        return tidy;
    }
}
