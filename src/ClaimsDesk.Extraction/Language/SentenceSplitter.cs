using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>Finds where sentences end in a paragraph of English news. Linear in its length.</summary>
internal sealed class SentenceSplitter(EnglishAbbreviations abbreviations)
{
    private const string Closers = "\"'”’»)]}›";
    private const string Openers = "\"'“‘«([{‹";
    private static readonly HashSet<string> Starters = [.. WordList.English("sentence-starters.txt")];

    /// <summary>The sentences of a block, without the white space between them.</summary>
    public List<TextSpan> Split(string text, TextSpan block)
    {
        var sentences = new List<TextSpan>();
        var start = SkipSpace(text, block.Start, block.End);
        for (var i = start; i < block.End; i++)
        {
            if (!IsEndMark(text[i])) continue;
            var stop = i;
            while (i + 1 < block.End && IsEndMark(text[i + 1])) i++;
            var end = i + 1;
            while (end < block.End && Closers.Contains(text[end], StringComparison.Ordinal)) end++;
            if (!EndsSentence(text, new TextSpan(start, block.End), stop, end)) continue;
            sentences.Add(new TextSpan(start, end));
            start = SkipSpace(text, end, block.End);
            i = start - 1;
        }
        var last = block.End;
        while (last > start && char.IsWhiteSpace(text[last - 1])) last--;
        if (last > start) sentences.Add(new TextSpan(start, last));
        return sentences;
    }

    private static bool IsEndMark(char c) => c is '.' or '!' or '?' or '…' or '。';

    /// <param name="text">The whole text.</param>
    /// <param name="rest">From the sentence's start to the block's end.</param>
    /// <param name="stop">The first mark.</param>
    /// <param name="end">Past the marks and what closes after them.</param>
    private bool EndsSentence(string text, TextSpan rest, int stop, int end)
    {
        if (end >= rest.End) return true;
        var next = SkipSpace(text, end, rest.End);
        if (next == rest.End) return true;
        var gap = next > end;
        var opener = next;
        while (opener < rest.End && Openers.Contains(text[opener], StringComparison.Ordinal)) opener++;
        var begins = opener < rest.End ? text[opener] : ' ';
        if (!gap) return false;
        // "…?" he asked: a lower-case word goes on with the sentence.
        if (char.IsLower(begins) || begins is ',' or ';' or ':' or '-' or '–' or '—') return false;
        if (text[stop] != '.' || end > stop + 1) return true;

        var word = WordBefore(text, rest.Start, stop);
        if (abbreviations.StandsBeforeName(word)) return false;
        if (abbreviations.StandsBeforeFigure(word)) return !char.IsDigit(begins);
        if (word.Length == 1 && char.IsUpper(word[0])) return word == "I" || IsLikelyStarter(text, opener, rest.End);
        if (word.Contains('.', StringComparison.Ordinal) && IsDottedLetters(word)) return IsLikelyStarter(text, opener, rest.End);
        if (abbreviations.Contains(word)) return IsLikelyStarter(text, opener, rest.End);
        return true;
    }

    private static string WordBefore(string text, int from, int stop)
    {
        var start = stop;
        while (start > from && stop - start < 30 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.')) start--;
        return text[start..stop].TrimStart('.');
    }

    private static bool IsDottedLetters(string word) => word.Split('.').All(part => part.Length == 1 && char.IsLetter(part[0]));

    /// <summary>After "U.S." or "J." a sentence begins where a word follows that rarely stands inside a name.</summary>
    private static bool IsLikelyStarter(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        return Starters.Contains(text[at..stop]);
    }

    private static int SkipSpace(string text, int i, int end)
    {
        while (i < end && char.IsWhiteSpace(text[i])) i++;
        return i;
    }
}
