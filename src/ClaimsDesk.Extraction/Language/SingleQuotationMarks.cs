using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>
/// Quotations between ‘ and ’ or between two straight apostrophes, as British and translated outlets print them. The closing mark is
/// an apostrophe as well, so that only what is surely a quotation counts: both marks stand in one block and at the edge of words.
/// </summary>
internal static class SingleQuotationMarks
{
    /// <summary>Characters within which a quotation must close; longer ones are printed with a mark a paragraph.</summary>
    private const int Longest = 2000;

    private static readonly HashSet<string> LeadingApostrophes = WordList.English("leading-apostrophes.txt").ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Past the closing mark of the quotation that opens at <paramref name="open"/>; −1 where none surely opens there.</summary>
    public static int EndOf(string text, int open, TextSpan block)
    {
        if (!Opens(text, open, block)) return -1;
        var afterS = -1;
        var last = Math.Min(block.End, open + Longest);
        for (var i = open + 2; i < last; i++)
        {
            if (!IsMark(text[i])) continue;
            if (Opens(text, i, block)) break;
            if (!Closes(text, i, block)) continue;
            if (char.IsPunctuation(text[i - 1])) return i + 1;
            if (afterS >= 0) continue;
            if (!MayBeApostrophe(text, i, block)) return i + 1;
            afterS = i;
        }
        return afterS < 0 ? -1 : afterS + 1;
    }

    private static bool IsMark(char c) => c is '‘' or '’' or '\'';

    private static bool Opens(string text, int i, TextSpan block)
    {
        if (text[i] == '’' || i + 1 >= block.End || !(i == block.Start || IsBeforeOpening(text[i - 1]))) return false;
        if (text[i + 1] is '“' or '"') return true;
        if (!char.IsLetterOrDigit(text[i + 1])) return false;
        var end = i + 1;
        while (end < block.End && end - i < 12 && char.IsLetterOrDigit(text[end])) end++;
        var word = text[(i + 1)..end];
        return !LeadingApostrophes.Contains(word) && !IsDecade(word);
    }

    private static bool IsBeforeOpening(char c) => char.IsWhiteSpace(c) || c is '(' or '[' or '—' or '–' or '-' or '/' or '“' or '"';

    /// <summary>"the ’90s", "class of ’24".</summary>
    private static bool IsDecade(string word) =>
        word.Length is 2 or 3 && char.IsDigit(word[0]) && char.IsDigit(word[1]) && (word.Length == 2 || word[2] is 's');

    private static bool Closes(string text, int i, TextSpan block) =>
        text[i] != '‘' && !char.IsWhiteSpace(text[i - 1]) && (i + 1 >= block.End || !char.IsLetterOrDigit(text[i + 1]));

    /// <summary>"the ministers’ offices", "goin’ home": behind s or n and before a space the mark may belong to the word.</summary>
    private static bool MayBeApostrophe(string text, int i, TextSpan block) =>
        text[i - 1] is 's' or 'S' or 'n' && i + 1 < block.End && char.IsWhiteSpace(text[i + 1]);
}
