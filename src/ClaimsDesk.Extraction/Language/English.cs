namespace ClaimsDesk.Extraction.Language;

/// <summary>What the program knows of English and of the world's names, loaded once and shared. Nothing in it changes.</summary>
internal sealed class English
{
    /// <summary>States, outlets, groups, given names.</summary>
    public Gazetteer Gazetteer { get; } = Gazetteer.Load();

    /// <summary>Nouns and titles for those who tell.</summary>
    public Speakers Speakers { get; } = Speakers.Load();

    /// <summary>The words that report.</summary>
    public ReportingWords Reporting { get; } = ReportingWords.Load();

    private readonly Dictionary<string, IReadOnlySet<string>> _ruleWords = WordTable.Rows("rule-words.tsv", 2)
        .ToDictionary(r => r[0], r => (IReadOnlySet<string>)r[1].Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);

    /// <summary>Whether a word is one of those that a rule asks for.</summary>
    /// <param name="kind">What they are to the rule: the first column of <c>rule-words.tsv</c>.</param>
    /// <param name="word">The word, in any letter case.</param>
    /// <exception cref="KeyNotFoundException">The list has no such kind.</exception>
    public bool Is(string kind, string word) => _ruleWords[kind].Contains(word);

    /// <summary>Words that every English paragraph has.</summary>
    public IReadOnlySet<string> CommonWords { get; } = WordTable.Words("common-words.txt");

    /// <summary>Words that every paragraph of some other language has, and no English one.</summary>
    public IReadOnlySet<string> OtherLanguages { get; } = WordTable.Words("other-languages.txt");

    /// <summary>Words that weaken, and whether each must stand on the main verb.</summary>
    public IReadOnlyDictionary<string, bool> Hedges { get; } =
        WordTable.Rows("hedges.tsv", 2).ToDictionary(r => r[0], r => r[1] == "A", StringComparer.OrdinalIgnoreCase);
}
