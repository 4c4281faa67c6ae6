using System.Net;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>Words of a page's head: on one line, without the marks of markup that some pages write twice over.</summary>
internal static class PageWords
{
    private const int Longest = 1000;

    /// <summary>The words with white space made one; null where nothing is left, or where it is too long to be a name.</summary>
    public static string? Clean(string? words)
    {
        if (words is null || words.Length > Longest * 4) return null;
        var clean = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length is 0 or > Longest || !clean.Any(char.IsLetterOrDigit) ? null : clean;
    }

    /// <summary>The words with <c>&amp;amp;</c> and the like read.</summary>
    public static string? Decoded(string? words) => words is null ? null : WebUtility.HtmlDecode(words);
}
