using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>
/// "She was like, “No way”", "I'm like what is this": talk's verb of saying (the quotative "be like" of the linguists). Only where what
/// follows is a quotation, an exclamation or a clause with a subject of its own, for "she was like a sister", "it was like two hours" and
/// "he was like really tired" say nothing.
/// </summary>
internal sealed class QuotativeLike : IDraftRule
{
    // "I was like wait what?", with its marks.
    private const int ShortQuestion = 6;

    /// <summary>The frame of its drafts: the cue holds no word that reports by itself.</summary>
    public const string Frame = "like";

    /// <inheritdoc/>
    public string Name => "quotative-like";

    /// <inheritdoc/>
    public string Why => "“Be like” before a quotation, an exclamation or a whole clause tells what somebody said or thought.";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var read = reading.Sentences[sentence];
        foreach (var like in read.Words.Where(w => w.Text.Equals("like", StringComparison.OrdinalIgnoreCase)))
        {
            if (Teller(reading, read, like) is not { } teller || Told(reading, read, like) is not { } told) continue;
            var cue = new TextSpan(read.Words[teller.Index + 1].Span.Start, like.Span.End);
            var content = ContentShape.Clean(reading, [told], [cue], [teller.Span], null);
            if (content.Count > 0)
                yield return new Draft { Content = content, Cue = [cue], Source = [teller.Span], Sentence = sentence, CueWord = like, Frame = Frame, FoundBy = Name, Confidence = 0.5 };
        }
    }

    /// <summary>Who stands before a form of "be", with at most two small words between that and "like": "I was", "she's just", "I'm a bit", "they were kind of".</summary>
    private static Word? Teller(ArticleReading reading, Sentence sentence, Word like)
    {
        var be = like.Index - 1;
        while (be > like.Index - 3 && be > 0 && sentence.Words[be].Tag is "ADV" or "DET" or "NOUN" or "ADP") be--;
        if (be < 1 || !reading.English.Is("being", sentence.Words[be].Text)) return null;
        var teller = sentence.Words[be - 1];
        return reading.English.Is("personal", teller.Text) || teller is { Tag: "PROPN", Relation: "nsubj" } ? teller : null;
    }

    private static TextSpan? Told(ArticleReading reading, Sentence sentence, Word like)
    {
        var rest = sentence.Words.Skip(like.Index + 1).SkipWhile(w => w.Text == ",").ToList();
        if (rest.Count < 2) return null;
        var quotation = reading.QuotationsIn(new TextSpan(like.Span.End, rest[1].Span.End)).FirstOrDefault(q => q.Start >= like.Span.End && q.Start <= rest[0].Span.Start);
        if (quotation.Length > 0) return quotation;
        // "like we should go", and behind a comma "like, maybe we should go".
        var subjects = rest[0].Index > like.Index + 1 ? 3 : 1;
        var clause = rest.Take(subjects).Zip(rest.Skip(1)).Any(pair => reading.English.Is("personal", pair.First.Text) && pair.Second.Tag is "AUX" or "VERB");
        var opened = rest[0].Tag == "PUNCT" && "\"“‘'".Contains(rest[0].Text, StringComparison.Ordinal); // and not closed, or closed later
        var exclaimed = (rest[0].Tag == "INTJ" && (rest[1].Tag == "PUNCT" || reading.English.Is("spoken", rest[0].Text)))
            || (rest.Count <= ShortQuestion && rest.Any(w => w.Text == "?"));
        if (!clause && !opened && !exclaimed) return null;
        // "I was like, I don't need it, but I …": with "but" and "so" the talk goes on.
        var last = rest.Skip(1).TakeWhile(w => w.Text is not ("but" or "so")).LastOrDefault(rest[0]);
        // Told inside a quotation, it ends where that does.
        var around = reading.QuotationsIn(like.Span).FirstOrDefault(q => q.Contains(like.Span));
        var end = around.Length > 0 ? Math.Min(around.End - 1, last.Span.End) : last.Span.End;
        return end > rest[0].Span.Start ? new TextSpan(rest[0].Span.Start, end) : null;
    }
}
