using System.Text.RegularExpressions;

namespace ClaimsDesk.Extraction.Language.Time;

/// <summary>Whether a clause looks ahead: "will meet on Friday" means the Friday to come, "said on Friday" the one that was.</summary>
internal static class Outlook
{
    private const int FarthestBack = 120;
    private static readonly char[] ClauseEnds = [',', ';', ':', '.', '?', '!', '—', '"', '“', '”', '(', ')', '\n'];

    private static readonly Regex Ahead = Words("ahead");
    private static readonly Regex Behind = Words("behind");

    /// <summary>Whether the words before a date, back to the start of their clause, look ahead.</summary>
    public static bool IsAhead(string words, int at)
    {
        var from = words.LastIndexOfAny(ClauseEnds, Math.Max(at - 1, 0), Math.Min(at, FarthestBack)) + 1;
        if (from == 0) from = Math.Max(0, at - FarthestBack);
        var clause = words[from..at];
        var ahead = LastEnd(Ahead, clause);
        return ahead > 0 && ahead >= LastEnd(Behind, clause);
    }

    private static int LastEnd(Regex pattern, string clause) => pattern.Matches(clause) is { Count: > 0 } found ? found[^1].Index + found[^1].Length : 0;

    private static Regex Words(string kind) => TimeRule.Make(
        @"\b(?:" + string.Join('|', WordList.English("Time/outlook.txt").Where(line => line.StartsWith(kind + '|', StringComparison.Ordinal)).Select(line => line[(kind.Length + 1)..])) + @")\b",
        ignoreCase: true);
}
