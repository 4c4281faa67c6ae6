using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>A line that says who wrote: "By Jane Doe", "Author: Jane Doe", "Jane Doe | July 30, 2019".</summary>
internal static class Byline
{
    private const int LongestLine = 160;
    private const string Names = @"[\p{Lu}][\p{L}'’.\-]*(?:,? (?:and |de |van |von |al-|& )?[\p{Lu}][\p{L}'’.\-]*){0,9}";

    private static readonly Regex Opening = new(
        @"^(?:(?:written |reported |posted |words |story |text |article |published |edited |analysis |opinion )?by:? ?[|:]? ?(?-i:[\p{Lu}@])|(?:authors?|writer|reporter|editor|contributors?|correspondents?|words|byline)s? ?[:|] ?|from our (?:\w+ )?correspondent)",
        Phrases.Linear | RegexOptions.IgnoreCase);

    private static readonly Regex By = new($@"^(?:(?i:written|reported|words|story|text|article) )?[Bb](?:y|Y):? (?<names>{Names})$", Phrases.Linear);

    private static readonly Regex Person = new($@"^[\s|/·•,\-–—]*(?:By |by )?{Names}[\s|/·•,\-–—]*$|^[\s|/·•,\-–—]*[Bb]y [\w'’.\- ]{{2,40}}$", Phrases.Linear);

    private static readonly Regex CalendarWords = new(@"\b(?:" + string.Join('|', WordList.EnglishNames("Time/weekdays.txt").Select(n => n[0])) + $@")\b|\b{CalendarDates.MonthPattern}", Phrases.Linear);

    /// <summary>Whom a byline names that holds nothing else: "By Jane Doe and John Smith"; null for any other line.</summary>
    public static string? NamesIn(Line line) => Is(line) && By.Match(line.Text.TrimEnd('.', ':')) is { Success: true } by ? by.Groups["names"].Value : null;

    /// <summary>Whether a line is a byline.</summary>
    public static bool Is(Line line)
    {
        if (line.Text.Length > LongestLine || line.Words > 16) return false;
        // "By Monday the troops had left." is none.
        if (line.EndsSentence) return Opening.IsMatch(line.Text) && Person.IsMatch(line.Text.TrimEnd('.', ':')) && !CalendarWords.IsMatch(line.Text);
        if (Opening.IsMatch(line.Text)) return true;
        return Stamp.RestBesideTime(line.Text) is { } rest && rest.Any(char.IsLetter) && Person.IsMatch(rest);
    }
}
