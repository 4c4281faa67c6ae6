using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Whether a content stands in quotation marks: whole, in part or not. Marks round a name or a title do not count.</summary>
internal static class QuoteReading
{
    /// <summary>How the content is worded.</summary>
    public static QuoteKind Of(ArticleReading reading, IReadOnlyList<TextSpan> content)
    {
        var text = reading.Text.Value;
        int words = 0, quoted = 0;
        var partly = false;
        foreach (var span in content)
        {
            words += CountWords(text, span);
            foreach (var quotation in reading.QuotationsIn(span))
            {
                var inside = new TextSpan(Math.Max(span.Start, quotation.Start), Math.Min(span.End, quotation.End));
                quoted += CountWords(text, inside);
                // A quotation around the content belongs to the claim outside, unless the content holds its marks.
                var marked = span.Contains(quotation.Start) || (span.Contains(quotation.End - 1) && quotation.End - quotation.Start > 1);
                partly |= marked && !IsName(text, quotation) && !IsSourceMark(text, quotation);
            }
        }
        if (!partly) return QuoteKind.Indirect;
        return quoted >= words ? QuoteKind.Direct : QuoteKind.Mixed;
    }

    private static int CountWords(string text, TextSpan span)
    {
        var count = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && (i == span.Start || !char.IsLetterOrDigit(text[i - 1]))) count++;
        }
        return count;
    }

    /// <summary>“Blue Lantern”, “Unit 7”: every word that is not small begins with a capital or a figure.</summary>
    private static bool IsName(string text, TextSpan quotation)
    {
        var words = text[quotation.Start..quotation.End].Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('“', '”', '"', '«', '»', '„', ',', '.', '\'', '‘', '’')).Where(w => w.Length > 0).ToList();
        return words.Count is > 0 and <= 5 && words.TrueForAll(w => char.IsUpper(w[0]) || char.IsDigit(w[0]) || (w.Length <= 3 && words.Count > 1 && w != words[0]));
    }

    /// <summary>a “number of sources”: the marks stand round who tells.</summary>
    private static bool IsSourceMark(string text, TextSpan quotation)
    {
        var inside = text[quotation.Start..quotation.End];
        return quotation.Length < 40 && (inside.Contains("source", StringComparison.OrdinalIgnoreCase) || inside.Contains("official", StringComparison.OrdinalIgnoreCase));
    }
}
