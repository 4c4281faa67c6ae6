using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>
/// A verb that reports with its content where the lists say it stands: "said that …", "urged X to …", "warned of …",
/// "accused A of B", "described A as B". Finds above all what stands inside other claims, where the model sees little.
/// </summary>
internal sealed class ReportingVerb : IDraftRule
{
    /// <inheritdoc/>
    public string Name => "reporting-verb";

    /// <inheritdoc/>
    public string Why => "A reporting verb of the word list has a subject that tells and a clause or object that is told.";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var read = reading.Sentences[sentence];
        foreach (var verb in read.Words)
        {
            if (verb.Tag is not ("VERB" or "NOUN") || CueWords.ReportingOf(reading, read, verb with { Tag = "VERB" }) is not { } reporting) continue;
            if (verb.Tag == "NOUN" && !(reading.IsSummary(sentence) && verb.Relation == "root")) continue;
            if (Draft(reading, sentence, verb, reporting) is { } draft) yield return draft;
        }
    }

    private Draft? Draft(ArticleReading reading, int number, Word verb, ReportingWord reporting)
    {
        var sentence = reading.Sentences[number];
        if (Content(reading.English, sentence, verb, reporting) is not { } found) return null;
        var subject = Clause.Subject(sentence, verb);
        // "It is worth noting that …", "to say that …": nobody tells.
        if (found.Frame == "witness" && (subject is null || reading.English.Speakers.ClassOf(subject.Text) != SpeakerClass.PressPeople)) return null;
        var before = subject is null && verb.Relation is "ccomp" or "root" or "conj" && !Clause.IsPassive(sentence, verb) ? Clause.PhraseBefore(sentence, verb) : null;
        if (subject is null && before is null && !(IsSaidOfMany(sentence, verb, reporting) && found.Frame is "clause")) return null;
        if (subject is not null && reading.English.Is("nobody", subject.Text)) return null;
        if (subject is { Text: "there" or "There" } || (subject is not null && subject.Text.Equals("it", StringComparison.OrdinalIgnoreCase) && subject.Relation == "expl")) return null;
        var source = before is { } phrase ? [phrase] : subject is null ? [] : new List<TextSpan> { Clause.SourceSpan(sentence, subject, verb) };
        var cue = Cue(sentence, verb, reporting, found);
        var told = source is [var talker] && reading.English.Is("talking", reading.Text[talker]) ? FromBehindThought(sentence, verb, reporting, found) : found.Span;
        var content = ContentShape.Clean(reading, [told], [cue], source, reporting);
        if (content.Count == 0) return null;
        return new Draft
        {
            Content = content,
            Cue = [cue],
            Source = source,
            Sentence = number,
            CueWord = verb,
            Reporting = reporting,
            Frame = found.Frame,
            IsNegated = found.Frame is "against",
            FoundBy = Name,
            Confidence = 0.45,
        };
    }

    /// <summary>"I think maybe next spring, or in the summer, I will sail": what stands between the thinking and the clause is thought too.</summary>
    private static TextSpan FromBehindThought(Sentence sentence, Word verb, ReportingWord reporting, Found found)
    {
        if (found.Frame != "clause" || reporting is not { Act: ClaimAct.Assessment } || reporting.Lemma.Contains(' ') || found.Span.Start - verb.Span.End is < 2 or > LongestBeginning) return found.Span;
        var between = sentence.WordsIn(new TextSpan(verb.Span.End, found.Span.Start)).ToList();
        return between is [{ Text: "," }, ..] || between.Exists(w => w.Text == "that" || w.Relation is "obj" or "iobj") ? found.Span : found.Span with { Start = between.Count > 0 ? between[0].Span.Start : found.Span.Start };
    }

    private const int LongestBeginning = 50;

    /// <summary>"It was reported that …": nobody in particular.</summary>
    private static bool IsSaidOfMany(Sentence sentence, Word verb, ReportingWord reporting) =>
        reporting.Lemma is "report" or "say" or "allege" or "claim" or "believe" or "rumour" or "rumor" && Clause.IsPassive(sentence, verb);

    private readonly record struct Found(TextSpan Span, string Frame, Word Top);

    private static Found? Content(English english, Sentence sentence, Word verb, ReportingWord reporting)
    {
        var children = sentence.ChildrenOf(verb);
        if (reporting.Takes("accuse") || reporting.Takes("blame"))
        {
            var governed = reporting.Takes("accuse") ? "of" : "for";
            var whom = children.FirstOrDefault(c => c.Relation == "obj" && c.Index > verb.Index);
            var what = children.FirstOrDefault(c => c.Relation is "obl" or "advcl" or "nmod" && c.Index > verb.Index && Clause.Preposition(sentence, c) == governed)
                ?? (whom is null ? null : sentence.ChildrenOf(whom).FirstOrDefault(c => c.Relation is "nmod" or "acl" && Clause.Preposition(sentence, c) == governed));
            if (whom is null || what is null) return null;
            return new Found(new TextSpan(Clause.Whole(sentence, whom, verb).Start, Clause.Whole(sentence, what, verb).End), "accuse", whom);
        }
        if (reporting.Takes("as") && children.FirstOrDefault(c => c.Relation == "obj" && c.Index > verb.Index) is { } thing)
        {
            var judged = children.FirstOrDefault(c => c.Relation is "obl" or "advcl" or "xcomp" && c.Index > thing.Index && Clause.Preposition(sentence, c) == "as")
                ?? sentence.ChildrenOf(thing).FirstOrDefault(c => c.Relation is "nmod" or "acl" && Clause.Preposition(sentence, c) == "as");
            if (judged is not null) return new Found(new TextSpan(Clause.Whole(sentence, thing, verb).Start, Clause.Whole(sentence, judged, verb).End), "as", thing);
        }
        foreach (var child in children.Where(c => c.Index > verb.Index))
        {
            var preposition = Clause.Preposition(sentence, child);
            if (child.Relation is "ccomp" or "advcl" && preposition is "whether" or "if" && (reporting.Takes("question") || reporting.Takes("whether")))
                return new Found(Clause.Whole(sentence, child, verb, withMark: true), "question", child);
            if (child.Relation == "ccomp" && reporting.Takes("clause") && IsFinite(sentence, child) && !english.Is("circumstance", preposition)) return new Found(AfterHearer(sentence, child, verb, reporting), "clause", child);
            if (child.Relation == "ccomp" && reporting.Takes("question") && (!reporting.Takes("clause") || AsksWh(english, sentence, child))) return new Found(Clause.Whole(sentence, child, verb, withMark: true), "question", child);
            // "feels like the council ignores it": the tree may take "like" for a preposition.
            if (preposition == "like" && reporting.Lemma.EndsWith(" like", StringComparison.Ordinal) && IsFinite(sentence, child) && !children.Any(c => c.Relation is "nsubj" or "expl" && c.Text.Equals("it", StringComparison.OrdinalIgnoreCase))) return new Found(Clause.Whole(sentence, child, verb), "clause", child);
            if (child.Relation is "xcomp" or "advcl" or "ccomp" && reporting.Takes("to") && Clause.StartsWithTo(sentence, child)) return new Found(FromTo(sentence, child, verb), "to", child);
            if (child.Relation is "xcomp" or "ccomp" && preposition == "" && reporting.Takes("doing") && IsGerund(sentence, child)) return new Found(Clause.Whole(sentence, child, verb), "doing", child);
            if (preposition == "from" && reporting.Takes("from") && children.FirstOrDefault(c => c.Relation == "obj" && c.Index > verb.Index && c.Index < child.Index) is { } whom)
                return new Found(new TextSpan(Clause.Whole(sentence, whom, verb).Start, Clause.Whole(sentence, child, verb).End), "from", whom);
            if (child.Relation is "obl" or "advcl" or "nmod" or "obj" or "ccomp" && preposition is not ("" or "to" or "as") && reporting.Takes(preposition))
                return new Found(Clause.Whole(sentence, child, verb), preposition, child);
        }
        if (reporting.Takes("to") && children.FirstOrDefault(c => c.Relation == "obj" && c.Index > verb.Index) is { } told
            && sentence.ChildrenOf(told).FirstOrDefault(c => c.Relation == "acl" && Clause.StartsWithTo(sentence, c)) is { } order)
            return new Found(Clause.Whole(sentence, order, verb, withMark: true), "to", order);
        if (reporting.Takes("object") && children.FirstOrDefault(c => c.Relation == "obj" && c.Index > verb.Index && c.Tag is "NOUN" or "PROPN") is { } topic)
        {
            // "asked for", "pressed for": what is asked hangs on the noun after it.
            return new Found(Clause.Whole(sentence, topic, verb), "object", topic);
        }
        if (reporting.Takes("witness") && children.FirstOrDefault(c => c.Relation == "obj" && c.Index > verb.Index) is { } seen)
            return new Found(Clause.Whole(sentence, seen, verb) with { End = sentence.Span.End }, "witness", seen);
        if (reporting.Takes("clause") && NextClause(sentence, verb) is { } next) return new Found(Clause.Whole(sentence, next, verb), "clause", next);
        if (children.FirstOrDefault(c => c.Relation == "obj" && c.Index > verb.Index) is { } whomever)
        {
            foreach (var frame in reporting.Frames.Where(f => f is "for" or "against" or "from" or "of" or "about"))
            {
                if (sentence.ChildrenOf(whomever).FirstOrDefault(c => c.Relation is "nmod" or "acl" && Clause.Preposition(sentence, c) == frame) is { } wanted && reporting.Act == ClaimAct.Demand)
                    return new Found(frame == "from" ? new TextSpan(Clause.Whole(sentence, whomever, verb).Start, Clause.Whole(sentence, wanted, verb).End) : Clause.Whole(sentence, wanted, verb), frame, wanted);
            }
        }
        return null;
    }

    /// <summary>"asks Greece to avoid …": from "to" on, even where the tree makes whom it asks the subject below.</summary>
    private static TextSpan FromTo(Sentence sentence, Word clause, Word verb)
    {
        var to = sentence.ChildrenOf(clause).First(c => c.Relation == "mark" && c.Text.Equals("to", StringComparison.OrdinalIgnoreCase));
        var not = to.Index > 0 && sentence.Words[to.Index - 1].Text.Equals("not", StringComparison.OrdinalIgnoreCase) ? sentence.Words[to.Index - 1] : to;
        return Clause.Whole(sentence, clause, verb, withMark: true) with { Start = not.Span.Start };
    }

    /// <summary>"told officials it will …": of two subjects in a row the first is who hears it.</summary>
    private static TextSpan AfterHearer(Sentence sentence, Word clause, Word verb, ReportingWord reporting)
    {
        var whole = Clause.Whole(sentence, clause, verb);
        var subjects = sentence.ChildrenOf(clause).Where(c => c.Relation == "nsubj" && c.Index < clause.Index).ToList();
        if (subjects.Count < 2 || reporting.Lemma is not ("tell" or "inform" or "assure" or "reassure" or "remind" or "notify" or "warn" or "convince" or "promise")) return whole;
        return whole with { Start = sentence.SubtreeOf(subjects[1])[0].Span.Start };
    }

    /// <summary>"sources indicating X intends …": the clause right behind it, which the tree hung on a verb above.</summary>
    private static Word? NextClause(Sentence sentence, Word verb)
    {
        if (verb.Relation != "acl" || !verb.Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase)) return null;
        var above = sentence.AncestorsOf(verb).Take(3).Select(a => a.Index).ToHashSet();
        return sentence.Words.Skip(verb.Index + 1).Take(12).FirstOrDefault(c => c.Relation == "ccomp" && above.Contains(c.Head)
            && sentence.SubtreeOf(c)[0].Index - verb.Index <= 2);
    }

    private static TextSpan Cue(Sentence sentence, Word verb, ReportingWord reporting, Found found)
    {
        var group = Clause.VerbGroup(sentence, verb);
        if (reporting.Lemma.Contains(' ') && verb.Index + 1 < sentence.Words.Count) return new TextSpan(group.Start, sentence.Words[verb.Index + 1].Span.End);
        if (found.Frame is "for" or "of" or "about" or "against" or "on" && verb.Index + 1 < sentence.Words.Count && sentence.Words[verb.Index + 1].Text.Equals(found.Frame, StringComparison.OrdinalIgnoreCase))
            return new TextSpan(group.Start, sentence.Words[verb.Index + 1].Span.End);
        return group;
    }

    /// <summary>"knows what to do", "explained how they did it".</summary>
    private static bool AsksWh(English english, Sentence sentence, Word clause) =>
        sentence.SubtreeOf(clause).Take(3).Any(w => english.Is("wh-word", w.Text) || english.Is("wh-adverb", w.Text));

    /// <summary>"recalled seeing", "denied having taken".</summary>
    private static bool IsGerund(Sentence sentence, Word clause) =>
        sentence.ChildrenOf(clause).Where(c => c.Relation == "aux").Append(clause).First() is { } first && first.Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && !sentence.ChildrenOf(clause).Any(c => c.Relation == "nsubj");

    private static bool IsFinite(Sentence sentence, Word clause) =>
        sentence.ChildrenOf(clause).Any(c => c.Relation is "nsubj" or "csubj" or "expl") && !Clause.StartsWithTo(sentence, clause);

}
