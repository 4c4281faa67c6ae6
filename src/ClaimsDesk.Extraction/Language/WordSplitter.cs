using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>
/// Cuts a sentence into words as the English treebanks do: punctuation apart, clitics apart ("was|n't", "Greece|'s"),
/// hyphenated compounds in three ("long|-|term"), figures, abbreviations and addresses whole.
/// </summary>
internal sealed class WordSplitter(EnglishAbbreviations abbreviations)
{
    private static readonly IReadOnlyList<string> Clitics = WordList.English("clitics.txt");
    private static readonly HashSet<string> Prefixes = WordList.English("prefixes.txt").ToHashSet(StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Units = WordList.English("units.txt").ToHashSet(StringComparer.OrdinalIgnoreCase);

    public List<TextSpan> Split(string text, TextSpan within)
    {
        var words = new List<TextSpan>();
        for (var i = within.Start; i < within.End;)
        {
            if (IsGap(text[i])) { i++; continue; }
            var end = i;
            while (end < within.End && !IsGap(text[end])) end++;
            SplitChunk(text, new TextSpan(i, end), end == within.End, words);
            i = end;
        }
        return words;
    }

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u2060';

    /// <summary>A chunk is what stands between white space; one that is too long to be read is one word.</summary>
    private void SplitChunk(string text, TextSpan chunk, bool endsSentence, List<TextSpan> words)
    {
        if (chunk.Length > WordPieces.LongestChunk)
        {
            words.Add(chunk);
            return;
        }
        if (IsAddress(text, chunk))
        {
            var end = chunk.End;
            while (end > chunk.Start + 1 && text[end - 1] is '.' or ',' or ';' or ':' or ')' or '"' or '”' or '’' or '\'' or '?' or '!') end--;
            words.Add(chunk with { End = end });
            for (; end < chunk.End; end++) words.Add(new TextSpan(end, end + 1));
            return;
        }
        for (var i = chunk.Start; i < chunk.End;)
        {
            var end = TokenEnd(text, i, chunk, endsSentence);
            AddWithoutClitics(text, new TextSpan(i, end), words);
            i = end;
        }
    }

    private int TokenEnd(string text, int start, TextSpan chunk, bool endsSentence)
    {
        var first = text[start];
        if (char.IsDigit(first)) return NumberEnd(text, start, chunk);
        if (IsWordCharacter(text, start))
        {
            var end = start + 1;
            while (end < chunk.End && GoesOn(text, start, end, chunk)) end++;
            if (end < chunk.End && text[end] == '.' && TakesFullStop(text[start..end], endsSentence && end + 1 == chunk.End)) end++;
            return end;
        }
        return RunEnd(text, start, chunk);
    }

    private static bool IsWordCharacter(string text, int i) => char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])
        || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Format;

    private static bool GoesOn(string text, int start, int i, TextSpan chunk)
    {
        if (IsWordCharacter(text, i)) return true;
        if (i + 1 >= chunk.End || !IsWordCharacter(text, i + 1)) return false;
        return text[i] switch
        {
            '\'' or '’' => true,
            '&' => i - start <= 2,
            '.' => i - start == 1 || text[i - 2] == '.' || char.IsDigit(text[i - 1]) || char.IsLower(text[i + 1]),
            '-' => Prefixes.Contains(text[start..i]),
            '_' or '@' => true,
            _ => false,
        };
    }

    /// <summary>"U.S.", "J." and "Gen." keep their full stop, at a sentence's end too, where no other stands beside it; the pronoun "I" has none.</summary>
    private bool TakesFullStop(string written, bool endsSentence)
    {
        if (written.Contains('.', StringComparison.Ordinal) && written.Split('.').All(part => part.Length == 1)) return true;
        if (written.Length == 1 && char.IsUpper(written[0])) return !(endsSentence && written == "I");
        return abbreviations.Contains(written);
    }

    /// <summary>A figure with its inner marks ("10,000", "3.5", "5:30"); a unit typed onto it is a word of its own ("10|am", "3.5|bn").</summary>
    private static int NumberEnd(string text, int start, TextSpan chunk)
    {
        var end = start + 1;
        while (end < chunk.End)
        {
            var digitFollows = end + 1 < chunk.End && char.IsDigit(text[end + 1]);
            if (char.IsDigit(text[end]) || (digitFollows && text[end] is '.' or ',' or ':' or '/')) end++;
            else break;
        }
        var letters = end;
        while (letters < chunk.End && char.IsLetterOrDigit(text[letters])) letters++;
        return Units.Contains(text[end..letters]) ? end : letters;
    }

    /// <summary>Dots and dashes of a kind stand together; every other mark stands alone.</summary>
    private static int RunEnd(string text, int start, TextSpan chunk)
    {
        var end = start + 1;
        if (text[start] is '.' or '-' or '!' or '?' or '*' or '=' or '_' or '\'' or '`')
        {
            while (end < chunk.End && text[end] == text[start]) end++;
        }
        return end;
    }

    private static bool IsAddress(string text, TextSpan chunk)
    {
        var written = text.AsSpan(chunk.Start, chunk.Length);
        return written.Contains("://", StringComparison.Ordinal) || written.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || (written.IndexOf('@') is > 0 and var at && written[at..].Contains('.') && char.IsLetterOrDigit(written[at - 1]));
    }

    private static void AddWithoutClitics(string text, TextSpan word, List<TextSpan> words)
    {
        var written = word.Of(text).Replace('’', '\'');
        var cut = CliticStart(written);
        if (cut > 0)
        {
            words.Add(word with { End = word.Start + cut });
            words.Add(word with { Start = word.Start + cut });
        }
        else words.Add(word);
    }

    private static int CliticStart(string written)
    {
        if (written.Equals("cannot", StringComparison.OrdinalIgnoreCase)) return 3;
        foreach (var clitic in Clitics)
        {
            if (written.Length > clitic.Length && written.EndsWith(clitic, StringComparison.OrdinalIgnoreCase)) return written.Length - clitic.Length;
        }
        return 0;
    }
}
