using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>
/// Silence: "declined to comment", "did not respond to a request for comment", "has not been able to verify …",
/// "have not claimed responsibility", "there was no immediate comment from X". The negated verb is the cue, the thing withheld the content.
/// </summary>
internal sealed class Refusal : IDraftRule
{
    /// <inheritdoc/>
    public string Name => "refusal";

    /// <inheritdoc/>
    public string Why => "A verb of refusing, not answering or not confirming stands before what is withheld.";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var read = reading.Sentences[sentence];
        foreach (var word in read.Words)
        {
            var draft = word.Tag switch
            {
                "VERB" when reading.English.Is("declining", word.Text) => Declined(reading, sentence, word),
                "VERB" when reading.English.Is("withholding", word.Text) && IsNegated(read, word) => Withheld(reading, sentence, word),
                "NOUN" when reading.English.Is("silence", word.Text) => NoComment(reading, sentence, word),
                _ => null,
            };
            if (draft is not null) yield return draft;
        }
    }

    private Draft? Declined(ArticleReading reading, int number, Word verb)
    {
        var sentence = reading.Sentences[number];
        var asked = sentence.ChildrenOf(verb).FirstOrDefault(c => c.Relation is "xcomp" or "ccomp" && c.Index > verb.Index && reading.English.Is("speaking", c.Text));
        if (asked is null || Clause.Subject(sentence, verb) is not { } subject) return null;
        var group = Clause.VerbGroup(sentence, verb);
        var rest = Clause.Whole(sentence, asked, verb);
        var what = new TextSpan(asked.Span.End, rest.End);
        // "declined to comment to the paper", "on Monday": to comment is what is withheld.
        var holdsMore = HasWord(reading.Text.Value, what) && !reading.Text[what].TrimStart().StartsWith("to ", StringComparison.Ordinal);
        // "declined to comment": to comment is what is withheld.
        return Make(reading, number, subject, verb, holdsMore ? new TextSpan(group.Start, asked.Span.End) : group, holdsMore ? what : new TextSpan(verb.Span.End, asked.Span.End));
    }

    private Draft? Withheld(ArticleReading reading, int number, Word verb)
    {
        var sentence = reading.Sentences[number];
        if (Clause.Subject(sentence, verb) is not { } subject) return null;
        var isClaim = verb.Text.StartsWith("claim", StringComparison.OrdinalIgnoreCase);
        var isReturn = verb.Text.StartsWith("return", StringComparison.OrdinalIgnoreCase);
        var top = sentence.ChildrenOf(verb).FirstOrDefault(c => c.Relation is "obj" or "ccomp" or "obl" or "xcomp" && c.Index > verb.Index);
        if (top is null && (isClaim || isReturn)) return null;
        if (isClaim && !top!.Text.Equals("responsibility", StringComparison.OrdinalIgnoreCase)) return null;
        if (isReturn && !reading.English.Is("returned", top!.Text)) return null;
        var group = Group(sentence, verb);
        if (top is null) return Make(reading, number, subject, verb, group with { End = verb.Span.Start }, verb.Span);
        if (!IsWithheld(reading, verb, top, sentence)) return null;
        var preposition = sentence.ChildrenOf(top).FirstOrDefault(c => c.Relation == "case" && c.Index < top.Index);
        var cue = preposition is not null && preposition.Index == verb.Index + 1 ? new TextSpan(group.Start, preposition.Span.End) : group;
        return Make(reading, number, subject, verb, cue, Clause.Whole(sentence, top, verb));
    }

    /// <summary>"did not provide details" keeps something back, "did not provide food" does not.</summary>
    private static bool IsWithheld(ArticleReading reading, Word verb, Word top, Sentence sentence)
    {
        if (!verb.Text.StartsWith("provide", StringComparison.OrdinalIgnoreCase) && !verb.Text.StartsWith("respond", StringComparison.OrdinalIgnoreCase)) return true;
        return sentence.SubtreeOf(top).Any(w => reading.English.Is("withheld", w.Text));
    }

    /// <summary>"There was no immediate comment from X".</summary>
    private Draft? NoComment(ArticleReading reading, int number, Word noun)
    {
        var sentence = reading.Sentences[number];
        var no = sentence.ChildrenOf(noun).FirstOrDefault(c => c.Text.Equals("no", StringComparison.OrdinalIgnoreCase));
        var there = sentence.Words.Take(noun.Index).LastOrDefault(w => w.Text.Equals("there", StringComparison.OrdinalIgnoreCase));
        if (no is null || there is null || no.Index - there.Index > 4) return null;
        var from = sentence.SubtreeOf(noun).FirstOrDefault(w => w.Index > noun.Index && Clause.Preposition(sentence, w) is "from" or "by")
            ?? sentence.Words.FirstOrDefault(w => w.Index > noun.Index && w.Relation is "obl" or "nmod" && Clause.Preposition(sentence, w) == "from");
        var source = from is null ? [] : new List<TextSpan> { Clause.SourceSpan(sentence, from, noun) };
        var content = new TextSpan(no.Span.End, noun.Span.End);
        return Make(reading, number, source, noun, new TextSpan(there.Span.Start, no.Span.End), content);
    }

    private Draft? Make(ArticleReading reading, int number, Word subject, Word verb, TextSpan cue, TextSpan content) =>
        Make(reading, number, [Clause.SourceSpan(reading.Sentences[number], subject, verb)], verb, cue, content);

    private Draft? Make(ArticleReading reading, int number, List<TextSpan> source, Word verb, TextSpan cue, TextSpan span)
    {
        var content = ContentShape.Clean(reading, [span], [cue], source, null);
        return content.Count == 0 ? null : new Draft
        {
            Content = content,
            Cue = [cue],
            Source = source,
            Sentence = number,
            CueWord = verb,
            FoundBy = Name,
            Confidence = 0.55,
            Act = ClaimAct.NoComment,
            IsNegated = true,
        };
    }

    /// <summary>"did not", "has not been able to", "could not".</summary>
    private static bool IsNegated(Sentence sentence, Word verb) =>
        sentence.ChildrenOf(verb).Any(IsNot)
        || (verb.Relation == "xcomp" && sentence.HeadOf(verb) is { } able && able.Text.ToUpperInvariant() is "ABLE" or "UNABLE" && (able.Text.Equals("unable", StringComparison.OrdinalIgnoreCase) || sentence.ChildrenOf(able).Any(IsNot)));

    private static TextSpan Group(Sentence sentence, Word verb)
    {
        var group = Clause.VerbGroup(sentence, verb);
        if (verb.Relation != "xcomp" || sentence.HeadOf(verb) is not { } able || able.Index > verb.Index) return group;
        return new TextSpan(Math.Min(group.Start, sentence.ChildrenOf(able).Where(c => c.Relation is "aux" or "cop" or "advmod").Select(c => c.Span.Start).Append(able.Span.Start).Min()), verb.Span.End);
    }

    private static bool IsNot(Word word) => word.Text.ToUpperInvariant() is "NOT" or "N'T" or "N’T" or "NEVER";

    private static bool HasWord(string text, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (char.IsLetterOrDigit(text[i])) return true;
        }
        return false;
    }
}
