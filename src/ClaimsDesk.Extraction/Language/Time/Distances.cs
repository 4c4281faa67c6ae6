using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Extraction.Language.Time;

/// <summary>"two months ago", "several days ago", "five years ago", "three days earlier", "the previous day".</summary>
internal static class Distances
{
    // Where no number is said, "several" is taken for four: enough to tell in which month it most likely was.
    private const int Several = 4;

    private static readonly Regex Ago = TimeRule.Make(
        $@"\b(?:(?<about>about|around|some|nearly|almost|over|more than|roughly|just over|just under) )?(?:(?<number>{TimeRule.NumberPattern})[ -])?(?<unit>hour|day|week|month|year)s? (?<way>ago|earlier|before|later|from now)\b",
        ignoreCase: true);

    private static readonly Regex Neighbour = TimeRule.Make(
        @"\b(?:the|a) (?<way>previous|preceding|following|next) day\b|\b(?:the|a) day (?<way>before|earlier|after|later)\b|\b(?<way>(?:the|that) same) day\b", ignoreCase: true);

    /// <summary>The distances in the words.</summary>
    public static IEnumerable<FoundTime> In(TimeContext context) =>
        Ago.Matches(context.Words).Select(match => Read(match, context.Reference)).OfType<FoundTime>().Concat(Neighbour.Matches(context.Words).Where(match => !GoesOn(context.Words, match)).Select(Read));

    // "the day after the vote" is reckoned from the vote.
    private static bool GoesOn(string words, Match match) =>
        match.Groups["way"].Index + match.Groups["way"].Length == match.Index + match.Length && match.Groups["way"].Value.ToUpperInvariant() is "BEFORE" or "AFTER"
        && match.Index + match.Length + 1 < words.Length && char.IsLetterOrDigit(words[match.Index + match.Length + 1]);

    private static FoundTime Read(Match match) => new(match.Index, match.Index + match.Length, null, TimeKind.Vague, match.Groups["way"].Value.ToUpperInvariant() switch
    {
        "PREVIOUS" or "PRECEDING" or "BEFORE" or "EARLIER" => -1,
        "FOLLOWING" or "NEXT" or "AFTER" or "LATER" => 1,
        _ => 0,
    });

    private static FoundTime? Read(Match match, DateOnly? reference)
    {
        var word = match.Groups["number"].Success ? match.Groups["number"].Value : null;
        var (way, unit) = (match.Groups["way"].Value.ToUpperInvariant(), match.Groups["unit"].Value.ToUpperInvariant());
        var number = word is null ? null : TimeRule.Number(word);
        var start = match.Index;
        if (way is "AGO" or "FROM NOW")
        {
            var amount = (number ?? Several) * (way == "AGO" ? -1 : 1);
            return new FoundTime(start, match.Index + match.Length, Away(reference, unit, amount, exact: number is not null), KindOf(unit, number is not null, match));
        }
        // "two days earlier": from what was told before. "a week before the vote", "years later" are from something else.
        return unit == "DAY" && number is { } days && way is "EARLIER" or "LATER"
            ? new FoundTime(start, match.Index + match.Length, null, TimeKind.Vague, way == "EARLIER" ? -number.Value : number.Value)
            : null;
    }

    private static TimeKind KindOf(string unit, bool exact, Match match) =>
        exact && unit is not "WEEK" && !match.Groups["about"].Success ? TimeKind.Point : TimeKind.Vague;

    private static PartialDate? Away(DateOnly? reference, string unit, int amount, bool exact) => (reference, unit) switch
    {
        (null, _) => null,
        ({ } from, "HOUR") => PartialDate.OfDay(from),
        ({ } from, "DAY") when exact => TimeRule.Day(from, amount) is { } day ? PartialDate.OfDay(day) : null,
        ({ } from, "DAY") => MonthOf(TimeRule.Day(from, amount)),
        ({ } from, "WEEK") => MonthOf(TimeRule.Day(from, 7 * amount)),
        ({ } from, "MONTH") => TimeRule.Month(from, amount),
        ({ } from, _) => TimeRule.Year(from, amount),
    };

    private static PartialDate? MonthOf(DateOnly? day) => day is { } known ? PartialDate.OfMonth(known) : null;
}
