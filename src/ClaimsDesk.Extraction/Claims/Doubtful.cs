using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>
/// What is too doubtful to be a claim by itself. Inside another claim the bar is lower: there the model is shy, having learnt little
/// of nesting. A cue without a word that reports, thinks or shows ("will now focus on", "made headlines for") needs a surer model.
/// Below the bars fewer than four in ten were right on the development part of the attribution corpus.
/// </summary>
internal static class Doubtful
{
    private const double SureWithReportingWord = 0.29;
    private const double SureWithoutOne = 0.56;

    // A content reaches no farther than this many sentences from its cue.
    private const int Reach = 12;

    /// <summary>The drafts without the doubtful ones that neither stand in another nor, having a reporting word, hold one.</summary>
    public static IReadOnlyList<Draft> Without(ArticleReading reading, IReadOnlyList<Draft> drafts)
    {
        var doubtful = drafts.Where(d => IsDoubtful(reading, d)).ToHashSet();
        var bySentence = drafts.Where(d => !doubtful.Contains(d)).ToLookup(d => d.Sentence);
        bool IsNested(Draft draft) => Enumerable.Range(draft.Sentence - Reach, (2 * Reach) + 1).SelectMany(s => bySentence[s])
            .Any(other => Nest.IsInside(draft, other) || (draft.Reporting is not null && Nest.IsInside(other, draft)));
        return [.. drafts.Where(d => !doubtful.Contains(d) || IsNested(d))];
    }

    private static bool IsDoubtful(ArticleReading reading, Draft draft) => draft.FoundBy switch
    {
        // Grammar and the model agree.
        "encoder" or "attribution-noun" when draft.IsShy => false,
        "reporting-verb" when draft is { IsShy: true, Frame: "clause" or "question" } => IsSupposed(reading, draft) && !reading.English.Is("talking", reading.Text[draft.Source.FirstOrDefault(draft.Content[0])]),
        // "was criticised by farmers": grammar names who did it.
        "encoder" when draft is { Reporting: not null, CueWord: { Tag: "VERB" } verb } && Rules.Clause.Agent(reading.Sentences[draft.Sentence], verb) is not null => false,
        "encoder" => draft.Confidence < (HasReportingWord(reading, draft) ? SureWithReportingWord : SureWithoutOne),
        "reporting-verb" => draft.Source is [var source] && (!CanSpeak(reading, source, draft.Frame is "clause" or "question") || (draft.Frame is not ("clause" or "question") && IsSupposed(reading, draft))),
        _ => false,
    };

    private static bool HasReportingWord(ArticleReading reading, Draft draft)
    {
        var sentence = reading.Sentences[draft.Sentence];
        return draft.Cue.Count == 0 || draft.Frame == Rules.QuotativeLike.Frame || TellsAClause(reading, sentence, draft) || draft.Cue.SelectMany(sentence.WordsIn).Any(w =>
            CueWords.ReportingOf(reading, sentence, w) is not null || reading.English.Reporting.EvidenceAdverbs.Contains(w.Text) || w.Text is ":" || w.Text.Equals("according", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"She decided that it would not work": somebody, a verb, and right behind it a clause with a subject of its own.</summary>
    private static bool TellsAClause(ArticleReading reading, Sentence sentence, Draft draft) =>
        draft is { CueWord: { Tag: "VERB" } cue, Source: [var source], Content: [var content] } && CanSpeak(reading, source, isClause: false) && !Rules.Clause.IsPassive(sentence, cue)
        && sentence.ChildrenOf(cue).Any(c => c.Relation == "ccomp" && content.Contains(c.Span)
            && sentence.SubtreeOf(c)[0] is var first && first.Index == cue.Index + 1 && !reading.English.Is("wh-word", first.Text)
            && sentence.ChildrenOf(c).Any(s => s.Relation is "nsubj" or "expl" && s.Index < c.Index) && ShowsTense(sentence, c));

    /// <summary>"watched the price fall": no tense, and what was seen is nobody's claim.</summary>
    private static bool ShowsTense(Sentence sentence, Word clause) =>
        sentence.ChildrenOf(clause).Any(c => c.Relation is "aux" or "cop" && !c.Text.Equals("be", StringComparison.OrdinalIgnoreCase)) || (clause.Tag == "VERB" && (clause.Text.EndsWith('s') || clause.Text.EndsWith("ed", StringComparison.Ordinal)));

    /// <summary>"could call on", "should have said": found by grammar alone, and nobody said it yet.</summary>
    private static bool IsSupposed(ArticleReading reading, Draft draft) =>
        draft.CueWord is { } verb && reading.Sentences[draft.Sentence].ChildrenOf(verb).Any(c => c.Relation == "aux" && reading.English.Is("supposing", c.Text));

    /// <summary>
    /// "A yellow digger pushed …", "the storms order …", "the debate proved that …": found by grammar alone, where nobody speaks. What
    /// is written can say something by a clause.
    /// </summary>
    private static bool CanSpeak(ArticleReading reading, TextSpan source, bool isClause)
    {
        var number = reading.SentenceAt(source.Start);
        if (number < 0 || reading.Sentences[number].HeadWordOf(source) is not { } head) return false;
        if (head.Tag == "PRON") return !reading.English.Is("thing-pronoun", head.Text);
        if (reading.English.Speakers.Find(head.Text) is { } speaker) return speaker.Class is not SpeakerClass.Document || isClause;
        return Speakers.IsLikelyPerson(head.Text) || reading.Cast.In(source).Any(m => m.Span.Contains(head.Span) && m.Who.Kind is not ActorKind.Place);
    }
}
