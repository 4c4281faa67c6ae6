using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Extraction.Language.Time;

/// <summary>"on Monday", "last Friday", "Tuesday's meeting", "next Sunday": the last such day up to the article's date, or the next where the text looks ahead.</summary>
internal static class Weekdays
{
    private static readonly Regex Pattern = TimeRule.Make(
        $@"\b(?:(?<lead>last|next|this|this coming|this past|coming|previous|every|each) )?(?<day>{TimeRule.WeekdayPattern})(?<plural>s)?(?: (?:morning|afternoon|evening|night))?\b");

    private static readonly Regex NamedDays = TimeRule.Make(
        @"\b(?:" + string.Join('|', WordList.English("Time/named-days.txt").Select(Regex.Escape)) + @")\b");

    /// <summary>The weekdays in the words.</summary>
    public static IEnumerable<FoundTime> In(TimeContext context)
    {
        var inNames = NamedDays.Matches(context.Words).SelectMany(name => Enumerable.Range(name.Index, name.Length)).ToHashSet();
        foreach (Match match in Pattern.Matches(context.Words))
        {
            var lead = match.Groups["lead"].Value;
            if (match.Groups["plural"].Success || lead is "every" or "each") continue;
            if (inNames.Contains(match.Groups["day"].Index)) continue;
            yield return new FoundTime(match.Index, match.Index + match.Length, Resolve(context, match, lead));
        }
    }

    private static PartialDate? Resolve(TimeContext context, Match match, string lead)
    {
        if (context.Reference is not { } reference) return null;
        var back = ((int)reference.DayOfWeek - (int)TimeRule.Weekday(match.Groups["day"].Value) + 7) % 7;
        var forward = (7 - back) % 7;
        var days = lead switch
        {
            "last" or "previous" or "this past" => back == 0 ? -7 : -back,
            "next" or "coming" or "this coming" => forward == 0 ? 7 : forward,
            _ when Outlook.IsAhead(context.Words, match.Index) => forward,
            _ => -back,
        };
        return TimeRule.Day(reference, days) is { } day ? PartialDate.OfDay(day) : null;
    }
}
