using System.Text.RegularExpressions;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>"Jane Doe is a senior writer for …" under an article: who its author is, and no part of it.</summary>
internal static class AuthorNote
{
    private const int MostWords = 90;
    private const string Name = @"(?<name>[\p{Lu}][\p{L}'’.\-]*(?: [\p{Lu}][\p{L}'’.\-]*){1,3})";

    private static readonly Regex Opening = new($@"^(?:About the author:? )?{Name}(?:, [^,.]{{1,60}},)? (?:is|was|has|writes|covers|works|reports|teaches|holds|serves|edits|joined)\b", Phrases.Linear);

    private static readonly Regex Trade = new(
        @"^.{0,60}\b(?:is|was|works as|serves as|has worked as|has been) (?:an?|the|our|one of)(?: [\w,&'’\-]+){0,8}? (?:writer|reporter|editor|author|journalist|correspondent|columnist|contributor|blogger|freelancer)\b|^.{0,60}\b(?:writes|covers|reports) (?:about|on|for|from)\b|^.{0,60}\bcovers\b",
        Phrases.Linear | RegexOptions.IgnoreCase);

    /// <summary>
    /// Whether the last words of an article are about its author: they open with the name of its byline, or with a name and a writer's trade.
    /// Other trades do not count without the byline: reports too end on who somebody is.
    /// </summary>
    public static bool Is(Line line, IEnumerable<string> bylines)
    {
        if (line.Words > MostWords || Opening.Match(line.Text) is not { Success: true } opening) return false;
        return Trade.IsMatch(line.Text) || bylines.Any(byline => byline.Contains(opening.Groups["name"].Value, StringComparison.OrdinalIgnoreCase));
    }
}
