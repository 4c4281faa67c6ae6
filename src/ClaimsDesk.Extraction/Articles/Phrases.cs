using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>Patterns made from word lists.</summary>
internal static class Phrases
{
    /// <summary>Linear in the text whatever the pattern, so that no page can hang the reader.</summary>
    public const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>One pattern that finds any pattern of a list, case left aside; <paramref name="frame"/> says where, <c>{0}</c> standing for the list.</summary>
    public static Regex AnyOf(string file, string frame = "{0}") =>
        new(frame.Replace("{0}", Alternatives(WordList.English(file)), StringComparison.Ordinal), Linear | RegexOptions.IgnoreCase);

    /// <summary><c>(?:one|two)</c>, the longest first, since the first that fits may be taken.</summary>
    public static string Alternatives(IEnumerable<string> patterns) =>
        "(?:" + string.Join('|', patterns.OrderByDescending(p => p.Length)) + ")";

    /// <summary>The words of a line in lower case, without punctuation at the ends: what button lists hold.</summary>
    public static string Bare(string line) => line.Trim(Ends).ToLowerInvariant().Replace('’', '\'');

    private static readonly char[] Ends = [.. " \t\u00A0.,:;!?…|/\\-–—•·*+><»«›‹→←↓↑▼▲×()[]{}\"“”'‘’#@0123456789"];
}
