using System.Globalization;
using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Extraction.Language.Time;

/// <summary>A piece of text, and the date that its times are reckoned from.</summary>
/// <param name="Words">The text.</param>
/// <param name="Reference">The article's date, or null where it is not known.</param>
internal readonly record struct TimeContext(string Words, DateOnly? Reference);

/// <summary>What a rule found.</summary>
/// <param name="Start">Where it starts in the words.</param>
/// <param name="End">Just past its end.</param>
/// <param name="Date">The date, or null where it cannot be known.</param>
/// <param name="Kind">How it is said.</param>
/// <param name="DaysFromEarlier">For "the previous day" and "two days later": days from the date that was told before; else null.</param>
internal readonly record struct FoundTime(int Start, int End, PartialDate? Date, TimeKind Kind = TimeKind.Point, int? DaysFromEarlier = null);

/// <summary>What the rules for times have in common: how patterns are made, and calendar arithmetic that ends at the calendar's ends.</summary>
internal static class TimeRule
{
    private static readonly Dictionary<string, int?> NumberWords = WordList.EnglishNames("Time/numbers.txt")
        .ToDictionary(n => n[0], n => n[1] == "?" ? (int?)null : int.Parse(n[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>A number as words or figures.</summary>
    public static string NumberPattern { get; } =
        @"(?:\d{1,3}|" + string.Join('|', NumberWords.Keys.OrderByDescending(n => n.Length)) + ")";

    /// <summary>A full weekday's name.</summary>
    public static string WeekdayPattern { get; } = "(?:" + string.Join('|', WordList.EnglishNames("Time/weekdays.txt").Select(n => n[0])) + ")";

    /// <summary>The number that a word or figures say; null for "several" and its like.</summary>
    public static int? Number(string word) =>
        NumberWords.TryGetValue(word, out var value) ? value : int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The day of the week by its full name.</summary>
    public static DayOfWeek Weekday(string name) => Enum.Parse<DayOfWeek>(name, ignoreCase: true);

    /// <summary>A pattern that stays linear in the text.</summary>
    public static Regex Make(string pattern, bool ignoreCase = false) => new(pattern,
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | (ignoreCase ? RegexOptions.IgnoreCase : 0));

    /// <summary>The month some months away, or null beyond the calendar.</summary>
    public static PartialDate? Month(DateOnly from, int months)
    {
        var count = (from.Year * 12) + from.Month - 1 + months;
        return count is >= 12 and < 120000 ? new PartialDate(count / 12, (count % 12) + 1) : null;
    }

    /// <summary>The day some days away, or null beyond the calendar.</summary>
    public static DateOnly? Day(DateOnly from, int days) =>
        from.DayNumber + days is var number && number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;

    /// <summary>The year some years away, or null beyond the calendar.</summary>
    public static PartialDate? Year(DateOnly from, int years) => from.Year + years is >= 1 and <= 9999 and var year ? new PartialDate(year) : null;
}
