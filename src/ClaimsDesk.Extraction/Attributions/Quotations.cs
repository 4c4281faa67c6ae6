using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Where quotation marks open and close in a text.</summary>
internal static class Quotations
{
    /// <summary>The quotations of the blocks, marks included, in order. A mark without its partner closes at the end of its block.</summary>
    public static List<TextSpan> Find(string text, IEnumerable<TextSpan> blocks)
    {
        var found = new List<TextSpan>();
        foreach (var block in blocks)
        {
            var open = -1;
            for (var i = block.Start; i < block.End; i++)
            {
                var length = MarkLength(text, i, block);
                if (length == 0) continue;
                if (open < 0 && Opens(text, i, length, block)) open = i;
                else if (open >= 0 && Closes(text, open, i, block))
                {
                    found.Add(new TextSpan(open, i + length));
                    open = -1;
                }
                i += length - 1;
            }
            if (open >= 0) found.Add(new TextSpan(open, block.End));
        }
        return found;
    }

    /// <summary>1 for a quotation mark, 2 for one typed as two apostrophes or two grave accents, 0 for anything else.</summary>
    private static int MarkLength(string text, int i, TextSpan block)
    {
        if ("\"“”„«»".Contains(text[i], StringComparison.Ordinal)) return 1;
        return text[i] is '\'' or '`' && i + 1 < block.End && text[i + 1] == text[i] ? 2 : 0;
    }

    private static bool Opens(string text, int i, int length, TextSpan block) => text[i] switch
    {
        '“' or '«' or '„' or '`' => true,
        '"' or '\'' => i + length < block.End && !char.IsWhiteSpace(text[i + length]),
        _ => false,
    };

    private static bool Closes(string text, int open, int i, TextSpan block) => text[open] switch
    {
        '«' => text[i] == '»',
        '„' => text[i] is '“' or '”',
        '“' => text[i] is '”' or '"',
        '"' => text[i] is '"' or '”',
        // Between apostrophes a mark closes where no word begins behind it.
        _ => text[i] == '\'' && (i + 2 >= block.End || !char.IsLetterOrDigit(text[i + 2])),
    };

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
        int low = 0, high = quotations.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].End > words[0].Start) high = middle;
            else low = middle + 1;
        }
        for (; low < quotations.Count && quotations[low].Start < words[^1].End; low++) yield return quotations[low];
    }

    private static (int Start, int End) WordsIn(TextSpan span, TextSpan[] words)
    {
        var start = Array.FindIndex(words, w => w.Start >= span.Start);
        if (start < 0) return (0, 0);
        var end = start;
        while (end < words.Length && words[end].End <= span.End) end++;
        return (start, end);
    }
}
