using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Brings sources into shape: no marks at the edges.</summary>
internal static class SourceShape
{
    /// <summary>The source's spans without space and marks around them.</summary>
    public static IReadOnlyList<TextSpan> Clean(ArticleReading reading, IEnumerable<TextSpan> spans)
    {
        var text = reading.Text.Value;
        var clean = new List<TextSpan>();
        foreach (var span in spans.Order())
        {
            var (start, end) = (span.Start, span.End);
            while (start < end && !char.IsLetterOrDigit(text[start]) && text[start] is not ('“' or '"')) start++;
            while (end > start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not ('.' or '”' or '"')) end--;
            while (end > start + 1 && text[end - 1] == '.' && !(end - 3 >= start && (text[end - 3] == '.' || char.IsUpper(text[end - 2])))) end--;
            if (end > start) clean.Add(new TextSpan(start, end));
        }
        return clean;
    }
}
