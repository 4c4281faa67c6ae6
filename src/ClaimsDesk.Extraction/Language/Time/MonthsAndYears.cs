using System.Globalization;
using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Extraction.Language.Time;

/// <summary>Months and years: "late July", "in February 2018", "in February and March of 2018", "last May", "in 2011", "the 2015 deal".</summary>
internal static class MonthsAndYears
{
    private const string Part = @"(?:early|late|mid|the (?:beginning|start|end|middle) of|the (?:first|second) half of)[ -](?:in )?";
    private const string Year = @"(?:19|20)\d\d";

    // "May" and "March" are months only where a preposition or a part of the month says so.
    private static readonly Regex NamedMonth = TimeRule.Make(
        $@"\b(?:(?<lead>[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ll]ast|[Nn]ext|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]his|[Oo]f|[Tt]hrough(?:out)?|[Bb]etween|[Aa]nd|an?|the|his|her|its|their|[Ff]or) )?(?<part>(?i:{Part}))?(?<month>{CalendarDates.MonthPattern})(?:(?:,| of)? (?<year>{Year})\b| and {CalendarDates.MonthPattern}(?:,| of)? (?<yearOfNext>{Year})\b)?");

    private static readonly Regex NamedYear = TimeRule.Make(
        $@"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Oo]f|[Tt]hroughout|[Bb]ack in|the|The|early|late|mid) (?<part>(?i:{Part}))?(?<year>{Year})\b(?<decade>s)?");

    private static readonly Regex AnotherWord = TimeRule.Make(@"^ ?(?:\d|[’']?[\p{Lu}])");

    /// <summary>The months and years in the words.</summary>
    public static IEnumerable<FoundTime> In(TimeContext context) => Months(context).Concat(Years(context));

    private static IEnumerable<FoundTime> Months(TimeContext context)
    {
        for (var match = NamedMonth.Match(context.Words); match.Success; match = NamedMonth.Match(context.Words, NextStart(match)))
        {
            var (lead, month) = (match.Groups["lead"].Value, match.Groups["month"]);
            var hasYear = match.Groups["year"].Success;
            var asNoun = lead is "a" or "an" or "the" or "his" or "her" or "its" or "their" or "";
            var certain = hasYear || match.Groups["part"].Success || (lead.Length > 0 && !asNoun);
            var isWord = month.Value is "May" or "March" or "Mar" or "Sep" or "Jan" or "Dec";
            if (!certain && (lead.Length == 0 || isWord)) continue;
            // "in May Smith's words", "in June 5 people": part of a name, or of a date that another rule reads.
            if (!hasYear && AnotherWord.IsMatch(After(context.Words, month.Index + month.Length))) continue;
            var start = match.Groups["part"].Success ? match.Groups["part"].Index : lead is "last" or "next" or "this" ? match.Index : month.Index;
            var end = hasYear ? match.Groups["year"].Index + 4 : month.Index + month.Length;
            yield return new FoundTime(start, end, Resolve(context, match, start), asNoun && !certain ? TimeKind.Vague : TimeKind.Point);
        }
    }

    private static string After(string words, int end) => words[end..Math.Min(words.Length, end + 4)];

    // The month after "and" is looked at again, for its own sake.
    private static int NextStart(Match match) =>
        match.Groups["yearOfNext"].Success ? match.Groups["month"].Index + match.Groups["month"].Length : match.Index + match.Length;

    private static PartialDate? Resolve(TimeContext context, Match match, int start)
    {
        var month = CalendarDates.MonthNumber(match.Groups["month"].Value);
        var written = match.Groups["year"].Success ? match.Groups["year"] : match.Groups["yearOfNext"];
        if (written.Success) return new PartialDate(int.Parse(written.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), month);
        if (context.Reference is not { } reference) return null;
        var lead = match.Groups["lead"].Value;
        var ahead = lead is "next" || (lead is not "last" && Outlook.IsAhead(context.Words, start));
        var passed = lead is "last" ? month >= reference.Month : month > reference.Month;
        var notReached = lead is "next" ? month <= reference.Month : month < reference.Month;
        var year = reference.Year + (ahead ? (notReached ? 1 : 0) : passed ? -1 : 0);
        return year is >= 1 and <= 9999 ? new PartialDate(year, month) : null;
    }

    private static IEnumerable<FoundTime> Years(TimeContext context)
    {
        foreach (Match match in NamedYear.Matches(context.Words))
        {
            if (match.Groups["decade"].Success) continue;
            var year = match.Groups["year"];
            var describes = match.Value.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && !match.Groups["part"].Success;
            yield return new FoundTime(year.Index, year.Index + 4, new PartialDate(int.Parse(year.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)),
                describes ? TimeKind.Vague : TimeKind.Point);
        }
    }
}
