using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>"is concerned about …", "was confident that …": an adjective that says what somebody thinks.</summary>
internal sealed class Attitude : IDraftRule
{
    /// <inheritdoc/>
    public string Name => "attitude";

    /// <inheritdoc/>
    public string Why => "An adjective of belief, fear or hope (“concerned that …”) says what somebody thinks.";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var read = reading.Sentences[sentence];
        foreach (var word in read.Words.Where(w => w.Tag is "ADJ" or "VERB"))
        {
            if (reading.English.Reporting.Adjective(word.Text) is not { } reporting || word.Relation == "amod") continue;
            var be = read.ChildrenOf(word).FirstOrDefault(c => c.Relation is "cop" or "aux");
            if (be is null || read.ChildrenOf(word).FirstOrDefault(c => c.Relation == "nsubj") is not { } subject) continue;
            // "It is clear that …" is nobody's.
            if (subject.Text.Equals("it", StringComparison.OrdinalIgnoreCase) && word.Text is "clear" or "certain") continue;
            if (Content(read, word, reporting) is not { } found) continue;
            var cue = new TextSpan(read.ChildrenOf(word).Where(c => c.Relation is "cop" or "aux" && c.Index < word.Index).Min(c => c.Span.Start), found.Cue);
            var source = Clause.SourceSpan(read, subject, word);
            var content = ContentShape.Clean(reading, [found.Span], [cue], [source], reporting);
            if (content.Count > 0)
                yield return new Draft { Content = content, Cue = [cue], Source = [source], Sentence = sentence, CueWord = word, Reporting = reporting, FoundBy = Name, Confidence = 0.4 };
        }
    }

    private static (TextSpan Span, int Cue)? Content(Sentence sentence, Word word, ReportingWord reporting)
    {
        foreach (var child in sentence.ChildrenOf(word).Where(c => c.Index > word.Index))
        {
            if (child.Relation is "ccomp" or "advcl" && reporting.Takes("that") && sentence.ChildrenOf(child).Any(c => c.Relation == "nsubj") && Clause.Preposition(sentence, child) is "that" or "")
                return (Clause.Whole(sentence, child, word), word.Span.End);
            var preposition = sentence.ChildrenOf(child).FirstOrDefault(c => c.Relation is "case" or "mark" && c.Index < child.Index);
            if (preposition is not null && child.Relation is "obl" or "advcl" or "nmod" && reporting.Takes(preposition.Text.ToLowerInvariant()) && preposition.Index == word.Index + 1)
                return (Clause.Whole(sentence, child, word), preposition.Span.End);
        }
        return null;
    }
}
