using System.Text.RegularExpressions;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>The words under a picture, known by a photographer's credit or by words that point at a picture.</summary>
internal static class Caption
{
    private const int MostWords = 70;

    private static readonly Regex Credit = new(
        @"(?:[(\[](?:[^()\[\]]{0,60}\b)?(?i:photos?|photograph|image|picture|courtesy|file|via)\b[^()\[\]]{0,60}[)\]]|\([\w.\- ]{2,40}/[\w.\- ]{2,40}\)|\b(?i:photos?|photograph|image|picture|illustration)(?: credit)?(?i: by|: ?| courtesy(?: of)?)(?: [\p{Lu}@][\w.'’\-/]*){1,6}|(?i:file photo|getty images|shutterstock|associated press photo))[.]?\s*$",
        Phrases.Linear);

    private static readonly Regex Pointing = new(
        @"\b(?:is|are|was|were) (?:pictured|photographed|shown here|seen here)\b|\b(?:pictured|shown|seen) (?:above|below|here|left|right)\b|\((?:left|right|centre|center|[LRC]|from left)\)|^(?:in this|this) (?:\w+,? ?){0,5}(?:photo|photograph|picture|image|handout|frame grab|screengrab|still)\b|\bin (?:a|this) (?:handout|file) (?:photo|picture|image)\b|^(?:file(?: photo)?|pictured|above|photo|image|picture) ?[:—–-]",
        Phrases.Linear | RegexOptions.IgnoreCase);

    private static readonly Regex BareCredit = new(
        @"^(?i:photos?|photographs?|images?|pictures?|illustration|graphic|credits?|courtesy)(?: credits?)?(?i: by|:| courtesy| via| ©)|^(?i:(?:image|media|video|photo) ?(?:copyright|caption|source))(?-i:\p{Lu})|^(?i:(?:image|media|video|photo) (?:copyright|caption|source))\b",
        Phrases.Linear);

    // "… off the coast. (AFP)", "AFP/Jane Doe", "… in May. | Reuters"
    private static readonly Regex LastWords = new(@"(?:[(\[](?<last>[^()\[\]]{2,80})[)\]]|[/|] ?(?<last>[^/|]{2,40}))[.]?\s*$|^(?<last>[^/]{2,40}) ?/ ?[^/]{2,40}$", Phrases.Linear);

    /// <summary>Whether a line ends in a photo credit, or is one.</summary>
    public static bool HasCredit(Line line) => line.Words <= MostWords && line.Text.Length < 600
        && (Credit.IsMatch(line.Text) || BareCredit.IsMatch(line.Text)
            || (LastWords.Match(line.Text).Groups["last"] is { Success: true } last && Agencies.NamedIn(last.Value).Any()));

    /// <summary>Whether a sentence is followed by nothing but an agency's name in brackets.</summary>
    public static bool EndsInAgency(Line line) => AfterSentence.Match(line.Text).Groups["last"] is { Success: true } last && Agencies.Knows(last.Value);

    private static readonly Regex AfterSentence = new(@"[.!?”""] ?\((?<last>[^()]{2,40})\)$", Phrases.Linear);

    /// <summary>Whether a line points at a picture.</summary>
    public static bool Points(Line line) => line.Words <= MostWords && line.Text.Length < 600 && Pointing.IsMatch(line.Text);
}
