using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language.Time;

/// <summary>Reads when something was, from the words and the article's date. No year comes from anywhere else: without either, the date is null.</summary>
internal static class TimeExpressions
{
    private static readonly Func<TimeContext, IEnumerable<FoundTime>>[] Rules =
        [WrittenDays.In, MonthsAndYears.In, Weekdays.In, Distances.In, NamedTimes.In];

    private static readonly Regex BoundBefore = TimeRule.Make(
        @"\b(?:since|until|till|by|before|after|ahead of|starting|beginning|from|as of)(?: (?:the|about|around|at least))?\s*$", ignoreCase: true);

    /// <summary>The times in a span, in order, none overlapping another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The sentence or clause to read; what lies outside is not looked at.</param>
    /// <param name="publishedOn">The article's date, or null where it is not known.</param>
    public static IReadOnlyList<TimeExpression> In(string text, TextSpan span, DateOnly? publishedOn)
    {
        ArgumentNullException.ThrowIfNull(text);
        var context = new TimeContext(span.Of(text), publishedOn);
        var found = Rules.SelectMany(rule => rule(context)).OrderBy(f => f.Start).ThenByDescending(f => f.End);
        var times = new List<TimeExpression>();
        var end = -1;
        PartialDate? toldDay = null;
        foreach (var time in found)
        {
            if (time.Start < end) continue;
            end = time.End;
            var date = time.DaysFromEarlier is { } days ? Moved(toldDay?.First ?? (times.Count == 0 ? publishedOn : null), days) : time.Date;
            if (date is { Day: not null }) toldDay = date;
            times.Add(new TimeExpression(new TextSpan(span.Start + time.Start, span.Start + time.End), date, KindOf(time, context.Words)));
        }
        return times;
    }

    // "the previous day" is reckoned from the day told before it in the same words, else from the article's.
    private static PartialDate? Moved(DateOnly? from, int days) =>
        from is { } day && TimeRule.Day(day, days) is { } found ? PartialDate.OfDay(found) : null;

    private static TimeKind KindOf(FoundTime time, string words) =>
        BoundBefore.IsMatch(words[Math.Max(0, time.Start - 24)..time.Start]) ? TimeKind.Bound : time.Kind;
}
