using ClaimsDesk.Extraction.Claims.Rules;
using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>
/// What the model read below its own bars. It learnt from news that tells what people say, and is shy of what they think, feel and find
/// out: by itself such a reading is wrong two times in three, but not where grammar says the same.
/// </summary>
internal static class ShyReading
{
    /// <summary>Whether a rule found it too, or the cue has somebody for a subject and a clause for an object, or reports in a clause what somebody says.</summary>
    public static bool IsBorneOut(ArticleReading reading, Draft draft)
    {
        if (draft.Frame is not null) return true;
        if (draft.CueWord is not { } cue || draft.Cue.Count == 0) return false;
        var sentence = reading.Sentences[draft.Sentence];
        var hasObject = draft.Cue.SelectMany(sentence.WordsIn).Any(w => sentence.ChildrenOf(w).Any(c => c.Relation == "ccomp" && draft.Holds(c.Span) && (draft.Reporting is not null || !IsThing(reading, sentence, c))));
        // "Remember that …", "to say that …": nobody tells. "It was found that …": somebody unnamed does.
        if (draft.Source.Count == 0) return hasObject && Clause.IsPassive(sentence, cue);
        if (IsSupposed(reading, draft, cue)) return false;
        return hasObject || IsDoing(sentence, draft, cue) || IsReportOfThing(sentence, draft, cue) || (draft.Reporting is { } reporting && (reporting.Takes("clause") || reporting.Takes("quote") || reporting.Takes("question")) && HasClause(reading, draft));
    }

    /// <summary>One cue that a rule found and the model read shyly: the rule's, but for the ends of what is said; of thoughts the model knows little.</summary>
    public static Draft Join(Draft shy, Draft rule) => new()
    {
        Content = IsSaid(shy, rule) ? shy.Content : rule.Content,
        Cue = rule.Cue,
        Source = rule.Source,
        Sentence = rule.Sentence,
        CueWord = rule.CueWord,
        Reporting = rule.Reporting,
        Frame = rule.Frame ?? "",
        FoundBy = rule.FoundBy,
        Confidence = Math.Max(shy.Confidence, rule.Confidence),
        Act = rule.Act,
        IsNegated = rule.IsNegated,
        IsShy = true,
    };

    /// <summary>A clause after a verb that can quote, but for the question that begins what the model took: "tell whether".</summary>
    private static bool IsSaid(Draft shy, Draft rule) =>
        rule.Frame is "clause" or "question" && rule.Reporting?.Takes("quote") == true && !(rule.Frame == "question" && rule.Content[0].Start == shy.Content[0].Start && rule.ContentHull.End < shy.ContentHull.End);

    /// <summary>"they will say", "it could be announced": of others, nobody said it yet; "I would say" says it.</summary>
    private static bool IsSupposed(ArticleReading reading, Draft draft, Word cue) =>
        !reading.English.Is("talking", reading.Text[draft.Source[0]])
        && reading.Sentences[draft.Sentence].ChildrenOf(cue).Any(c => c.Relation == "aux" && reading.English.Is("not-yet", c.Text));

    /// <summary>"The paper reported ants a first among insects": a report that names a thing at length.</summary>
    private static bool IsReportOfThing(Sentence sentence, Draft draft, Word cue) =>
        cue.Tag == "VERB" && draft.Reporting is { } reporting && reporting.Takes("clause") && reporting.Takes("object") && !Clause.IsPassive(sentence, cue)
        && draft.Content is [var content] && content.Start - cue.Span.End is >= 0 and <= 1 && sentence.WordsIn(content).Skip(LongThing - 1).Any();

    /// <summary>"She remembers hearing shots": a verb that takes a gerund, and one right behind it.</summary>
    private static bool IsDoing(Sentence sentence, Draft draft, Word cue) =>
        draft.Reporting is { } reporting && reporting.Takes("doing") && sentence.WordsIn(draft.Content[0]).FirstOrDefault() is { Tag: "VERB" } first
        && first.Index == cue.Index + 1 && first.Text.EndsWith("ing", StringComparison.Ordinal);

    private const int LongThing = 5;

    /// <summary>"fixed what was broken": a thing, by a clause.</summary>
    private static bool IsThing(ArticleReading reading, Sentence sentence, Word clause) => reading.English.Is("wh-word", sentence.SubtreeOf(clause)[0].Text);

    private static bool HasClause(ArticleReading reading, Draft draft)
    {
        var number = reading.SentenceAt(draft.Content[0].Start);
        if (number < 0 || (number != draft.Sentence && !reading.QuotationsIn(draft.Content[0]).Any())) return false;
        var sentence = reading.Sentences[number];
        if (number == draft.Sentence && draft.CueWord is { } cue && IsRelative(sentence, cue, draft.Content[0])) return true;
        return sentence.WordsIn(draft.Content[0]).Any(w => w.Relation is "nsubj" or "csubj" or "expl" && sentence.HeadOf(w) is { } verb && draft.Holds(verb.Span) && !(sentence.HeadOf(verb) is { } above && draft.Holds(above.Span)));
    }

    /// <summary>"the plan that they believe will fail": the clause told lacks the subject that stands before it.</summary>
    private static bool IsRelative(Sentence sentence, Word cue, TextSpan content) =>
        cue.Relation == "acl" && sentence.ChildrenOf(cue).Any(c => c.Relation == "nsubj" && c.Index < cue.Index) && content.Start >= cue.Span.End
        && sentence.WordsIn(content).FirstOrDefault(w => w.Tag is not "ADV") is { Tag: "AUX" } first && first.Index - cue.Index <= 2;
}
