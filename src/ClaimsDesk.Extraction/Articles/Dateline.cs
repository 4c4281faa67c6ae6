using System.Globalization;
using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>The place, date and agency before a report's first words: "LISBON:", "PRAGUE (Reuters) -", "HELSINKI, May 3 -".</summary>
/// <param name="Length">Number of code units up to its colon or dash, that included.</param>
/// <param name="Place">"Lisbon", or null where it gives only an agency.</param>
/// <param name="Agencies">The agencies in its brackets.</param>
/// <param name="Day">Its date, where the year is written.</param>
internal sealed record Dateline(int Length, string? Place, IReadOnlyList<string> Agencies, DateOnly? Day)
{
    private const int LongestHead = 160;
    private const string Capitals = @"[\p{Lu}][\p{Lu}'’.\-]+(?:[ /][\p{Lu}][\p{Lu}'’.\-]*){0,4}";
    private const string Mixed = @"[\p{Lu}][\p{L}'’.\-]+(?: [\p{Lu}][\p{L}'’.\-]+){0,3}";
    private const string Region = @"(?:, ?[\p{Lu}][\p{L}.]*(?: [\p{Lu}][\p{L}.]*){0,2})?";
    private static readonly string Date = $@"(?:,? ?(?:(?:{CalendarDates.MonthPattern}) ?\d{{1,2}}|\d{{1,2}} (?:{CalendarDates.MonthPattern}))(?:,? (?:19|20)\d\d)?)";
    private const string Credit = "(?: ?[(\\[](?<agency>[^()\\[\\]]{2,60})[)\\]])";

    private static readonly Regex[] Forms =
    [
        Make($@"^(?<place>{Capitals}){Region}{Date}?{Credit}?(?<end> ?:| ?[—–]| -{{1,2}}) ?"),
        Make($@"^(?<place>{Mixed}){Region}{Date}?{Credit}(?<end> ?:| ?[—–]| -{{1,2}}) ?"),
        Make($@"^(?<place>{Mixed}){Region}{Date}(?<end> ?[—–]| -{{1,2}}) ?"),
        Make($@"^(?<place>{Mixed}){Date}?, ?(?<agency>{Mixed})(?<end> ?[—–:]| ?-{{1,2}}) "),
        Make($@"^{Date}?{Credit}(?<end> ?:| ?[—–]| -{{1,2}}) ?"),
    ];

    private static readonly HashSet<string> NoPlaces = [.. WordList.English("Pages/labels.txt")];

    /// <summary>The dateline at the start of a paragraph, or null.</summary>
    public static Dateline? Of(string paragraph)
    {
        var head = paragraph.Length > LongestHead ? paragraph[..LongestHead] : paragraph;
        foreach (var form in Forms)
        {
            var match = form.Match(head);
            if (!match.Success) continue;
            var place = match.Groups["place"];
            if (place.Success && NoPlaces.Contains(place.Value.ToLowerInvariant())) continue;
            var agency = match.Groups["agency"].Value;
            if (agency.Length > 0 && !IsAgency(agency)) continue;
            var marked = agency.Length > 0 || CalendarDates.In(match.Value).Any();
            if (!marked && IsShouted(paragraph)) continue;
            var end = match.Groups["end"].Index + match.Groups["end"].Length;
            if (end >= paragraph.Length || !paragraph[end..].Any(char.IsLetter)) continue;
            return new Dateline(end, place.Success ? Title(place.Value) : null,
                [.. Articles.Agencies.NamedIn(agency).Distinct()],
                CalendarDates.In(match.Value).Select(d => d.Whole).FirstOrDefault(d => d is not null));
        }
        return null;
    }

    private static bool IsAgency(string words) => Articles.Agencies.NamedIn(words).Any() || (words.Length <= 6 && words.All(char.IsUpper));

    // In a text all in capitals any word before a colon looks like a place.
    private static bool IsShouted(string paragraph) => !paragraph.Take(400).Any(char.IsLower);

    private static string Title(string place) => place.Any(char.IsLower)
        ? place
        : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.ToLowerInvariant());

    private static Regex Make(string pattern) => new(pattern, Phrases.Linear | RegexOptions.ExplicitCapture);
}
