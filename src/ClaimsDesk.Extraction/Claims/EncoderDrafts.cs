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
            var cue = attribution.Cue;
            var told = attribution.Content;
            if (SaidByWish(reading, reading.Sentences[number], word, reporting, told) is { } said)
            {
                reporting = CueWords.ReportingOf(reading, reading.Sentences[number], said);
                cue = [cue[0].Union(said.Span)];
                told = [told[0] with { Start = said.Span.End }, .. told.Skip(1)];
                word = said;
            }
            var source = SourceShape.Clean(reading, attribution.Source, number, word);
            if (word is not null && TakesIt(reading, number, word, source)) source = AgentOf(reading.Sentences[number], word);
            if (attribution.IsShy && word is { Tag: "VERB" } && source.Count == 0) source = SubjectOf(reading.Sentences[number], word);
            var content = ContentShape.Clean(reading, told, cue, source, reporting);
            if (content.Count == 0) continue;
            if (cue.Count > 0) content = QuotedPieces.Tidy(reading, content, cue[0], number);
            yield return new Draft
            {
                Content = content,
                Cue = cue,
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

    /// <summary>"I wanted to say that …": who wants to say it says it.</summary>
    private static Word? SaidByWish(ArticleReading reading, Sentence sentence, Word? wish, ReportingWord? reporting, IReadOnlyList<TextSpan> content) =>
        wish is { Tag: "VERB" } && reporting is null && sentence.WordsIn(content[0]).Take(3).ToList() is [{ Text: "to" } to, { Tag: "VERB", Relation: "xcomp" } say, var next]
        && to.Index > wish.Index && say.Head == wish.Index && next.Tag is not ("ADP" or "PUNCT")
        && sentence.ChildrenOf(say).Any(c => c.Relation == "ccomp") && CueWords.ReportingOf(reading, sentence, say)?.Takes("clause") == true ? say : null;

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
