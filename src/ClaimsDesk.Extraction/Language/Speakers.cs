namespace ClaimsDesk.Extraction.Language;

/// <summary>What a noun for one who tells stands for.</summary>
internal enum SpeakerClass
{
    None,
    /// <summary>Nothing but an informant: "source".</summary>
    Source,
    /// <summary>Known by work or place: "resident".</summary>
    Informant,
    /// <summary>Serves a state or body: "official".</summary>
    Official,
    /// <summary>An office that one person holds: "minister".</summary>
    Person,
    /// <summary>Works for an outlet: "reporter".</summary>
    PressPeople,
    /// <summary>An outlet: "newspaper".</summary>
    Press,
    /// <summary>Something written: "report".</summary>
    Document,
    /// <summary>A body: "ministry".</summary>
    Body,
    /// <summary>A state: "regime".</summary>
    State,
    /// <summary>A party or an armed group: "militia".</summary>
    Group,
}

/// <summary>A noun for one who tells.</summary>
/// <param name="Lemma">In the singular.</param>
/// <param name="Class">What it stands for.</param>
/// <param name="IsPlural">Whether the form looked up is the plural.</param>
/// <param name="Gender">Where the word says so.</param>
internal sealed record SpeakerNoun(string Lemma, SpeakerClass Class, bool IsPlural, Gender Gender);

/// <summary>Nouns and titles for those who tell.</summary>
internal sealed class Speakers
{
    private readonly Dictionary<string, SpeakerNoun> _nouns = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _titles = WordTable.Words("titles.txt");
    private readonly Dictionary<string, Gender> _titleGenders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lists beside the program.</summary>
    public static Speakers Load()
    {
        var read = new Speakers();
        foreach (var row in WordTable.Rows("speakers.tsv", 3))
        {
            var kind = row[2] == "press-people" ? SpeakerClass.PressPeople : Enum.Parse<SpeakerClass>(row[2], ignoreCase: true);
            var gender = GenderOf(row.ElementAtOrDefault(3));
            var plural = row[1].Length > 0 ? row[1] : row[0] + "s";
            read._nouns[row[0]] = new SpeakerNoun(row[0], kind, false, gender);
            if (plural != row[0]) read._nouns[plural] = new SpeakerNoun(row[0], kind, true, gender);
        }
        foreach (var row in WordTable.Rows("title-genders.tsv", 2)) read._titleGenders[row[0]] = GenderOf(row[1]);
        return read;
    }

    /// <summary>The noun in either number; null where it is none of these.</summary>
    public SpeakerNoun? Find(string word) => _nouns.GetValueOrDefault(word);

    /// <summary>What the noun stands for.</summary>
    public SpeakerClass ClassOf(string word) => Find(word)?.Class ?? SpeakerClass.None;

    /// <summary>"President", "Gen.", "Sheikh": stands before a name and is no part of it.</summary>
    public bool IsTitle(string word) => _titles.Contains(word.TrimEnd('.'));

    /// <summary>Whom the title belongs to.</summary>
    public Gender GenderOfTitle(string word) => _titleGenders.GetValueOrDefault(word.TrimEnd('.'));

    /// <summary>"organiser", "fisherman", "scientist": by its ending a noun for a person.</summary>
    public static bool IsLikelyPerson(string noun)
    {
        var one = noun.EndsWith('s') ? noun[..^1] : noun;
        return PersonEndings.Any(e => one.Length > e.Length + 2 && one.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] PersonEndings = ["er", "or", "man", "men", "woman", "women", "ist", "ian", "eer", "ant"];

    private static Gender GenderOf(string? column) => column switch { "M" => Gender.Man, "F" => Gender.Woman, _ => Gender.Unknown };
}
