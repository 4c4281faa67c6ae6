using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>
/// A paragraph that is nothing but quotation and has no cue, after a paragraph that quotes: the same speaker goes on. Surer than a
/// paragraph without marks, which may be the author's.
/// </summary>
internal static class ContinuedQuotation
{
    /// <summary>What a claim says it was found by.</summary>
    public const string Name = "continued-quotation";

    /// <summary>The pattern in one sentence.</summary>
    public const string Why = "A quotation that was not closed goes on in the next paragraph, and so does its speaker.";

    private const int ShortestSpeech = 30;

    /// <summary>The claims of such paragraphs.</summary>
    public static IEnumerable<Draft> Find(ArticleReading reading, IReadOnlyList<Draft> drafts)
    {
        var paragraphs = reading.Article.Blocks.Where(b => b.Kind == BlockKind.Paragraph).Select(b => b.Span).ToList();
        var inParagraph = InEach(paragraphs, drafts);
        Draft? speaking = null;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var (span, own) = (paragraphs[i], inParagraph[i]);
            if (own.Count == 0 && speaking is not null && IsAllQuoted(reading, span))
            {
                yield return new Draft { Content = [span], Sentence = reading.SentenceAt(span.Start), SameSourceAs = speaking, FoundBy = Name, Confidence = 0.5 };
                continue;
            }
            speaking = own.FindLast(d => d.Source.Count > 0 && QuoteReading.Of(reading, d.Content) == QuoteKind.Direct && EndsParagraph(reading, d, span));
        }
    }

    /// <summary>For each paragraph the drafts with a content or a cue in it, in their order.</summary>
    private static List<List<Draft>> InEach(List<TextSpan> paragraphs, IReadOnlyList<Draft> drafts)
    {
        var inEach = paragraphs.ConvertAll(_ => new List<Draft>());
        foreach (var draft in drafts)
        {
            foreach (var i in Overlapping(paragraphs, draft.ContentHull).Union(Overlapping(paragraphs, draft.CueHull))) inEach[i].Add(draft);
        }
        return inEach;
    }

    private static IEnumerable<int> Overlapping(List<TextSpan> paragraphs, TextSpan span)
    {
        for (var i = Places.At(paragraphs, span.Start); i < paragraphs.Count && paragraphs[i].Start < span.End; i++) yield return i;
    }

    private static bool IsAllQuoted(ArticleReading reading, TextSpan paragraph)
    {
        var quotations = reading.QuotationsIn(paragraph).ToList();
        // A title in marks is no speech.
        if (paragraph.Length < ShortestSpeech || reading.Text.Value[paragraph.Start] is '\'' or '‘') return false;
        return quotations.Count > 0 && quotations[0].Start == paragraph.Start && quotations[^1].End >= paragraph.End - 1
            && quotations.Sum(q => q.Length) >= paragraph.Length * 9 / 10;
    }

    /// <summary>The quotation or its cue is the last thing in its paragraph.</summary>
    private static bool EndsParagraph(ArticleReading reading, Draft draft, TextSpan paragraph) =>
        Math.Max(draft.ContentHull.End, draft.CueHull.End) >= reading.Sentences[Math.Max(0, reading.SentenceAt(paragraph.End - 1))].Span.Start - 1;
}
