using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Mends ends: a content does not stop at "as" or "the", and background told after it by the author stays out.</summary>
internal static class ContentEnds
{
    private static readonly HashSet<string> Background = new(StringComparer.OrdinalIgnoreCase) { "which", "who", "where", "whose", "whom" };
    private static readonly HashSet<string> Reasons = new(StringComparer.OrdinalIgnoreCase) { "since", "as", "because", "given" };

    /// <summary>Mends the drafts whose content stands behind their cue.</summary>
    public static void Mend(ArticleReading reading, IReadOnlyList<Draft> drafts)
    {
        var bySentence = drafts.ToLookup(d => d.Sentence);
        foreach (var draft in drafts)
        {
            if (draft.Cue.Count == 0 || draft.CueHull.Start > draft.ContentHull.Start) continue;
            var last = draft.Content[^1];
            var end = EndsInMidPhrase(reading, last) ? CompletedEnd(reading, draft, bySentence) : WithItsClause(reading, last);
            end = WithItsSeries(reading, draft, bySentence, last with { End = end });
            if (draft.Frame is "clause" or "to") end = WithoutBackground(reading, last with { End = end });
            end = BeforeWhile(reading, last with { End = end });
            if (IsThought(reading, draft)) end = BeforeAnotherThought(reading, draft, bySentence, BeforeNextThought(reading, last with { End = end }));
            if (end == last.End || end <= last.Start) continue;
            var mended = ContentShape.Clean(reading, [.. draft.Content.SkipLast(1), last with { End = end }], [], [], null);
            if (mended.Count > 0) draft.Content = mended;
        }
    }

    private static bool EndsInMidPhrase(ArticleReading reading, TextSpan span) =>
        reading.SentenceAt(span.End - 1) is var number && number >= 0
        && reading.Sentences[number].WordsIn(span with { Start = Math.Max(span.Start, span.End - 12) }).LastOrDefault() is { Tag: "ADP" or "DET" or "CCONJ" or "SCONJ" or "AUX", Relation: not "compound" } word
        && word.Span.End == span.End && word.Index + 1 < reading.Sentences[number].Words.Count && reading.Sentences[number].Words[word.Index + 1] is var next
        && next.Text is not ("." or "?" or "!") && !(word.Tag == "AUX" && next.Tag == "PUNCT");

    /// <summary>"something that we would want", "it is relevant that he left": the clause that begins right behind belongs to what stands before.</summary>
    private static int WithItsClause(ArticleReading reading, TextSpan span)
    {
        if (reading.SentenceAt(span.End - 1) is var number && number < 0) return span.End;
        var sentence = reading.Sentences[number];
        var next = sentence.Words.FirstOrDefault(w => w.Span.Start >= span.End);
        if (next is null || next.Tag is "PUNCT" or "CCONJ") return span.End;
        var inside = sentence.WordsIn(span).Select(w => w.Index).ToHashSet();
        foreach (var above in sentence.AncestorsOf(next).Prepend(next))
        {
            var belongs = above.Relation is "acl" or "ccomp" or "csubj" || (above.Relation is "advcl" && next.Text.Equals("that", StringComparison.OrdinalIgnoreCase));
            if (!belongs || !inside.Contains(above.Head)) continue;
            var clause = sentence.SubtreeOf(above);
            return clause[0].Span.Start >= span.Start ? Math.Max(span.End, clause[^1].Span.End) : span.End;
        }
        return span.End;
    }

    /// <summary>"that it rained; that it snowed; and that …": of clauses in a row between semicolons all are told, down to the next cue.</summary>
    private static int WithItsSeries(ArticleReading reading, Draft draft, ILookup<int, Draft> bySentence, TextSpan span)
    {
        var number = reading.SentenceAt(span.End - 1);
        if (number < 0 || !reading.Text.Value.AsSpan(span.Start, span.Length).Contains(';')) return span.End;
        var sentence = reading.Sentences[number];
        var next = sentence.Words.FirstOrDefault(w => w.Span.Start >= span.End);
        // ", which says where": background of an item stands before the next.
        if (next is { Text: "," } && next.Index + 1 < sentence.Words.Count && Background.Contains(sentence.Words[next.Index + 1].Text)) next = sentence.Words.FirstOrDefault(w => w.Index > next.Index && w.Text is ";" or "." or ",");
        if (next is not { Text: ";" }) return span.End;
        return bySentence[number].Where(d => d != draft && d.Cue.Count > 0 && d.Cue[0].Start >= span.End && d.Cue[0].Start < sentence.Span.End).Select(d => d.Cue[0].Start).Append(sentence.Span.End).Min();
    }

