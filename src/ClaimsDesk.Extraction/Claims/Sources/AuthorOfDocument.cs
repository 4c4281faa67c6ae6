using ClaimsDesk.Extraction.Claims.Rules;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims.Sources;

/// <summary>"In the study by Krog it was found that …": who wrote the thing in which it was found.</summary>
internal static class AuthorOfDocument
{
    /// <summary>Gives a passive without an agent the author of the document named beside it: "by X" or "X's".</summary>
    public static void Mend(ArticleReading reading, Draft draft)
    {
        if (draft is not { CueWord: { Tag: "VERB" } cue, Source.Count: 0, Reporting: not null }) return;
        var sentence = reading.Sentences[draft.Sentence];
        if (!Clause.IsPassive(sentence, cue) || Clause.Agent(sentence, cue) is not null) return;
        var document = sentence.ChildrenOf(cue).FirstOrDefault(c => c.Relation == "obl" && !draft.Holds(c.Span) && Clause.Preposition(sentence, c) is "in"
            && reading.English.Speakers.ClassOf(c.Text) == SpeakerClass.Document);
        if (document is null) return;
        var author = sentence.ChildrenOf(document).FirstOrDefault(c => c.Relation == "nmod" && Clause.Preposition(sentence, c) is "by" or "from");
        draft.Source = [author is null ? NounPhrase.Around(sentence, document).Span : Clause.SourceSpan(sentence, author, document)];
    }
}
