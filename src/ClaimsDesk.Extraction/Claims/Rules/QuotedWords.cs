using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>"his last words, “…”", "a motto about the sea: “…”", "the quote by Holm — “…”": a noun for what was worded, a mark, and the words.</summary>
internal sealed class QuotedWords : IDraftRule
{
    // "the words of the old song about the sea that …:"
    private const int LongestPhrase = 12;

    /// <inheritdoc/>
    public string Name => "quoted-words";

    /// <inheritdoc/>
    public string Why => "A noun for something worded (“his last words”, “a motto”) is followed by the words in quotation marks.";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var read = reading.Sentences[sentence];
        if (!reading.QuotationsIn(read.Span).Any()) yield break;
        foreach (var noun in read.Words.Where(w => w.Tag == "NOUN" && reading.English.Is("worded", w.Text)))
        {
            if (Quotation(reading, read, noun) is not { } quotation || Source(reading, read, noun) is not { } source || source.Overlaps(quotation)) continue;
            var content = ContentShape.Clean(reading, [quotation], [noun.Span], [source], null);
            if (content.Count > 0)
                yield return new Draft { Content = content, Cue = [noun.Span], Source = [source], Sentence = sentence, CueWord = noun, Frame = "words", FoundBy = Name, Confidence = 0.55 };
        }
    }

    /// <summary>The quotation behind the mark that ends the noun's phrase.</summary>
    private static TextSpan? Quotation(ArticleReading reading, Sentence sentence, Word noun)
    {
        var own = sentence.SubtreeOf(noun).Select(w => w.Index).ToHashSet();
        for (var i = noun.Index + 1; i < Math.Min(sentence.Words.Count, noun.Index + LongestPhrase); i++)
        {
            var word = sentence.Words[i];
            if (word.Text is not (":" or "," or "—" or "–" or "-"))
            {
                if (!own.Contains(i)) return null;
                continue;
            }
            var quotation = reading.QuotationsIn(new TextSpan(word.Span.End, Math.Min(reading.Text.Length, word.Span.End + 2))).FirstOrDefault(q => q.Start >= word.Span.End);
            return quotation.Length > 0 ? quotation : null;
        }
        return null;
    }

    /// <summary>Whose words: "by X", "attributed to X", "X's"; who has or repeats them, where a pronoun or nobody is named beside the noun.</summary>
    private static TextSpan? Source(ArticleReading reading, Sentence sentence, Word noun)
    {
        var children = sentence.ChildrenOf(noun);
        if (children.FirstOrDefault(c => c.Index > noun.Index && c.Relation == "nmod" && Clause.Preposition(sentence, c) is "by" or "from") is { } by) return Clause.SourceSpan(sentence, by, noun);
        if (children.FirstOrDefault(c => c.Index > noun.Index && c.Relation == "acl" && c.Text.Equals("attributed", StringComparison.OrdinalIgnoreCase)) is { } attributed
            && sentence.ChildrenOf(attributed).FirstOrDefault(c => c.Relation == "obl" && Clause.Preposition(sentence, c) == "to") is { } to) return Clause.SourceSpan(sentence, to, attributed);
        var possessor = children.FirstOrDefault(c => c.Index < noun.Index && c.Relation == "nmod" && (c.Tag == "PRON" || sentence.ChildrenOf(c).Any(p => p.Text is "'s" or "’s" or "'" or "’")));
        if (possessor is { Tag: not "PRON" }) return NounPhrase.Around(sentence, possessor).Span;
        if (noun.Relation == "obj" && sentence.HeadOf(noun) is { } verb && Clause.Subject(sentence, verb) is { } subject && !reading.English.Is("hearing", verb.Text)) return Clause.SourceSpan(sentence, subject, verb);
        return possessor?.Span;
    }
}
