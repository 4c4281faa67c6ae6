using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.PolNear;

/// <summary>Spans as they are compared: without white space and punctuation at their ends, neighbours that only such characters part joined.</summary>
public static class NormalSpans
{
    private const string Trimmed = "\"'\u201c\u201d\u2018\u2019`.,;:\u2026-\u2013\u2014()[] \t\r\n\u00a0";

    /// <summary>The spans in order.</summary>
    public static IReadOnlyList<TextSpan> Of(string text, IEnumerable<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spans);
        var joined = new List<TextSpan>();
        foreach (var span in spans.Select(s => Trim(text, s)).Where(s => !s.IsEmpty).Distinct().Order())
        {
            if (joined.Count > 0 && IsTrimmed(text, joined[^1].End, span.Start)) joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, span.End) };
            else joined.Add(span);
        }
        return joined;
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = span;
        while (start < end && Trimmed.Contains(text[start], StringComparison.Ordinal)) start++;
        while (end > start && Trimmed.Contains(text[end - 1], StringComparison.Ordinal)) end--;
        return new TextSpan(start, end);
    }

    private static bool IsTrimmed(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!Trimmed.Contains(text[i], StringComparison.Ordinal)) return false;
        }
        return true;
    }
}
