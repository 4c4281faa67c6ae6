using System.Text.RegularExpressions;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>Who made an article, as far as its own words say: publisher, translator, agencies.</summary>
internal static class Credits
{
    private const string Name = @"(?<name>(?:The |the )?\p{Lu}(?:[\p{L}\d&'’\-]|\.[\p{L}\d])*(?: (?:of |the |and |de |al-|& )?[\p{Lu}\d](?:[\p{L}\d&'’\-]|\.[\p{L}\d])*){0,5})";

    private static readonly Regex TranslatedBy = Make($@"\b(?:[Tt]ranslated|[Tt]ranslation)(?:(?:,| and| from \w+)+ (?:edited|adapted|condensed))?(?: from (?:the )?\w+)?(?: by|:) {Name}");

    private static readonly Regex[] Publishers =
    [
        Make($@"^{Name} (?:has|have) not (?:been able to )?(?:independently )?(?:verif|confirm|check)"),
        Make($@"^{Name} (?:could|can)(?:not| not|n['’]t) (?:immediately )?independently (?:verify|confirm|authenticate)"),
        Make($@"^{Name} (?:is|are) not responsible for\b"),
        Make($@"\b(?:reflect|represent) (?:the )?(?:[\w ]{{0,40}}?(?:of|by) )?{Name}['’]s?\b"),
        Make($@"\b(?:reflect|represent) the [\w ,]{{0,60}}(?:of|by) {Name}"),
        Make($@"(?:first|originally|previously) (?:appeared|published|ran|posted) (?:in|on|by|at) {Name}"),
        Make($@"\btranslated and edited by {Name}"),
    ];

    private static readonly Regex Copyright = Make($@"(?:©|\([cC]\)|[Cc]opyright)(?: ?(?:©|\([cC]\)|[Cc]opyright))?,? ?(?:(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?,? ?)?(?:© ?)?(?:by )?{Name}");

    // A copyright line without a year or rights is under a picture.
    private static readonly Regex OfAPage = Make(@"\b(?:19|20)\d\d\b|[Rr]ights [Rr]eserved|RIGHTS RESERVED");

    /// <summary>The translator that a disclaimer or a line by itself names.</summary>
    public static string? Translator(IEnumerable<string> sentences) => First(sentences, TranslatedBy);

    /// <summary>The outlet that a disclaimer names, else the one of the last copyright line; those above are of pictures. An agency is not the outlet.</summary>
    public static string? Publisher(IReadOnlyList<string> disclaimers, IEnumerable<string> furniture) =>
        Publishers.Select(rule => First(disclaimers, rule)).FirstOrDefault(name => name is not null)
        ?? First(furniture.Where(line => line.Length < 200 && OfAPage.IsMatch(line)).Reverse(), Copyright);

    private static string? First(IEnumerable<string> sentences, Regex rule)
    {
        foreach (var sentence in sentences)
        {
            var name = WithoutRights(rule.Match(sentence).Groups["name"].Value.TrimEnd('.', ',', ' ', '’', '\''));
            if (name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal)) name = name[..^2];
            if (name.Length > 1 && name.Any(char.IsLetter) && !Agencies.Knows(name)) return name;
        }
        return null;
    }

    // "All Rights Reserved" runs on behind a name that stands without a full stop.
    private static string WithoutRights(string name)
    {
        var end = name.IndexOf("All Rights", StringComparison.OrdinalIgnoreCase);
        if (end < 0) end = name.EndsWith(" All", StringComparison.Ordinal) ? name.Length - 4 : name.Length;
        return name[..end].TrimEnd(' ', '.', ',');
    }

    private static Regex Make(string pattern) => new(pattern, Phrases.Linear | RegexOptions.ExplicitCapture);
}