    /// <summary>To the sentence's end, or to the next cue of the same teller.</summary>
    private static int CompletedEnd(ArticleReading reading, Draft draft, ILookup<int, Draft> bySentence)
    {
        var number = reading.SentenceAt(draft.Content[^1].End - 1);
        var sentence = reading.Sentences[number];
        var next = bySentence[number].Where(d => d != draft && d.Cue.Count > 0 && d.Cue[0].Start >= draft.Content[^1].End && d.Cue[0].Start < sentence.Span.End).Select(d => d.Cue[0].Start);
        return next.Append(sentence.Span.End).Min();
    }

    /// <summary>"I think …", "you know …" of somebody who talks on.</summary>
    private static bool IsThought(ArticleReading reading, Draft draft) =>
        draft.Source is [var source] && reading.English.Is("talking", reading.Text[source])
        && (draft.Reporting is not { } reporting || reporting.Act == ClaimAct.Assessment || !reporting.Takes("quote"));

    /// <summary>"I think it is late, but we can go on": the next sentence of one who talks begins with "but" or "so".</summary>
    private static int BeforeNextThought(ArticleReading reading, TextSpan span)
    {
        if (reading.SentenceAt(span.Start) is var number && number < 0) return span.End;
        var sentence = reading.Sentences[number];
        var words = sentence.WordsIn(span).ToList();
        for (var i = 3; i < words.Count - 1; i++)
        {
            if (words[i].Text is not ("but" or "so" or "although")) continue;
            var before = words[i - 1].Text == "and" ? words[i - 2] : words[i - 1];
            if (before.Text is "-" or "–" or "—" || (before.Text == "," && words[i].Text != "although")) return before.Span.Start;
        }
        return span.End;
    }

    /// <summary>"I think we are lost and I know we are late": the second thought stands beside the first.</summary>
    private static int BeforeAnotherThought(ArticleReading reading, Draft draft, ILookup<int, Draft> bySentence, int end)
    {
        var who = reading.Text[draft.Source[0]];
        var words = reading.Sentences[draft.Sentence].Words;
        // "I think, if you were to try that, I think …": no thought yet.
        var isBegun = reading.Sentences[draft.Sentence].WordsIn(draft.Content[^1]).FirstOrDefault() is { } opening && reading.English.Is("circumstance", opening.Text);
        foreach (var other in bySentence[draft.Sentence].Where(d => d != draft && d.Source is [var source] && draft.Holds(source) && draft.Holds(d.CueHull) && reading.Text[source].Equals(who, StringComparison.OrdinalIgnoreCase)))
        {
            var first = words.First(w => w.Span.End > other.Source[0].Start).Index;
            // "I don't see why, I mean there is no need": behind a comma as well, where the second goes on to the end of the first.
            var isBesideComma = first > 1 && words[first - 1].Text == "," && !isBegun && other.ContentHull.End >= end;
            if (first > 1 && (words[first - 1].Tag == "CCONJ" || isBesideComma) && other.CueHull.Start > other.Source[0].Start) end = Math.Min(end, words[first - 2].Span.End);
        }
        return end;
    }

    /// <summary>She said “A,” while others did B: what others did is not hers to tell.</summary>
    private static int BeforeWhile(ArticleReading reading, TextSpan span)
    {
        var quotation = reading.QuotationsIn(span).FirstOrDefault();
        return quotation.Length > 0 && quotation.Start <= span.Start && quotation.End < span.End
            && reading.Text.Value.AsSpan(quotation.End, span.End - quotation.End).TrimStart(" ,").StartsWith("while ", StringComparison.Ordinal) ? quotation.End : span.End;
    }

    /// <summary>", where he was a guest", ", particularly since …": what the author adds at the edge.</summary>
    private static int WithoutBackground(ArticleReading reading, TextSpan span)
    {
        if (reading.SentenceAt(span.Start) is var number && number < 0) return span.End;
        var words = reading.Sentences[number].WordsIn(span).ToList();
        for (var i = words.Count - 2; i > 2; i--)
        {
            if (words[i].Text != ",") continue;
            var opens = Background.Contains(words[i + 1].Text) || (i + 2 < words.Count && words[i + 1].Text.ToUpperInvariant() is "PARTICULARLY" or "ESPECIALLY" && Reasons.Contains(words[i + 2].Text));
            return opens ? words[i].Span.Start : span.End;
        }
        return span.End;
    }
}
