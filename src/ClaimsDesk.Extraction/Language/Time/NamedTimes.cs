using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Extraction.Language.Time;

/// <summary>"yesterday", "tonight", "last week", "earlier this month", "next year", "over the weekend".</summary>
internal static class NamedTimes
{
    private static readonly Regex Days = TimeRule.Make(
        @"\b(?:(?:earlier|later) )?(?<day>the day before yesterday|yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))(?: (?:morning|afternoon|evening|night))?\b",
        ignoreCase: true);

    private static readonly Regex Spans = TimeRule.Make(
        @"\b(?:(?:earlier|later) (?:in )?)?(?<which>this|last|next|the current|the coming|the previous) (?<unit>week|month|year)\b|\bthe (?:beginning|start|middle|end) of (?<which>the|this|next) (?<unit>week|month|year)\b|\b(?<which>over|during|at|last|this past) (?:the )?(?<unit>weekend)\b",
        ignoreCase: true);

    /// <summary>The named days, weeks, months and years in the words.</summary>
    public static IEnumerable<FoundTime> In(TimeContext context)
    {
        foreach (Match match in Days.Matches(context.Words))
        {
            if (IsInName(context.Words, match.Index)) continue;
            yield return new FoundTime(match.Index, match.Index + match.Length, Day(context.Reference, match.Groups["day"].Value.ToUpperInvariant()));
        }
        foreach (Match match in Spans.Matches(context.Words))
        {
            var (date, kind) = Span(context.Reference, match.Groups["which"].Value.ToUpperInvariant(), match.Groups["unit"].Value.ToUpperInvariant());
            yield return new FoundTime(match.Index, match.Index + match.Length, date, kind);
        }
    }

    // "USA Today", "Yesterday's Men": a capital where no sentence begins.
    private static bool IsInName(string words, int start)
    {
        if (!char.IsUpper(words[start])) return false;
        var before = start - 1;
        while (before >= 0 && (char.IsWhiteSpace(words[before]) || words[before] is '"' or '“' or '‘' or '\'' or '(')) before--;
        return before >= 0 && words[before] is not ('.' or '!' or '?' or ':' or ';' or '-' or '—' or '–' or '•');
    }

    private static PartialDate? Day(DateOnly? reference, string day)
    {
        var days = day switch
        {
            "YESTERDAY" or "LAST NIGHT" => -1,
            "THE DAY BEFORE YESTERDAY" => -2,
            "TOMORROW" => 1,
            _ => 0,
        };
        return reference is { } from && TimeRule.Day(from, days) is { } found ? PartialDate.OfDay(found) : null;
    }

    private static (PartialDate? Date, TimeKind Kind) Span(DateOnly? reference, string which, string unit)
    {
        var steps = which switch
        {
            "LAST" or "THE PREVIOUS" => -1,
            "NEXT" or "THE COMING" => 1,
            _ => 0,
        };
        return (reference, unit) switch
        {
            ({ } from, "YEAR") => (TimeRule.Year(from, steps), TimeKind.Point),
            ({ } from, "MONTH") => (TimeRule.Month(from, steps), TimeKind.Point),
            ({ } from, "WEEK") => (MonthOf(TimeRule.Day(from, 7 * steps)), TimeKind.Vague),
            ({ } from, _) => (MonthOf(TimeRule.Day(from, -(((int)from.DayOfWeek + 7 - (int)DayOfWeek.Saturday) % 7))), TimeKind.Vague),
            _ => (null, unit is "YEAR" or "MONTH" ? TimeKind.Point : TimeKind.Vague),
        };
    }

    private static PartialDate? MonthOf(DateOnly? day) => day is { } known ? PartialDate.OfMonth(known) : null;
}
