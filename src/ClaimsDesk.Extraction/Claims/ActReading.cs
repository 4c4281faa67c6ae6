namespace ClaimsDesk.Extraction.Claims;

/// <summary>What a source does by saying something: the cue says it, and the content corrects it ("said that X must …" is a demand).</summary>
internal static class ActReading
{
    /// <summary>The act of a resolved draft.</summary>
    public static ClaimAct Of(ArticleReading reading, Draft draft)
    {
        if (draft.Act is { } known) return known;
        if (KeepsSilent(reading, draft)) return ClaimAct.NoComment;
        var act = draft.Reporting?.Act ?? ClaimAct.Assertion;
        if (act is ClaimAct.Denial or ClaimAct.Threat or ClaimAct.NoComment) return act;
        if (Predication.Of(reading, draft.Content) is not { } predication) return act;
        if (act == ClaimAct.Demand) return AsksAQuestion(reading, draft) ? ClaimAct.Question : act;
        if (act == ClaimAct.Question) return act;
        if (predication.HasAuxiliary("must", "should") || (draft.Reporting?.Lemma is "warn" or "caution" && IsInfinitive(predication))) return ClaimAct.Demand;
        if (predication.Words.Count > 1 && IsOught(predication)) return ClaimAct.Demand;
        var future = predication.HasAuxiliary("will", "'ll", "’ll", "shall", "would", "wo");
        if (act == ClaimAct.Prediction) return future && ThreatensHarm(reading, draft, predication) ? ClaimAct.Threat : act;
        if (act == ClaimAct.Assessment) return act;
        if (future) return IsTheSource(reading, draft, predication) ? ClaimAct.Threat : predication.IsNegative ? act : ClaimAct.Prediction;
        return ForeseesIt(predication) ? ClaimAct.Prediction : act;
    }

    /// <summary>"would not say whether …", "has not confirmed how …": what is asked is withheld.</summary>
    private static bool KeepsSilent(ArticleReading reading, Draft draft) =>
        draft is { CueWord: { Tag: "VERB" } verb } && reading.English.Is("telling-what", verb.Text)
        && reading.Sentences[draft.Sentence].ChildrenOf(verb).Any(c => reading.English.Is("negation", c.Text))
        && StartsWith(reading.Text[draft.Content[0]], "whether ", "if ", "what ", "who ", "how ", "when ", "where ", "why ", "which ");

    private static bool AsksAQuestion(ArticleReading reading, Draft draft)
    {
        if (draft.Reporting?.Lemma != "ask") return false;
        var content = reading.Text[draft.ContentHull];
        return draft.Frame is "question" || content.Contains('?') || StartsWith(content, "if ", "whether ", "what ", "why ", "how ", "who ", "when ", "where ");
    }

    private static bool StartsWith(string content, params string[] words) => words.Any(w => content.StartsWith(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>"warned them not to": advice.</summary>
    private static bool IsInfinitive(Predication predication) => predication.Words is [var first, ..] && (first.Text == "to" || first.Text == "not") && predication.Main.Tag == "VERB" && predication.Words.Take(3).Any(w => w.Text == "to");

    private static bool IsOught(Predication predication) =>
        predication.Main.Text.Equals("ought", StringComparison.OrdinalIgnoreCase) || (predication.Main.Text is "urgent" or "imperative");

    /// <summary>"It will respond", said by it: a promise or a threat.</summary>
    private static bool IsTheSource(ArticleReading reading, Draft draft, Predication predication)
    {
        if (predication.Subject is not { } subject || predication.HasAuxiliary("would") && !Pronouns.IsPronoun(subject)) return false;
        if (subject.Text.ToUpperInvariant() is "I" or "WE") return true;
        if (draft.Teller.Who is not { } teller) return false;
        if (Pronouns.IsPronoun(subject))
        {
            var isRightBehind = draft.CueHull.End <= subject.Span.Start && subject.Span.Start - draft.CueHull.End < 40;
            return (isRightBehind && subject.Text.ToUpperInvariant() is "IT" or "HE" or "SHE" or "THEY") || new Pronouns(reading).Who(subject, draft.Sentence) == teller;
        }
        return reading.Cast.In(subject.Span).Any(m => m.Who == teller) && teller.Kind != ActorKind.Person;
    }

    private static bool ThreatensHarm(ArticleReading reading, Draft draft, Predication predication) =>
        draft.Teller.Who?.Kind is ActorKind.State or ActorKind.ArmedGroup && reading.English.Is("violence", predication.Main.Text);

    private static bool ForeseesIt(Predication predication) =>
        predication.HasAuxiliary("may", "might") || predication.Main.Text.Equals("inevitable", StringComparison.OrdinalIgnoreCase)
        || predication.Words.Take(12).Any(w => w.Text.Equals("possibility", StringComparison.OrdinalIgnoreCase));
}
