using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>"Portuguese concerns about …", "the leader's threat to …", "reports of …", "his claim that …": a noun that stands for saying or thinking.</summary>
internal sealed class AttributionNoun : IDraftRule
{
    /// <inheritdoc/>
    public string Name => "attribution-noun";

    /// <inheritdoc/>
    public string Why => "A noun that stands for saying or thinking (“the claim that …”, “concerns about …”) is followed by what is said.";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var read = reading.Sentences[sentence];
        foreach (var noun in read.Words.Where(w => w.Tag == "NOUN"))
        {
            if (reading.English.Reporting.Noun(noun.Text) is not { } reporting) continue;
            if ((Content(read, noun, reporting) ?? Behind(read, noun, reporting)) is not { } found) continue;
            var source = Source(reading, read, noun);
            // "reports of" need nobody; a claim, a threat and the like are somebody's.
            if (source is null && reporting.Lemma is not ("report" or "allegation" or "rumour" or "rumor" or "speculation")) continue;
            var cue = found.Preposition is null ? noun.Span : noun.Span.Union(found.Preposition.Value);
            var sources = source is { } s ? new List<TextSpan> { s } : [];
            var content = ContentShape.Clean(reading, [found.Span], [cue], sources, null);
            if (content.Count == 0) continue;
            yield return new Draft { Content = content, Cue = [cue], Source = sources, Sentence = sentence, CueWord = noun, Reporting = reporting, FoundBy = Name, Confidence = 0.4 };
        }
    }

    private readonly record struct Found(TextSpan Span, TextSpan? Preposition);

    private static Found? Content(Sentence sentence, Word noun, ReportingWord reporting)
    {
        foreach (var child in sentence.ChildrenOf(noun).Where(c => c.Index > noun.Index))
        {
            var mark = sentence.ChildrenOf(child).FirstOrDefault(c => c.Relation is "case" or "mark" && c.Index < child.Index);
            var word = mark?.Text.ToLowerInvariant() ?? "";
            if (!reporting.Takes(word)) continue;
            if (word == "that" && child.Relation is "acl" or "ccomp") return new Found(Clause.Whole(sentence, child, noun), null);
            if (word == "to" && child.Relation is "acl") return new Found(Clause.Whole(sentence, child, noun, withMark: true), null);
            if (word is not ("that" or "to") && child.Relation is "nmod" or "acl" && mark!.Index == noun.Index + 1) return new Found(Clause.Whole(sentence, child, noun), mark.Span);
        }
        return null;
    }

    /// <summary>"make the argument that the burns were old": the clause right behind the noun, which the tree hung on the verb.</summary>
    private static Found? Behind(Sentence sentence, Word noun, ReportingWord reporting)
    {
        if (!reporting.Takes("that") || noun.Relation != "obj" || sentence.HeadOf(noun) is not { } verb || noun.Index + 1 >= sentence.Words.Count) return null;
        if (sentence.Words[noun.Index + 1] is not { Text: "that", Relation: "mark" } that || sentence.HeadOf(that) is not { Relation: "ccomp" } clause || clause.Head != verb.Index && sentence.HeadOf(verb)?.Index != clause.Head) return null;
        return new Found(new TextSpan(that.Span.End, Clause.Whole(sentence, clause, verb).End), null);
    }

    /// <summary>Whose: a possessive, an adjective of a people, "by X", or the subject of "made the claim".</summary>
    private static TextSpan? Source(ArticleReading reading, Sentence sentence, Word noun)
    {
        foreach (var child in sentence.ChildrenOf(noun).Where(c => c.Index < noun.Index))
        {
            var isPossessive = child.Relation == "nmod" && (child.Tag == "PRON" || sentence.ChildrenOf(child).Any(c => c.Text is "'s" or "’s" or "'" or "’"));
            if (isPossessive) return child.Tag == "PRON" ? child.Span : Clause.SourceSpan(sentence, child, noun) is var span ? WithoutPossessive(reading, span) : null;
            if (child.Relation is "amod" or "compound" && reading.English.Gazetteer.Find(child.Text) is not null) return child.Span;
        }
        if (sentence.ChildrenOf(noun).FirstOrDefault(c => c.Index > noun.Index && c.Relation == "nmod" && Clause.Preposition(sentence, c) is "by" or "from" or "among") is { } by)
            return Clause.SourceSpan(sentence, by, noun);
        return noun.Relation == "obj" && sentence.HeadOf(noun) is { } verb && reading.English.Is("voicing", verb.Text) && Clause.Subject(sentence, verb) is { } voicing && !reading.English.Is("nobody", voicing.Text)
            ? Clause.SourceSpan(sentence, voicing, verb) : null;
    }

    private static TextSpan WithoutPossessive(ArticleReading reading, TextSpan span)
    {
        var printed = reading.Text[span];
        return printed.EndsWith("'s", StringComparison.Ordinal) || printed.EndsWith("’s", StringComparison.Ordinal) ? span with { End = span.End - 2 } : span;
    }
}
