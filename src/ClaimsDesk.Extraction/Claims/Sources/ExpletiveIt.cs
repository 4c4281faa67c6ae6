using ClaimsDesk.Extraction.Claims.Rules;

namespace ClaimsDesk.Extraction.Claims.Sources;

/// <summary>"It is understood that …", "it was alleged that …": "it" stands for the clause, and nobody is named as telling it.</summary>
internal static class ExpletiveIt
{
    /// <summary>Takes "it" away as a source of a passive; who does it, if anybody is said to, is the source.</summary>
    public static void Mend(ArticleReading reading, Draft draft)
    {
        if (draft is not { CueWord: { } cue, Source: [var source] } || !reading.Text[source].Equals("it", StringComparison.OrdinalIgnoreCase)) return;
        var sentence = reading.Sentences[draft.Sentence];
        if (!Clause.IsPassive(sentence, cue) || reading.English.Reporting.Adjective(cue.Text) is not null) return;
        draft.Source = Clause.Agent(sentence, cue) is { } agent ? [Clause.SourceSpan(sentence, agent, cue)] : [];
    }
}
