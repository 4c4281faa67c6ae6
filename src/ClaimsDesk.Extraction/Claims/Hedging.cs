using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Whether a weakener stands on the main predication: "may", "likely", "reportedly", "the possibility of".</summary>
internal static class Hedging
{
    /// <summary>Whether a draft is hedged.</summary>
    public static bool Of(ArticleReading reading, Draft draft)
    {
        var hedges = reading.English.Hedges;
        var sentence = reading.Sentences[draft.Sentence];
        if (draft.Cue.SelectMany(sentence.WordsIn).Any(w => reading.English.Reporting.EvidenceAdverbs.Contains(w.Text))) return true;
        if (Predication.Of(reading, draft.Content) is not { } predication) return false;
        foreach (var word in predication.Words)
        {
            if (!hedges.TryGetValue(word.Text, out var mustModify)) continue;
            if (mustModify && word.Tag is ("NOUN" or "PROPN")) continue; // the month of May, military might
            if (word == predication.Main || word.Head == predication.Main.Index) return true;
            if (mustModify) continue;
            // "a potential strike" weakens only where it is what the content is about.
            if (word.Head >= 0 && sentence.Words.Count > word.Head && predication.Sentence.HeadOf(word) is { } head && head.Head == predication.Main.Index && (head.Relation is "obj" or "xcomp" or "ccomp" || predication.Main.Tag is "NOUN")
                && Depth(predication, word) <= 2) return true;
        }
        return false;
    }

    private static int Depth(Predication predication, Word word)
    {
        var depth = 0;
        for (var w = word; w is not null && w != predication.Main && depth < 9; w = predication.Sentence.HeadOf(w)) depth++;
        return depth;
    }
}
