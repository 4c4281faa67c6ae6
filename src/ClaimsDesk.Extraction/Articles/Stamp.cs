using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>What a stamp dates.</summary>
internal enum StampRole
{
    /// <summary>A bare date.</summary>
    Unlabelled,
    /// <summary>"Published", "Posted", "date".</summary>
    Published,
    /// <summary>"Updated", "Last modified".</summary>
    Updated,
}

/// <summary>
/// A line that says when the page was made: "Updated 06 August 2024", "date 2024-08-11", "July 30, 2019 1:16 pm", "9 sec ago".
/// A line is one when nothing is left of it after dates, times and their labels are taken away.
/// </summary>
internal static class Stamp
{
    private const int LongestLine = 160;
    private const string Label = @"\b(?:first |last |originally )?(?<role>publish(?:ed)?(?: date)?|posted|created|release date|released|issued|(?:date of )?publication(?: date)?|date|updated?|last[ -]updated|modified|edited|last[ -]modified)(?: (?:on|at|in))?\b ?[:\-–|]? ?";
    private const string Clock = @"\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\.\d+)?Z?(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?|\b\d{4} ?(?:GMT|UTC|hrs)\b|[+-]\d\d:?\d\d\b";
    private const string FiguresOnly = @"\b\d\d?[/.]\d\d?[/.](?:19|20)\d\d\b";
    private const string Zone = @"\b(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]?T|IST|MSK|JST|Z|Eastern|Pacific|Central)\b(?: ?[+-]\d{1,2})?";
    private const string Relative = @"\b(?:about |over )?(?:\d+|an?|one|two|few) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)\.? ago\b|\bjust now\b|\btoday\b|\byesterday\b";
    private const string Weekday = @"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?";
    private const string Filler = @"\b(?:at|on|and|min(?:ute)?s? read|\d+ min(?:ute)?s?|local time|time)\b";

    private static readonly Regex Labels = Make(Label);
    private static readonly Regex Parts = Make($"{Label}|{FiguresOnly}|{Clock}|{Zone}|{Relative}|{Weekday}|{Filler}");
    private static readonly Regex InFigures = Make(FiguresOnly);
    private static readonly Regex OpensWithClock = Make(@"^\d{1,2}[:.]\d\d(?: ?[ap]\.?m)?");
    private static readonly Regex Times = Make($"{FiguresOnly}|{Clock}|{Relative}|{Label}");

    /// <summary>Whether a line is a stamp and nothing else.</summary>
    public static bool Is(string line)
    {
        if (line.Length > LongestLine) return false;
        var dates = CalendarDates.In(line).ToList();
        if (dates.Count == 0 && !Times.IsMatch(line)) return false;
        var rest = Parts.Replace(WithoutDates(line, dates), " ");
        return !rest.Any(char.IsLetterOrDigit) && (dates.Count > 0 || line.Any(char.IsDigit) || Labels.Replace(line, "").Any(char.IsLetter));
    }

    /// <summary>Words that are left of a line once dates, times and labels are taken away; null where it has no whole date and does not open with the time of day.</summary>
    public static string? RestBesideTime(string line)
    {
        if (line.Length > LongestLine) return null;
        var dates = CalendarDates.In(line).Where(d => d.Whole is not null).ToList();
        return dates.Count == 0 && !OpensWithClock.IsMatch(line) ? null : Parts.Replace(WithoutDates(line, dates), " ");
    }

    /// <summary>Whether a stamp holds a date that may be read in two ways and no other: "05/08/2024".</summary>
    public static bool HasAmbiguousDate(string line) => line.Length <= LongestLine && InFigures.IsMatch(line) && Is(line) && !Read(line).Any();

    /// <summary>Whether a line gives only the time of day, as the entries of a live blog do: "14:05 GMT".</summary>
    public static bool IsTimeOfDay(string line) => OpensWithClock.IsMatch(line) && !CalendarDates.In(line).Any() && !Labels.IsMatch(line);

    /// <summary>The whole dates in a line, each with what the label before it says.</summary>
    public static IEnumerable<(StampRole Role, DateOnly Day)> Read(string line)
    {
        var role = StampRole.Unlabelled;
        var from = 0;
        foreach (var date in CalendarDates.In(line))
        {
            if (Labels.Matches(line[from..date.Start]).LastOrDefault() is { } label) role = RoleOf(label.Groups["role"].Value);
            from = date.End;
            if (date.Whole is { } day) yield return (role, day);
        }
    }

    /// <summary>Length of a stamp glued before the first words of a line ("date 2024-08-11 Various bodies …"), or 0. It needs a label, or a date in figures.</summary>
    public static int PrefixLength(string line)
    {
        var head = line.Length > LongestLine ? line[..LongestLine] : line;
        var date = CalendarDates.In(head).FirstOrDefault();
        if (date.Whole is null) return 0;
        var before = head[..date.Start];
        var labelled = Labels.IsMatch(before) && !Labels.Replace(before, "").Any(char.IsLetterOrDigit);
        var inFigures = date.Start == 0 && char.IsDigit(head[0]) && head[4..5] == "-";
        if (!labelled && !inFigures) return 0;
        var end = date.End;
        while (end < head.Length && TimeAfter.Match(head[end..]) is { Success: true, Length: > 0 } time) end += time.Length;
        var next = end;
        while (next < head.Length && (!Visible.Is(head[next]) || head[next] is '-' or '–' or '—' or '|' or ':')) next++;
        var startsAnew = next > end && next < line.Length && (char.IsUpper(line[next]) || line[next] is '"' or '“' or '‘' or '\'');
        return startsAnew ? end : 0;
    }

    private static readonly Regex TimeAfter = Make($"^[ ,|T]{{1,3}}(?:{Clock}|{Zone})");

    private static StampRole RoleOf(string label) =>
        label.Contains("updat", StringComparison.OrdinalIgnoreCase) || label.Contains("modif", StringComparison.OrdinalIgnoreCase)
        || label.Contains("edited", StringComparison.OrdinalIgnoreCase)
            ? StampRole.Updated
            : StampRole.Published;

    private static string WithoutDates(string line, IReadOnlyList<WrittenDate> dates)
    {
        foreach (var date in dates.Reverse()) line = line.Remove(date.Start, date.End - date.Start).Insert(date.Start, " ");
        return line;
    }

    private static Regex Make(string pattern) => new(pattern, Phrases.Linear | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);
}
