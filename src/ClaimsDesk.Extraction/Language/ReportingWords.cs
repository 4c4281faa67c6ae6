using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Extraction.Language;

/// <summary>A verb, noun or adjective that reports what somebody says or thinks.</summary>
/// <param name="Lemma">Its first form.</param>
/// <param name="Act">What one does by it.</param>
/// <param name="Frames">Where the content stands: "clause", "to", "object", "quote", "question", "accuse", "blame", "as", "witness", or the preposition before it.</param>
internal sealed record ReportingWord(string Lemma, ClaimAct Act, IReadOnlySet<string> Frames)
{
    /// <summary>Whether the content can stand there.</summary>
    public bool Takes(string frame) => Frames.Contains(frame);
}

/// <summary>The words that report.</summary>
internal sealed class ReportingWords
{
    private readonly Dictionary<string, ReportingWord> _verbs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ReportingWord> _nouns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ReportingWord> _adjectives = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _notCues = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>"reportedly": says that somebody unnamed told it.</summary>
    public IReadOnlySet<string> EvidenceAdverbs { get; } = WordTable.Words("evidence-adverbs.txt");

    /// <summary>The lists beside the program.</summary>
    public static ReportingWords Load()
    {
        var read = new ReportingWords();
        foreach (var row in WordTable.Rows("reporting-verbs.tsv", 4))
        {
            var verb = new ReportingWord(row[0], ActOf(row[2]), Frames(row[3]));
            foreach (var form in FormsOf(row[0], row[1])) read._verbs.TryAdd(form, verb);
        }
        foreach (var row in WordTable.Rows("attribution-nouns.tsv", 4))
        {
            var noun = new ReportingWord(row[0], ActOf(row[2]), Frames(row[3]));
            read._nouns[row[0]] = noun;
            read._nouns[row[1].Length > 0 ? row[1] : row[0] + "s"] = noun;
        }
        foreach (var row in WordTable.Rows("attitude-adjectives.tsv", 2))
            read._adjectives[row[0]] = new ReportingWord(row[0], ClaimAct.Assessment, Frames(row[1]));
        foreach (var row in WordTable.Rows("not-cues.txt")) read._notCues.UnionWith(FormsOf(row[0], row.ElementAtOrDefault(1) ?? ""));
        return read;
    }

    /// <summary>A verb or noun that looks like a cue and tells nothing: "seek", "discuss".</summary>
    public bool IsNoCue(string form) => _notCues.Contains(form);

    /// <summary>The reporting verb that has this form; verbs of two words are looked up with both.</summary>
    public ReportingWord? Verb(string form) => _verbs.GetValueOrDefault(form);

    /// <summary>The reporting noun, in either number.</summary>
    public ReportingWord? Noun(string form) => _nouns.GetValueOrDefault(form);

    /// <summary>The adjective of attitude.</summary>
    public ReportingWord? Adjective(string form) => _adjectives.GetValueOrDefault(form);

    /// <summary>Whether a word by itself may report, as whatever part of speech.</summary>
    public bool IsReporting(string form) => Verb(form) is not null || Noun(form) is not null || Adjective(form) is not null || EvidenceAdverbs.Contains(form) || form.Equals("according", StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Frames(string column) => [.. column.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static ClaimAct ActOf(string word) => Enum.Parse<ClaimAct>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static IEnumerable<string> FormsOf(string verb, string irregular)
    {
        yield return verb;
        if (verb.Contains(' '))
        {
            // "call for": the list gives its other forms in pairs of words; "point out" is inflected in its first.
            var words = irregular.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i + 1 < words.Length; i += 2) yield return $"{words[i]} {words[i + 1]}";
            var space = verb.IndexOf(' ');
            foreach (var form in Inflected(verb[..space])) yield return form + verb[space..];
            yield break;
        }
        foreach (var form in irregular.Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return form;
        foreach (var form in Inflected(verb)) yield return form;
    }

    private static IEnumerable<string> Inflected(string verb)
    {
        var stem = verb.EndsWith('e') ? verb[..^1] : verb;
        var afterConsonant = verb.EndsWith('y') && verb.Length > 1 && !"aeiou".Contains(verb[^2]);
        yield return afterConsonant ? verb[..^1] + "ies" : verb.EndsWith('s') || verb.EndsWith('h') ? verb + "es" : verb + "s";
        yield return afterConsonant ? verb[..^1] + "ied" : stem + "ed";
        yield return stem + "ing";
    }
}
