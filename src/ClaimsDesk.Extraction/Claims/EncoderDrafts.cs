using ClaimsDesk.Extraction.Attributions;

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
            var content = ContentShape.Clean(reading, attribution.Content, attribution.Cue, source, reporting);
            if (content.Count == 0) continue;
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
            };
        }
    }
}
