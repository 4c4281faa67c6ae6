using System.Globalization;
using System.Text;
using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Knowledge.Sources;

/// <summary>How names are compared: without letter case, accents, the kind of apostrophe or hyphen, and a leading "the". Nothing is guessed.</summary>
public static class NameKey
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "of", "the", "and", "for", "in", "on", "to", "at", "with", "de", "del", "della", "der", "den", "des", "di", "do", "dos", "du", "la", "le",
        "les", "al", "el", "bin", "bint", "ibn", "von", "van", "y", "e", "et", "und", "für", "pour",
    };

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "miss", "dr", "doctor", "prof", "professor", "sir", "lady", "lord", "dame", "president", "mayor", "minister", "general",
        "gen", "brigadier", "brig", "colonel", "col", "captain", "capt", "major", "maj", "lieutenant", "lt", "sergeant", "sgt", "admiral", "adm",
        "senator", "sen", "representative", "rep", "congressman", "congresswoman", "governor", "gov", "king", "queen", "prince", "princess",
        "sheikh", "sultan", "emir", "imam", "ayatollah", "pope", "cardinal", "bishop", "father", "rabbi", "judge", "justice", "ambassador",
        "chancellor", "premier", "secretary", "commander", "chief", "director", "spokesman", "spokeswoman", "spokesperson",
    };

    // Words that many bodies are called by: made of nothing else, a name says which one only within its article.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "he", "she", "it", "they", "i", "we", "you", "who", "him", "her", "them", "this", "that", "these", "those", "one", "others", "some",
        "of", "and", "for", "foreign", "defense", "defence", "interior", "finance", "health", "justice", "education", "culture", "trade",
        "economy", "energy", "oil", "transport", "agriculture", "information", "internal", "external", "affairs", "home", "national", "federal",
        "state", "central", "supreme", "general", "joint", "public", "military", "armed", "security", "ministry", "minister", "ministers",
        "department", "government", "cabinet", "army", "navy", "forces", "force", "police", "agency", "council", "parliament", "senate",
        "congress", "assembly", "court", "embassy", "presidency", "president", "prime", "office", "authority", "authorities", "committee",
        "commission", "union", "party", "opposition", "coalition", "media", "press", "television", "radio", "news", "newspaper", "daily",
        "website", "channel", "network", "officials", "sources", "reports", "report", "statement", "staff", "command", "bank", "board", "group",
        "movement", "front", "city", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "intelligence", "service",
    };

    /// <summary>The form of <paramref name="name"/> by which two names are the same.</summary>
    public static string Of(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormKD);
        var key = plain.Length <= 256 ? stackalloc char[256] : new char[plain.Length];
        var length = 0;
        foreach (var c in plain)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (char.IsWhiteSpace(c))
            {
                if (length > 0 && key[length - 1] != ' ') key[length++] = ' ';
                continue;
            }
            if (char.IsControl(c)) continue;
            key[length++] = c switch
            {
                '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' => '-',
                _ => char.ToLowerInvariant(c),
            };
        }
        var text = key[..length].TrimEnd();
        return (text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text).ToString();
    }

    /// <summary>
    /// Whether the same words in another article mean the same source: a proper name, and for a person more than a surname,
    /// with or without a title, because that alone says little.
    /// </summary>
    public static bool IsSharedName(string name, SourceKind kind) => kind switch
    {
        SourceKind.Anonymous or SourceKind.Unspecified or SourceKind.Author => false,
        SourceKind.Outlet when name == Source.UnknownOutlet => false,
        SourceKind.Person => IsFullName(name),
        _ => IsProper(name),
    };

    /// <summary>Whether the same name in another article means the same actor.</summary>
    public static bool IsSharedName(string name, ActorKind kind) =>
        kind == ActorKind.Person ? IsFullName(name) : IsProper(name);

    private static bool IsFullName(string name) =>
        IsProper(name) && Of(name).Split(' ').SkipWhile(word => Titles.Contains(word.TrimEnd('.'))).Count() > 1;

    // A name writes all its words large but the small ones between: "the Louvre", "Voice of America", "eBay", "9 April League".
    // "Greek operatives" and "the leader of Harvest" describe. A script without letter case can't tell, and is taken as a name.
    private static bool IsProper(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > 0 && words[0].ToLowerInvariant() is "the" or "a" or "an") words = words[1..];
        if (words.Length == 0 || Small.Contains(words[^1]) || words.All(w => Generic.Contains(Of(w)))) return false;
        return words.All(word => Small.Contains(word) || word.Any(IsLarge)) && words.Any(word => !char.IsAsciiDigit(word[0]));
    }

    private static bool IsLarge(char c) => char.IsUpper(c) || char.IsDigit(c) || c == '&' || char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;
}
