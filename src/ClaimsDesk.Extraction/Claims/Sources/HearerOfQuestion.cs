using ClaimsDesk.Extraction.Claims.Rules;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims.Sources;

/// <summary>"Asked why the bridge was closed, Holm said …": she answers; who asked is not said.</summary>
internal static class HearerOfQuestion
{
    /// <summary>Takes the subject of the main clause away as the source of a participle before it, which is passive.</summary>
    public static void Mend(ArticleReading reading, Draft draft)
    {
        if (draft.CueWord is not { Tag: "VERB", Relation: "advcl" } cue || draft.Source.Count == 0) return;
        var sentence = reading.Sentences[draft.Sentence];
        if (sentence.HeadOf(cue) is not { } main || main.Index < cue.Index || !IsBareParticiple(sentence, cue)) return;
        if (!draft.Source.Any(s => s.Start >= cue.Span.End)) return;
        draft.Source = Clause.Agent(sentence, cue) is { } agent ? [Clause.SourceSpan(sentence, agent, cue)] : [];
    }

    private static bool IsBareParticiple(Sentence sentence, Word verb) =>
        (verb.Text.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || verb.Text.Equals("told", StringComparison.OrdinalIgnoreCase))
        && !sentence.ChildrenOf(verb).Any(c => c.Relation is "nsubj" or "aux");
}
