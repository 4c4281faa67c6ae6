using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>
/// "…, two sources said." and "X, the minister said, will …": who says it stands at the end or between commas, and all the rest of
/// the sentence is told; after "while" only its own clause.
/// </summary>
internal sealed class InsertedCue : IDraftRule
{
    /// <inheritdoc/>
    public string Name => "inserted-cue";

    /// <inheritdoc/>
    public string Why => "A reporting verb with its speaker stands between commas or at the end of the sentence that it reports.";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var read = reading.Sentences[sentence];
        foreach (var verb in read.Words)
        {
            if (verb.Tag is not ("VERB" or "NOUN")) continue;
            if (CueWords.ReportingOf(reading, read, verb with { Tag = "VERB" }) is not { } reporting || !(reporting.Takes("clause") || reporting.Takes("quote"))) continue;
            if (verb.Tag == "NOUN" && !reading.IsSummary(sentence)) continue;
            if (Draft(reading, sentence, verb, reporting) is { } draft) yield return draft;
        }
    }

    private Draft? Draft(ArticleReading reading, int number, Word verb, ReportingWord reporting)
    {
        var sentence = reading.Sentences[number];
        var text = reading.Text.Value;
        // In a quotation "I think" and "you know" are the speaker's own way of putting it.
        if (reading.QuotationsIn(verb.Span).Any() || Source(reading, sentence, verb) is not { } source) return null;
        var group = Clause.VerbGroup(sentence, verb);
        var inserted = WithOrSo(sentence, source.Union(group));
        if (inserted.Start <= sentence.Span.Start || !EndsClause(text, sentence, inserted.Start)) return null;
        var own = OwnWords(reading.English, sentence, verb, reporting, inserted);
        if (own < 0) return null;
        inserted = inserted with { End = own };
        var before = new TextSpan(StartOfOwnClause(sentence, inserted.Start), inserted.Start);
        var rest = Rest(text, sentence, inserted.End);
        if (rest is null || (rest.Value.Length > 0 && !GoesOn(sentence, verb, inserted.End))) return null;
        TextSpan[] spans = rest.Value.Length > 0 ? [before, rest.Value] : [before];
        if (before.Length < 8 || !SaysSomething(sentence, before) || !IsTold(reading, sentence, verb, before)) return null;
        var content = ContentShape.Clean(reading, spans, [], [], null);
        return content.Count == 0 ? null : new Draft
        {
            Content = content,
            Cue = [group],
            Source = [source],
            Sentence = number,
            CueWord = verb,
            Reporting = reporting,
            Frame = "sentence",
            FoundBy = Name,
            Confidence = 0.55,
        };
    }

    /// <summary>"…, or so Krog argues".</summary>
    private static TextSpan WithOrSo(Sentence sentence, TextSpan inserted)
    {
        var before = sentence.Words.Where(w => w.Span.End <= inserted.Start).TakeLast(2).ToList();
        return before is [{ Text: "or" } or, { Text: "so" }] ? new TextSpan(or.Span.Start, inserted.End) : inserted;
    }

    /// <summary>The subject beside the verb, on either side: "sources said", "said the mayor".</summary>
    private static TextSpan? Source(ArticleReading reading, Sentence sentence, Word verb)
    {
        var subject = sentence.ChildrenOf(verb).FirstOrDefault(c => c.Relation == "nsubj");
        if (subject is null) return reading.Kinds.Count > 0 && verb.Index > 0 && sentence.Words[verb.Index - 1].Tag is "NOUN" or "PROPN" ? Clause.PhraseBefore(sentence, verb) : null;
        var span = Clause.SourceSpan(sentence, subject, verb);
        var gap = span.End <= verb.Span.Start ? verb.Span.Start - span.End : span.Start - verb.Span.End;
        return gap is >= 0 and < 30 ? span : null;
    }

    /// <summary>"In Washington, an official said …": what stands before is no clause.</summary>
    private static bool SaysSomething(Sentence sentence, TextSpan span) =>
        sentence.WordsIn(span).Any(w => w.Tag is "VERB" or "AUX" || w.Text is "“" or "\"");

    /// <summary>
    /// "After he moved to Kos, he added a room": what stands before is a circumstance. What is told has a subject
    /// and a verb of its own.
    /// </summary>
    private static bool IsTold(ArticleReading reading, Sentence sentence, Word verb, TextSpan before)
    {
        if (verb.Relation is "acl" || sentence.ChildrenOf(verb).Any(c => c.Relation == "advmod" && reading.English.Is("negation", c.Text))) return false;
        // "…, it was concluded" is somebody's; "…, instructions can be found" is not.
        if (Clause.IsPassive(sentence, verb) && Clause.Agent(sentence, verb) is null && !sentence.ChildrenOf(verb).Any(c => c.Text.Equals("it", StringComparison.OrdinalIgnoreCase))) return false;
        if (Clause.Subject(sentence, verb) is { } who && (reading.English.Is("relative", who.Text) || reading.English.Is("nobody", who.Text))) return false;
        return sentence.WordsIn(before).Any(w => w.Relation is not ("acl" or "advcl") && w.Index < verb.Index
            && sentence.ChildrenOf(w).Any(c => c.Relation is "nsubj" or "expl") && !sentence.ChildrenOf(w).Any(c => c.Relation == "mark" && c.Index < w.Index));
    }

    /// <summary>A comma or a closing quotation mark stands before.</summary>
    private static bool EndsClause(string text, Sentence sentence, int at)
    {
        var i = at - 1;
        while (i > sentence.Span.Start && char.IsWhiteSpace(text[i])) i--;
        return text[i] is ',' or '”' or '"' or '?' or '!' or '—' or '–' or '’';
    }

    /// <summary>Where the words that belong to the cue end: whom it was told, when and how. −1 where the verb has its content after it.</summary>
    private static int OwnWords(English english, Sentence sentence, Word verb, ReportingWord reporting, TextSpan inserted)
    {
        var end = inserted.End;
        // "they must know what …": it is told behind.
        if (sentence.Words.FirstOrDefault(w => w.Span.Start >= end) is { } next && (english.Is("wh-word", next.Text) || english.Is("wh-adverb", next.Text))) return -1;
        foreach (var child in sentence.ChildrenOf(verb).Where(c => c.Index > verb.Index && c.Span.Start >= inserted.End))
        {
            if (child.Relation is "ccomp" or "xcomp" || reporting.Takes(Clause.Preposition(sentence, child)) || (child.Relation == "obj" && reporting.Takes("object"))) return -1;
            if (child.Relation is not ("obl" or "obj" or "iobj" or "advmod" or "advcl")) continue;
            var whole = Clause.Whole(sentence, child, verb, withMark: true);
            if (child.Relation is "advcl" || whole.Start > end + 2) continue;
            end = Math.Max(end, whole.End);
        }
        return end;
    }

    /// <summary>What follows the inserted words in the sentence: nothing, or the rest after a comma; null where they are not closed off.</summary>
    private static TextSpan? Rest(string text, Sentence sentence, int from)
    {
        var i = from;
        while (i < sentence.Span.End && char.IsWhiteSpace(text[i])) i++;
        if (i >= sentence.Span.End || (text[i] is '.' or '!' or '?' && i >= sentence.Span.End - 2)) return new TextSpan(i, i);
        return text[i] == ',' ? new TextSpan(i + 1, sentence.Span.End) : null;
    }

    /// <summary>Whether the sentence's own clause goes on after the inserted words: its main verb stands there, and the verb hangs on it.</summary>
    private static bool GoesOn(Sentence sentence, Word verb, int from)
    {
        var next = sentence.Words.FirstOrDefault(w => w.Span.Start >= from && w.Tag != "PUNCT");
        if (next is null) return false;
        return verb.Relation is "parataxis" or "ccomp" or "advcl" && sentence.HeadOf(verb) is { } main && main.Span.Start >= from && next.Tag is "AUX" or "VERB" or "ADP" or "ADV" or "NOUN" or "DET";
    }

    private static int StartOfOwnClause(Sentence sentence, int before)
    {
        for (var i = sentence.Words.Count - 1; i > 2; i--)
        {
            if (sentence.Words[i].Span.Start < before && sentence.Words[i].Text is "while" && sentence.Words[i - 1].Text is "," or "”") return sentence.Words[i].Span.End;
        }
        return sentence.Span.Start;
    }
}
