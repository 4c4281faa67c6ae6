using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ClaimsDesk.Evaluation.Gold;

/// <summary>Names as they are compared: without letter case, accents, determiners, punctuation and possessive 's.</summary>
public static partial class ComparedName
{
    private static readonly HashSet<string> Determiners = ["a", "an", "the", "this", "that", "these", "those"];

    /// <summary>The form that is compared.</summary>
    public static string Of(string? name)
    {
        var plain = new StringBuilder();
        foreach (var letter in (name ?? "").Normalize(NormalizationForm.FormKD).Replace('’', '\'').ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal))
        {
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) plain.Append(letter);
        }
        var words = Word().Matches(Possessive().Replace(plain.ToString(), "").Replace(".", "", StringComparison.Ordinal)).Select(w => w.Value);
        return string.Join(' ', words.Where(w => !Determiners.Contains(w)));
    }

    /// <summary>The compared forms of all names that are not empty.</summary>
    public static IReadOnlyList<string> OfAll(IEnumerable<string> names) => [.. names.Where(n => n.Length > 0).Select(Of)];

    [GeneratedRegex(@"'s\b", RegexOptions.None, 100)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
