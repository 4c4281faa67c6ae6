using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Extraction.Language.Time;

/// <summary>Dates written out: "Aug. 6, 2024", "5 August", "on Monday, June 4", "2024-08-11". Without a year it is the last such day before the article, or the next where the text looks ahead.</summary>
internal static class WrittenDays
{
    private static readonly Regex WeekdayBefore = TimeRule.Make($@"\b{TimeRule.WeekdayPattern},? (?:the )?$");

    /// <summary>The dates in the words.</summary>
    public static IEnumerable<FoundTime> In(TimeContext context)
    {
        foreach (var date in CalendarDates.In(context.Words))
        {
            // "march 5 miles" and "may 3" are verbs: a month begins with a capital.
            if (date.Day is null || !context.Words[date.Start..date.End].Any(c => char.IsUpper(c) || c is '-' or '/' or '.')) continue;
            var before = context.Words[Math.Max(0, date.Start - 20)..date.Start];
            var start = WeekdayBefore.Match(before) is { Success: true } weekday ? date.Start - weekday.Length : date.Start;
            yield return new FoundTime(start, date.End, Resolve(date, context, start));
        }
    }

    private static PartialDate? Resolve(WrittenDate date, TimeContext context, int start)
    {
        if (date.Whole is { } whole) return PartialDate.OfDay(whole);
        if (context.Reference is not { } reference || date.Day is not { } day) return null;
        var ahead = Outlook.IsAhead(context.Words, start);
        // At most eight years lie between two 29ths of February.
        for (var step = 0; step <= 8; step++)
        {
            var year = reference.Year + (ahead ? step : -step);
            if (year is < 1 or > 9999 || day > DateTime.DaysInMonth(year, date.Month)) continue;
            var found = new DateOnly(year, date.Month, day);
            if (ahead ? found >= reference : found <= reference) return PartialDate.OfDay(found);
        }
        return null;
    }
}
