using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Whether the source denies, rejects or withholds the content, asks that it not happen, or states a negative.</summary>
internal static class Negation
{
    /// <summary>Whether a draft, its act known, is negated.</summary>
    public static bool Of(ArticleReading reading, Draft draft, ClaimAct act)
    {
        if (draft.IsNegated || act is ClaimAct.Denial or ClaimAct.NoComment) return true;
        var sentence = reading.Sentences[draft.Sentence];
        var cue = draft.Cue.SelectMany(sentence.WordsIn).ToList();
        if (cue.Exists(w => reading.English.Is("against", w.Text) || w.Text.ToUpperInvariant() is "NOT" or "N'T" or "N’T" or "NEVER")) return true;
        if (draft.Reporting?.Lemma is "dissuade" or "discourage") return true;
        if (draft.CueWord is { } verb && sentence.ChildrenOf(verb).Any(w => IsNot(w))) return true;
        if (Predication.Of(reading, draft.Content) is not { } predication) return false;
        if (act == ClaimAct.Demand && predication.Words.Take(2).Any(IsNot)) return true;
        if (act == ClaimAct.Demand && predication.Main.Text.Equals("refrain", StringComparison.OrdinalIgnoreCase)) return true;
        return predication.IsNegative;
    }

    private static bool IsNot(Word word) => word.Text.ToUpperInvariant() is "NOT" or "N'T" or "N’T";
}
