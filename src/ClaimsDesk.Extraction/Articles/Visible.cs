using System.Globalization;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>Which characters a reader sees. White space, control, zero-width and direction marks are none.</summary>
internal static class Visible
{
    /// <summary>Whether a reader sees the character.</summary>
    public static bool Is(char c) => c < 128
        ? c > ' ' && c != 127
        : !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control);

    /// <summary>The span without what cannot be seen at its ends; empty at its start where nothing can.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !Is(text[start])) start++;
        while (end > start && !Is(text[end - 1])) end--;
        return start == end ? new TextSpan(span.Start, span.Start) : new TextSpan(start, end);
    }
}
