using System.Globalization;
using System.Text.RegularExpressions;

namespace ClaimsDesk.Extraction.Language;

/// <summary>A date as figures and month names write it, the year perhaps left out.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Just past its end.</param>
/// <param name="Year">Year, or null where it is not written.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31, or null where only the month is written.</param>
internal readonly record struct WrittenDate(int Start, int End, int? Year, int Month, int? Day)
{
    /// <summary>The day, where the whole date is written.</summary>
    public DateOnly? Whole => Year is { } year && Day is { } day ? new DateOnly(year, Month, day) : null;
}

/// <summary>Reads dates such as "5 August 2024", "Aug. 6, 2024", "2024-08-11", "31/12/2024", "Jan. 29", "February 2018".</summary>
internal static class CalendarDates
{
    /// <summary>A month's name, full or short; the full stop belongs to a short one.</summary>
    public static string MonthPattern { get; } =
        @"(?:(?:" + Names(full: true) + @")\b|(?:" + Names(full: false) + @")\b\.?)";

    // "05/08/2024" is the fifth of August to some and the eighth of May to others: read only where one order is impossible or both agree.
    private static readonly Regex Pattern = new(
        @"\b(?<iy>(?:19|20)\d\d)[-/](?<im>\d\d?)[-/](?<id>\d\d?)(?:\b|T)" +
        $@"|\b(?<bd>\d\d?)(?:st|nd|rd|th)?(?: of)?[ -](?<bm>{MonthPattern})(?:,?[ -](?<by>(?:19|20)\d\d)\b)?" +
        $@"|\b(?<am>{MonthPattern}) ?(?<ad>\d\d?)(?:st|nd|rd|th)?\b(?:,? (?<ay>(?:19|20)\d\d)\b)?" +
        $@"|\b(?<mm>{MonthPattern})(?: of|,)? (?<my>(?:19|20)\d\d)\b" +
        @"|\b(?<n1>\d\d?)[/.](?<n2>\d\d?)[/.](?<ny>(?:19|20)\d\d)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    private static IEnumerable<(string Name, int Number)> Months =>
        WordList.EnglishNames("months.txt").SelectMany((names, i) => names.Select(name => (name, i + 1)));

    private static string Names(bool full) => string.Join('|', WordList.EnglishNames("months.txt")
        .SelectMany(names => full ? names.Take(1) : names.Skip(1)).OrderByDescending(name => name.Length));

    private static readonly Dictionary<string, int> Numbers = Months.ToDictionary(m => m.Name, m => m.Number, StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of a month from its name, full or short, with or without a full stop.</summary>
    public static int MonthNumber(string name) => Numbers[name.TrimEnd('.')];

    /// <summary>Whether a word is a month's name, full or short, with or without a full stop.</summary>
    public static bool IsMonth(string word) => Numbers.ContainsKey(word.TrimEnd('.'));

    /// <summary>All dates in a text, in order. What is no date of the calendar, such as 31 June, is left out.</summary>
    public static IEnumerable<WrittenDate> In(string text)
    {
        foreach (Match match in Pattern.Matches(text))
        {
            if (Read(match) is { } date) yield return date;
        }
    }

    private static WrittenDate? Read(Match match)
    {
        var (year, month, day) = match switch
        {
            _ when Number(match, "im") is { } m => (Number(match, "iy"), m, Number(match, "id")),
            _ when match.Groups["bm"].Success => (Number(match, "by"), MonthNumber(match.Groups["bm"].Value), Number(match, "bd")),
            _ when match.Groups["am"].Success => (Number(match, "ay"), MonthNumber(match.Groups["am"].Value), Number(match, "ad")),
            _ when match.Groups["mm"].Success => (Number(match, "my"), MonthNumber(match.Groups["mm"].Value), null),
            _ => Numeric(Number(match, "n1") ?? 0, Number(match, "n2") ?? 0, Number(match, "ny")),
        };
        var dayFits = month is >= 1 and <= 12 && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year ?? 2000, month)));
        return dayFits ? new WrittenDate(match.Index, match.Index + match.Length, year, month, day) : null;
    }

    private static (int? Year, int Month, int? Day) Numeric(int first, int second, int? year) => (first, second) switch
    {
        _ when first == second || second > 12 => (year, first, second),
        _ when first > 12 => (year, second, first),
        _ => (year, 0, null),
    };

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } g ? int.Parse(g.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
