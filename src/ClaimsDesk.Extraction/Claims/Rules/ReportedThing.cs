using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>"clashes reported between X and Y": something that somebody unnamed reports, alleges or rumours.</summary>
internal sealed class ReportedThing : IDraftRule
{
    /// <inheritdoc/>
    public string Name => "reported-thing";

    /// <inheritdoc/>
    public string Why => "Something is called reported or alleged, so somebody reported it.";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var read = reading.Sentences[sentence];
        foreach (var verb in read.Words)
        {
            if (verb.Tag != "VERB" || verb.Index == 0 || verb.Index + 2 >= read.Words.Count || verb.Text.ToUpperInvariant() is not ("REPORTED" or "ALLEGED" or "RUMOURED" or "RUMORED")) continue;
            var (noun, after) = (read.Words[verb.Index - 1], read.Words[verb.Index + 1]);
            // "police reported", "reported by police": somebody does report.
            if (noun.Tag != "NOUN" || after.Tag != "ADP" || after.Text == "by" || reading.English.Speakers.Find(noun.Text) is not null || Speakers.IsLikelyPerson(noun.Text)) continue;
            if (read.ChildrenOf(verb).Any(c => c.Relation is "obj" or "ccomp") || Clause.IsPassive(read, verb) || read.HeadOf(after) is not { } where || where.Index < verb.Index) continue;
            var start = NounPhrase.Around(read, noun) is { Head: var head } phrase && head == noun ? phrase.Span.Start : noun.Span.Start;
            var content = ContentShape.Clean(reading, [new TextSpan(start, Clause.Whole(read, where, null).End)], [verb.Span], [], null);
            if (content.Count == 0) continue;
            yield return new Draft
            {
                Content = content,
                Cue = [verb.Span],
                Sentence = sentence,
                CueWord = verb,
                Reporting = reading.English.Reporting.Verb("report"),
                Frame = "thing",
                FoundBy = Name,
                Confidence = 0.6,
            };
        }
    }
}
