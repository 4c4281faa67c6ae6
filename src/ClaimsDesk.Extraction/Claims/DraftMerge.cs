using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Brings together what the model and the rules found, so that one cue makes one claim.</summary>
internal static class DraftMerge
{
    private const double SameContent = 0.85;

    /// <summary>The drafts of the article, each cue once.</summary>
    public static IReadOnlyList<Draft> Merge(ArticleReading reading, IEnumerable<Draft> fromModel, IEnumerable<Draft> fromRules)
    {
        var bySentence = fromModel.Where(d => !NotCues.IsNone(reading, d)).GroupBy(d => d.Sentence).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var rule in fromRules)
        {
            if (!bySentence.TryGetValue(rule.Sentence, out var drafts)) bySentence[rule.Sentence] = drafts = [];
            var same = drafts.FindIndex(d => SameCue(d, rule));
            if (same < 0) drafts.Add(rule);
            else drafts[same] = Of(reading, drafts[same], rule, drafts);
        }
        IReadOnlyList<Draft> merged = bySentence.Values.SelectMany(drafts => WithoutDoubles(reading, drafts.FindAll(d => !d.IsShy || ShyReading.IsBorneOut(reading, d)))).Where(d => !NotCues.IsEverybody(reading, d)).ToList();
        OthersQuotations.TakeOut(reading, merged);
        ContentEnds.Mend(reading, merged);
        merged = Doubtful.Without(reading, merged);
        return [.. merged, .. ContinuedQuotation.Find(reading, merged)];
    }

    private static bool SameCue(Draft one, Draft other) =>
        one.CueWord is not null && one.CueWord == other.CueWord || one.Cue.Any(a => other.Cue.Any(a.Overlaps));

    /// <summary>Two readings of one cue: the rules know better where the content of their frame stands, the model knows better what it does not.</summary>
    private static Draft Of(ArticleReading reading, Draft first, Draft rule, IReadOnlyList<Draft> others)
    {
        if (rule.Frame is "adverb" or "thing" or "turn" || (rule.Act is not null && first.Act is null)) return rule;
        // Of two rules the first in order has it.
        if (first.Frame is not null) return first;
        if (first.IsShy) return ShyReading.Join(first, rule);
        var content = rule.Frame switch
        {
            "sentence" => WithQuotationsBefore(reading, rule, first),
            "clause" when IsQuoted(reading, first.Content[0]) => IsQuotedBehind(reading, rule) && first.ContentHull.End <= rule.CueHull.Start && (!EndsInComma(reading, first) || IsAnothers(first, others)) ? rule.Content : first.Content,
            null or "object" or "quote" => first.Content,
            "accuse" or "blame" or "against" or "from" or "witness" => rule.Content,
            _ => LongerOf(first.Content, ClaimsBeside.Without(reading, rule.Content, first, others), rule.Frame != "clause" || HasHearer(reading, rule) || BeginsAfterThat(reading, rule, first)),
        };
        var keepsSource = first.Source.Count > 0 && !first.Source.Any(s => content.Any(s.Overlaps)) && rule.Frame != "sentence" && !IsFar(first);
        return new Draft
        {
            Content = content,
            Cue = rule.Frame is "to" or "sentence" or "doing" ? rule.Cue : first.Cue,
            Source = (keepsSource && !IsPartOf(first.Source, rule.Source)) || rule.Source.Count == 0 ? first.Source : rule.Source,
            Sentence = first.Sentence,
            CueWord = rule.CueWord ?? first.CueWord,
            Reporting = rule.Reporting ?? first.Reporting,
            Frame = rule.Frame ?? "",
            FoundBy = first.FoundBy,
            Confidence = Math.Max(first.Confidence, rule.Confidence),
            Act = rule.Act ?? first.Act,
            IsNegated = rule.IsNegated || first.IsNegated,
        };
    }

    private static bool IsQuoted(ArticleReading reading, TextSpan span) => reading.QuotationsIn(span).Any(q => q.Start <= span.Start + 1 && q.End >= span.Start + 20);

    /// <summary>"I say, ‘Hello’": the quotation right behind the verb.</summary>
    private static bool IsQuotedBehind(ArticleReading reading, Draft rule) =>
        rule.Content[0].Start - rule.CueHull.End is > 0 and < 4 && reading.QuotationsIn(rule.Content[0]).Any(q => q.Start == rule.Content[0].Start);

    /// <summary>“A,” she said, “B”: what ends in a comma goes with the cue behind it.</summary>
    private static bool EndsInComma(ArticleReading reading, Draft draft) => reading.Text[draft.Content[^1]].TrimEnd('”', '"', '’', '\'').EndsWith(',');

    /// <summary>They say “A,” and I say “B”: A has its own cue.</summary>
    private static bool IsAnothers(Draft draft, IReadOnlyList<Draft> others) => others.Any(d => d != draft && !d.IsShy && d.Content[0] == draft.Content[0]);

    /// <summary>“One sentence. Another,” she said: the quotation begins a sentence before.</summary>
    private static IReadOnlyList<TextSpan> WithQuotationBefore(ArticleReading reading, Draft rule)
    {
        var first = rule.Content[0];
        var opening = reading.QuotationsIn(first).FirstOrDefault(q => q.Start < reading.Sentences[rule.Sentence].Span.Start);
        return opening.Length == 0 ? rule.Content : [first with { Start = opening.Start }, .. rule.Content.Skip(1)];
    }

    /// <summary>And others, which the model saw.</summary>
    private static IReadOnlyList<TextSpan> WithQuotationsBefore(ArticleReading reading, Draft rule, Draft model)
    {
        var told = WithQuotationBefore(reading, rule);
        return [.. told.Concat(model.Content.Where(c => !told.Any(c.Overlaps) && !c.Overlaps(reading.Sentences[rule.Sentence].Span) && IsQuoted(reading, c))).Order()];
    }

    /// <summary>The model marked a piece of the phrase that tells.</summary>
    private static bool IsPartOf(IReadOnlyList<TextSpan> piece, IReadOnlyList<TextSpan> whole) => piece is [var p] && whole is [var w] && w.Contains(p) && w.Length < p.Length + 40;

    /// <summary>"said in a statement carried by the agency that …": "that" between the two beginnings says which is right.</summary>
    private static bool BeginsAfterThat(ArticleReading reading, Draft rule, Draft model)
    {
        var (start, early) = (rule.Content[0].Start, model.Content[0].Start);
        return start > early && start - early < 60 && early >= rule.CueHull.End && reading.Text.Value.AsSpan(early, start - early).TrimEnd().EndsWith(" that", StringComparison.Ordinal);
    }

    private static bool HasHearer(ArticleReading reading, Draft rule) => rule.Reporting is { } verb && reading.English.Is("hearer", verb.Lemma);

    private static bool IsFar(Draft draft) =>
        draft.Source[0].Start - draft.CueHull.End > 20;

    /// <summary>Both begin with the same clause: it begins after whom it was told, and ends where the longer ends.</summary>
    internal static IReadOnlyList<TextSpan> LongerOf(IReadOnlyList<TextSpan> model, IReadOnlyList<TextSpan> rule, bool rulesStart)
    {
        if (model.Count != 1 || rule.Count != 1 || !model[0].Overlaps(rule[0])) return rulesStart && model.Count == 1 ? rule : model;
        var start = rulesStart ? rule[0].Start : Math.Min(rule[0].Start, model[0].Start);
        return [new TextSpan(start, Math.Max(model[0].End, rule[0].End))];
    }

    /// <summary>"expressed concern that …": one claim, though both words are cues.</summary>
    private static List<Draft> WithoutDoubles(ArticleReading reading, List<Draft> drafts)
    {
        var kept = new List<Draft>();
        foreach (var draft in drafts.OrderBy(d => d.CueHull.Start))
        {
            var same = kept.FindIndex(k => IsDouble(reading, k, draft));
            if (same < 0) kept.Add(draft);
            // One word is one cue, however often it was read.
            else if (draft.CueWord is not null && kept[same].CueWord == draft.CueWord) kept[same] = kept[same].Confidence >= draft.Confidence ? kept[same] : draft;
            else kept[same] = Joined(kept[same], draft);
        }
        return kept;
    }

    /// <summary>
    /// "expressed concern that …" is one claim, and so is "repeated the threat of …". A report that is denied, feared or
    /// welcomed is a claim of its own inside.
    /// </summary>
    private static bool IsDouble(ArticleReading reading, Draft one, Draft other) =>
        one.CueWord is not null && one.CueWord == other.CueWord || Overlap(one, other) >= SameContent && !SpeaksInside(reading, one, other) && !IsReport(one, other) && !IsReport(other, one) && (one.Source.Count == 0 || other.Source.Count == 0 || one.Source.Any(s => other.Source.Any(s.Overlaps)))
        && (one.CueHull.Overlaps(other.ContentHull) || other.CueHull.Overlaps(one.ContentHull) || one.CueHull.Start - other.CueHull.End is > -40 and < 40);

    /// <summary>"said she believes …": a second verb with its own subject speaks inside the first.</summary>
    private static bool SpeaksInside(ArticleReading reading, Draft one, Draft other)
    {
        var (outer, inner) = one.CueHull.Start <= other.CueHull.Start ? (one, other) : (other, one);
        return outer.CueWord is { Tag: "VERB" } verb && inner.CueWord is { Tag: "VERB", Relation: "ccomp" } below && below.Head == verb.Index
            && reading.Sentences[inner.Sentence].ChildrenOf(below).Any(c => c.Relation == "nsubj" && c.Span.Start > verb.Span.Start);
    }

    private static Draft Joined(Draft outer, Draft inner)
    {
        // "reiterated the threat of X": the threat is part of what is reiterated.
        if (inner.Reporting is not null && inner.CueWord?.Tag == "NOUN" && outer.Holds(inner.CueHull) && outer.Reporting?.Takes("object") != true && outer.Reporting is not null) return outer;
        var holdsCue = inner.Cue.Count > 0 && inner.Cue.All(outer.Holds);
        var main = holdsCue ? inner : outer;
        return new Draft
        {
            Content = main.Content,
            Cue = [.. outer.Cue.Concat(inner.Cue.Where(cue => !outer.Cue.Any(cue.Overlaps))).Order()],
            Source = outer.Source.Count > 0 ? outer.Source : inner.Source,
            Sentence = outer.Sentence,
            CueWord = main.CueWord,
            Reporting = main.Reporting ?? outer.Reporting,
            Frame = main.Frame,
            FoundBy = outer.FoundBy,
            Confidence = Math.Max(outer.Confidence, inner.Confidence),
            Act = outer.Act ?? inner.Act,
            IsNegated = outer.IsNegated || inner.IsNegated,
        };
    }

    private static bool IsReport(Draft inner, Draft outer) =>
        inner.Reporting?.Lemma is "report" or "rumour" or "rumor" or "allegation" or "claim" && inner.CueWord?.Tag == "NOUN" && outer.Holds(inner.CueHull);

    /// <summary>Shared characters as a part of the longer content.</summary>
    private static double Overlap(Draft one, Draft other)
    {
        var shared = one.Content.Sum(a => other.Content.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        return (double)shared / Math.Max(Length(one.Content), Length(other.Content));
    }

    private static int Length(IReadOnlyList<TextSpan> spans) => spans.Sum(s => s.Length);
}
