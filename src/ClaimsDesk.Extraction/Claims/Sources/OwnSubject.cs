using ClaimsDesk.Extraction.Claims.Rules;

namespace ClaimsDesk.Extraction.Claims.Sources;

/// <summary>"Holm spoke. The council said …": the subject beside the verb tells, whoever spoke in the sentence before.</summary>
internal static class OwnSubject
{
    /// <summary>Gives a cue the subject of its own clause where its source stands in another sentence.</summary>
    public static void Mend(ArticleReading reading, Draft draft)
    {
        if (draft is not { CueWord: { Tag: "VERB" } cue, Source: [var source], Reporting: not null } || reading.SentenceAt(source.Start) == draft.Sentence) return;
        var sentence = reading.Sentences[draft.Sentence];
        if (Clause.IsPassive(sentence, cue) || sentence.ChildrenOf(cue).FirstOrDefault(c => c.Relation == "nsubj" && c.Tag is "NOUN" or "PROPN") is not { } subject) return;
        var own = Clause.SourceSpan(sentence, subject, cue);
        if (!draft.Content.Any(c => c.Overlaps(own))) draft.Source = [own];
    }
}
