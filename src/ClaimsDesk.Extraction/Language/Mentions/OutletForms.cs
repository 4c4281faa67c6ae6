namespace ClaimsDesk.Extraction.Language;

/// <summary>
/// Outlets that no list has, known by their form: "the newspaper Kelvaro", "the Zefir news agency", "Nova TV", "Radio Delta". Once
/// an article has called a name so, it is an outlet wherever it stands.
/// </summary>
internal sealed class OutletForms(English english)
{
    private readonly Dictionary<string, bool> _outlets = new(StringComparer.Ordinal);

    /// <summary>Notes the names of a sentence that have such a form.</summary>
    /// <param name="names">The names, printed on one line.</param>
    /// <param name="sentence">Where they stand.</param>
    public void Note(IEnumerable<(FoundName Name, string Printed)> names, Sentence sentence)
    {
        foreach (var (name, printed) in names)
        {
            if (name.Known is null && FormOf(sentence, name) is { } isAgency) _outlets[printed] = isAgency | _outlets.GetValueOrDefault(printed);
        }
    }

    /// <summary>Whether the article calls this name an outlet, and whether it is an agency; null where it does not.</summary>
    public bool? IsAgency(string printed) => _outlets.TryGetValue(printed, out var isAgency) ? isAgency : null;

    private bool? FormOf(Sentence sentence, FoundName name)
    {
        var words = sentence.WordsIn(name.Span).ToList();
        if (words.Count > 1 && (english.Is("station", words[^1].Text) || english.Is("station", words[0].Text))) return false;
        if (words.Count > 1 && IsAgencyWord(words[^1]) && english.Is("agency-kind", words[^2].Text)) return true;
        // "the newspaper Kelvaro", "the daily Vesta"
        if (words[0].Index > 0 && sentence.Words[words[0].Index - 1] is { Tag: "NOUN" or "ADJ" or "PROPN" } before && english.Speakers.Find(before.Text) is { Class: SpeakerClass.Press, IsPlural: false }) return IsAgencyWord(before);
        // "the Borsan news agency", "the Kelvaro newspaper", "the Vesta website"
        var next = words[^1].Index + 1;
        if (next < sentence.Words.Count && english.Is("agency-kind", sentence.Words[next].Text)) next++;
        return next < sentence.Words.Count && sentence.Words[next] is { Tag: "NOUN" } after && (IsAgencyWord(after) || english.Is("press-noun", after.Text))
            && (!IsAgencyWord(after) || english.Is("agency-kind", sentence.Words[next - 1].Text)) ? IsAgencyWord(after) : null;
    }

    private static bool IsAgencyWord(Word word) => word.Text.Equals("agency", StringComparison.OrdinalIgnoreCase);
}
