using System.Globalization;
using System.Text;
using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Knowledge.Sources;

/// <summary>How names are compared: without letter case, accents, the kind of apostrophe or hyphen, and a leading "the". Nothing is guessed.</summary>
public static class NameKey
{
    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
    {
        "he", "she", "it", "they", "i", "we", "you", "who", "him", "her", "them", "this", "that", "these", "those", "one", "others", "some",
    };

    /// <summary>The form of <paramref name="name"/> by which two names are the same.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (char.IsWhiteSpace(c))
            {
                if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
                continue;
            }
            key.Append(c switch
            {
                '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' => '-',
                _ => char.ToLowerInvariant(c),
            });
        }
        var text = key.ToString().TrimEnd();
        return text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
    }

    /// <summary>
    /// Whether the same words in another article mean the same source: a proper name, and for a person more than one word, because a
    /// surname alone says little.
    /// </summary>
    public static bool IsSharedName(string name, SourceKind kind) => kind switch
    {
        SourceKind.Anonymous or SourceKind.Unspecified or SourceKind.Author => false,
        SourceKind.Outlet when name == Source.UnknownOutlet => false,
        SourceKind.Person => IsProper(name) && Of(name).Contains(' ', StringComparison.Ordinal),
        _ => IsProper(name),
    };

    /// <summary>Whether the same name in another article means the same actor.</summary>
    public static bool IsSharedName(string name, ActorKind kind) =>
        IsProper(name) && (kind != ActorKind.Person || Of(name).Contains(' ', StringComparison.Ordinal));

    // "the ministry" and "A statement" are descriptions; "the Kremlin", "eBay" and "14 February Coalition" are names.
    // A script without letter case can't tell, and is taken as a name.
    private static bool IsProper(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > 0 && words[0].ToLowerInvariant() is "the" or "a" or "an") words = words[1..];
        if (words.Length == 0 || (words.Length == 1 && Pronouns.Contains(words[0].ToLowerInvariant()))) return false;
        return words.Any(word => word.Any(c => char.IsUpper(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter));
    }
}
