using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>A quotation is told whole or not at all.</summary>
internal static class QuotedContent
{
    /// <summary>A quotation most of whose words are content becomes content whole.</summary>
    public static void TakeWhole(Role[] roles, RunningWords words, IReadOnlyList<TextSpan> quotations, FoundCue cue)
    {
        foreach (var quotation in Overlapping(quotations, words.Spans))
        {
            var (start, end) = WordsIn(quotation, words.Spans);
            if (start >= end || (start < cue.End && cue.Start < end)) continue;
            var content = roles.AsSpan(start, end - start).Count(Role.Content);
            if (content * 2 > end - start) roles.AsSpan(start, end - start).Fill(Role.Content);
        }
    }

    private static IEnumerable<TextSpan> Overlapping(IReadOnlyList<TextSpan> quotations, TextSpan[] words)
    {
        for (var i = Places.At(quotations, words[0].Start); i < quotations.Count && quotations[i].Start < words[^1].End; i++) yield return quotations[i];
    }

    private static (int Start, int End) WordsIn(TextSpan span, TextSpan[] words)
    {
        var start = Places.At(words, span.Start);
        while (start < words.Length && words[start].Start < span.Start) start++;
        var end = start;
        while (end < words.Length && words[end].End <= span.End) end++;
        return (start, end);
    }
}
