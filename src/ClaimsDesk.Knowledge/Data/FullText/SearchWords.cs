using System.Globalization;
using System.Text;

namespace ClaimsDesk.Knowledge.Data.FullText;

/// <summary>A word of a text as the text search compares it, and where it stands.</summary>
/// <param name="Folded">Without letter case and accents.</param>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct SearchWord(string Folded, int Start, int End);

/// <summary>
/// Cuts a text into the words that the text search compares: runs of letters and digits, without letter case, accents and the difference
/// between forms of one letter. Done here and not by the databases, so that all of them give the same answers.
/// </summary>
public static class SearchWords
{
    /// <summary>The words, in order.</summary>
    public static IEnumerable<SearchWord> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = new StringBuilder();
        var (start, end) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var length = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) == System.Buffers.OperationStatus.Done ? used : 1;
            var isPart = IsPartOfWord(rune);
            if (isPart)
            {
                if (word.Length == 0) start = i;
                Fold(rune, word);
                end = i + length;
            }
            else if (word.Length > 0 && !IsPassedOver(rune))
            {
                yield return new SearchWord(Cut(word), start, end);
                word.Clear();
            }
            i += length;
        }
        if (word.Length > 0) yield return new SearchWord(Cut(word), start, end);
    }

    private static string Cut(StringBuilder word) => word.Length <= LongestWord ? word.ToString()
        : word.ToString(0, char.IsHighSurrogate(word[LongestWord - 1]) ? LongestWord - 1 : LongestWord);

    /// <summary>The folded words with a blank between.</summary>
    public static string Line(string text) => string.Join(' ', Of(text).Select(word => word.Folded));

    private static bool IsPartOfWord(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value)
        : Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.SpacingCombiningMark;

    // What a database keeps of a word; nobody looks for longer ones.
    private const int LongestWord = 200;

    // Accents, soft hyphens, joiners and marks of direction do not end a word.
    private static bool IsPassedOver(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static void Fold(Rune rune, StringBuilder word)
    {
        if (rune.IsAscii)
        {
            word.Append((char)Rune.ToLowerInvariant(rune).Value);
            return;
        }
        // Upper case first: it alone makes one of the two small sigmas, and of a long s and a round one.
        foreach (var part in Rune.ToUpperInvariant(rune).ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsPartOfWord(part)) word.Append(Plain(Rune.ToLowerInvariant(part).ToString()));
        }
    }

    // Letters that are no letter with an accent to Unicode, but are to whoever looks for Lodz and Malmo.
    private static string Plain(string letter) => letter switch
    {
        "ł" => "l",
        "đ" or "ð" => "d",
        "ø" => "o",
        "ħ" => "h",
        "ı" => "i",
        "þ" => "th",
        "ß" => "ss",
        "æ" => "ae",
        "œ" => "oe",
        _ => letter,
    };
}
