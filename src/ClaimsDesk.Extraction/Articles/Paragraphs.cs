using System.Buffers;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>
/// The lines of a text that hold something to see. Where a text was wrapped by hand or by a mail program, so that sentences run over line
/// ends, the lines of a paragraph are one.
/// </summary>
internal static class Paragraphs
{
    private const int WidestWrap = 100;
    private const int FewestLines = 6;
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029");

    /// <summary>Spans without the white space around them, and whether an empty line stands before.</summary>
    public static IEnumerable<(TextSpan Span, bool AfterGap)> Of(string text)
    {
        var lines = VisibleLines(text).ToList();
        return IsWrapped(text, lines) ? Unwrapped(text, lines) : lines;
    }

    private static IEnumerable<(TextSpan Span, bool AfterGap)> VisibleLines(string text)
    {
        var (start, afterGap) = (0, true);
        while (start <= text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : start + length;
            var span = Visible.Trim(text, new TextSpan(start, end));
            if (!span.IsEmpty) yield return (span, afterGap);
            var isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            afterGap = span.IsEmpty;
            start = end + (isPair ? 2 : 1);
        }
    }

    // In a wrapped text the lines are about equally wide and many go on in lower case.
    private static bool IsWrapped(string text, List<(TextSpan Span, bool AfterGap)> lines)
    {
        if (lines.Count < FewestLines) return false;
        var widest = lines.Max(l => l.Span.Length);
        if (widest is < 30 or > WidestWrap) return false;
        var joints = Enumerable.Range(1, lines.Count - 1).Where(i => !lines[i].AfterGap && lines[i - 1].Span.Length > widest * 0.6).ToList();
        return joints.Count >= lines.Count / 3 && joints.Count(i => char.IsLower(text[lines[i].Span.Start])) * 5 >= joints.Count * 2;
    }

    private static IEnumerable<(TextSpan Span, bool AfterGap)> Unwrapped(string text, List<(TextSpan Span, bool AfterGap)> lines)
    {
        var widest = lines.Max(l => l.Span.Length);
        var (open, openGap) = lines[0];
        for (var i = 1; i < lines.Count; i++)
        {
            var (span, afterGap) = lines[i];
            var goesOn = !afterGap && (lines[i - 1].Span.Length > widest * 0.6 || char.IsLower(text[span.Start]));
            if (goesOn)
            {
                open = open with { End = span.End };
                continue;
            }
            yield return (open, openGap);
            (open, openGap) = (span, afterGap);
        }
        yield return (open, openGap);
    }
}
