using ClaimsDesk.Extraction.Claims.Rules;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>What the model takes for a cue and is none: wishes, naming, talk whose content is not told.</summary>
internal static class NotCues
{
    /// <summary>Whether a draft's cue tells nothing.</summary>
    public static bool IsNone(ArticleReading reading, Draft draft)
    {
        var sentence = reading.Sentences[draft.Sentence];
        var words = draft.Cue.SelectMany(sentence.WordsIn).ToList();
        if (words.Count == 0 || draft.Frame == QuotativeLike.Frame) return false;
        // "It is worth noting that …", "it is clear that …": the author's own.
        if (draft.CueWord is { } cue && sentence.Words.Take(cue.Index).Skip(cue.Index - 3).Any(w => reading.English.Is("notable", w.Text))) return true;
        // "It feels like summer": to nobody.
        if (draft is { Reporting.Lemma: "feel like", Source: [var it] } && reading.Text[it].Equals("it", StringComparison.OrdinalIgnoreCase)) return true;
        // "That said, …" turns the author's own argument.
        if (draft is { CueWord: { Index: 1, Text: "said" }, Source: [var that] } && reading.Text[that].Equals("that", StringComparison.OrdinalIgnoreCase)) return true;
        // "is", "has": what is said of somebody, not by him.
        if (words.TrueForAll(w => w.Tag is "AUX" or "PUNCT" && w.Text != ":")) return true;
        // A stray "to" or "of" is no cue; "according to", "as" and ":" are.
        if (words.TrueForAll(w => w.Tag is "ADP" or "SCONJ" or "DET" or "PART" && !reading.English.Is("bare-cue", w.Text))) return true;
        // "Said Holm" may be somebody's name.
        if (words.TrueForAll(w => w.Name.EndsWith("PER", StringComparison.Ordinal) && char.IsUpper(w.Text[0]))) return true;
        if (AgreesToDo(reading, draft)) return true;
        // A reporting word anywhere in the cue makes it one.
        if (words.Exists(w => CueWords.ReportingOf(reading, sentence, w) is not null || reading.English.Reporting.EvidenceAdverbs.Contains(w.Text))) return false;
        return words.Exists(w => w.Tag is "VERB" or "NOUN" && reading.English.Reporting.IsNoCue(w.Text)) && !IsToldInFull(reading, sentence, draft);
    }

    /// <summary>"You know that …" outside quotations, found by grammar alone: everybody, so nobody.</summary>
    public static bool IsEverybody(ArticleReading reading, Draft draft) =>
        draft is { FoundBy: not "encoder", IsShy: false, Source: [var source] } && reading.English.Is("everybody", reading.Text[source]) && !reading.QuotationsIn(source).Any();

    /// <summary>"She decided that …", "he goes, “What …”": a clause of its own, or a quotation.</summary>
    private static bool IsToldInFull(ArticleReading reading, Sentence sentence, Draft draft) =>
        draft.Source.Count > 0 && draft.CueWord is { Tag: "VERB" } verb
        && (reading.QuotationsIn(draft.Content[0]).Any(q => q.Start <= draft.Content[0].Start + 1 && q.Start >= draft.CueHull.End)
            || (draft.Content[0].Start > verb.Span.End && reading.Text.Value.AsSpan(verb.Span.End, draft.Content[0].Start - verb.Span.End).Trim() is "that")
            || sentence.ChildrenOf(verb).Any(c => c.Relation == "ccomp" && draft.Holds(c.Span) && sentence.ChildrenOf(c).Any(s => s.Relation is "nsubj" or "expl")));

    /// <summary>"agreed to help", "hopes to win": a wish or a plan, where the verb would report with a clause.</summary>
    private static bool AgreesToDo(ArticleReading reading, Draft draft) =>
        draft.CueWord is { Tag: "VERB" } && draft.Reporting is { } reporting && !reporting.Takes("to") && reporting.Takes("clause")
        && reading.Text[draft.Content[0]].StartsWith("to ", StringComparison.Ordinal);
}
