using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>The patterns of a word list, case left aside.</summary>
internal sealed class Phrases
{
    /// <summary>Linear in the text whatever the pattern, so that no page can hang the reader.</summary>
    public const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    // One pattern of a whole list would outgrow the size that .NET allows a linear pattern.
    private const int PatternsInOne = 12;

    private readonly Regex[] _patterns;

    /// <summary>Reads a list; <paramref name="anchor"/> is set before every pattern.</summary>
    public Phrases(string file, string anchor = "") => _patterns =
        [.. WordList.English(file).Chunk(PatternsInOne).Select(some => new Regex(anchor + "(?:" + string.Join('|', some) + ")", Linear | RegexOptions.IgnoreCase))];

    /// <summary>Whether any pattern is found.</summary>
    public bool AreIn(string words) => _patterns.Any(pattern => pattern.IsMatch(words));

    /// <summary>The words of a line in lower case, without punctuation and figures at the ends: what lists of buttons hold.</summary>
    public static string Bare(string line) => line.Trim(Ends).ToLowerInvariant().Replace('’', '\'');

    private static readonly char[] Ends = [.. " \t\u00A0.,:;!?…|/\\-–—•·*+><»«›‹→←↓↑▼▲×()[]{}\"“”'‘’#@0123456789"];
}
