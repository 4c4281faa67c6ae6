using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>"clashes reported between X and Y": something that somebody unnamed reports, alleges or rumours.</summary>
internal sealed class ReportedThing : IDraftRule
{
    /// <inheritdoc/>
    public string Name => "reported-thing";

    /// <inheritdoc/>
    public IEnumerable<Draft> Find(ArticleReading reading, int sentence)
    {
        var read = reading.Sentences[sentence];
        foreach (var verb in read.Words)
        {
            if (verb.Tag != "VERB" || verb.Relation != "acl" || verb.Text.ToUpperInvariant() is not ("REPORTED" or "ALLEGED" or "RUMOURED" or "RUMORED")) continue;
            if (read.HeadOf(verb) is not { } noun || noun.Index + 1 != verb.Index || Clause.IsPassive(read, verb) || Clause.Agent(read, verb) is not null) continue;
            var phrase = NounPhrase.Around(read, noun);
            var end = Math.Max(Clause.Whole(read, verb, null).End, phrase.Span.End);
            var content = ContentShape.Clean(reading, [new TextSpan(phrase.Span.Start, end)], [verb.Span], [], null);
            if (content.Count == 0) continue;
            yield return new Draft { Content = content, Cue = [verb.Span], Sentence = sentence, CueWord = verb, Reporting = reading.English.Reporting.Verb("report"), Frame = "thing", FoundBy = Name, Confidence = 0.6 };
        }
    }
}
