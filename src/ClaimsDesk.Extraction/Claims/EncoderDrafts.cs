using ClaimsDesk.Extraction.Attributions;
using ClaimsDesk.Extraction.Claims.Rules;
using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Makes drafts of what the encoder read.</summary>
internal static class EncoderDrafts
{
    /// <summary>One draft an attribution that keeps a content once it is clean.</summary>
    public static IEnumerable<Draft> Of(ArticleReading reading, IReadOnlyList<Attribution> attributions)
    {
        foreach (var attribution in attributions)
        {
            var number = reading.SentenceAt(attribution.Cue.Count > 0 ? attribution.Cue[0].Start : attribution.Content[0].Start);
            if (number < 0) continue;
            var word = CueWords.MainOf(reading, number, attribution.Cue);
            var reporting = word is null ? null : CueWords.ReportingOf(reading, reading.Sentences[number], word);
            var source = SourceShape.Clean(reading, attribution.Source, number, word);
            if (word is not null && TakesIt(reading, number, word, source)) source = AgentOf(reading.Sentences[number], word);
            if (attribution.IsShy && word is { Tag: "VERB" } && source.Count == 0) source = SubjectOf(reading.Sentences[number], word);
            var content = ContentShape.Clean(reading, attribution.Content, attribution.Cue, source, reporting);
            if (content.Count == 0) continue;
            if (attribution.Cue.Count > 0) content = QuotedPieces.Tidy(reading, content, attribution.Cue[0], number);
            yield return new Draft
            {
                Content = content,
                Cue = attribution.Cue,
                Source = source,
                Sentence = number,
                CueWord = word,
                Reporting = reporting,
                FoundBy = attribution.FoundBy,
                Confidence = attribution.Confidence,
                IsShy = attribution.IsShy,
            };
        }
    }

    /// <summary>"was told", "polls expected to close": what the model took for the source does not tell.</summary>
    private static bool TakesIt(ArticleReading reading, int number, Word word, IReadOnlyList<TextSpan> source)
    {
        var sentence = reading.Sentences[number];
        if (word.Tag != "VERB" || reading.English.Reporting.Adjective(word.Text) is not null) return false;
        // "were incensed that …": who feels it does not undergo it.
        if (reading.English.Reporting.Verb(word.Text) is null && sentence.ChildrenOf(word).Any(c => c.Relation == "ccomp")) return false;
        var isParticiple = word.Relation == "acl" && word.Text.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && sentence.ChildrenOf(word).All(c => c.Relation is not ("nsubj" or "obj"));
        var told = isParticiple ? sentence.HeadOf(word) : Clause.IsPassive(sentence, word) ? sentence.ChildrenOf(word).FirstOrDefault(c => c.Relation == "nsubj") : null;
        return told is not null && source.Any(s => s.Contains(told.Span) || NounPhrase.Around(sentence, told).Span.Contains(s));
    }

    /// <summary>"She left, not knowing that …": whoever left.</summary>
    private static IReadOnlyList<TextSpan> SubjectOf(Sentence sentence, Word word) =>
        Clause.Subject(sentence, word) is { } subject && !Clause.IsPassive(sentence, word) ? [Clause.SourceSpan(sentence, subject, word)] : [];

    private static IReadOnlyList<TextSpan> AgentOf(Sentence sentence, Word word) =>
        Clause.Agent(sentence, word) is { } agent ? [Clause.SourceSpan(sentence, agent, word)] : [];
}
