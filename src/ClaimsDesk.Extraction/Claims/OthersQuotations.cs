using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>"A," one visitor said. "B," another said: of quotations in a row each is told by whom its own sentence names.</summary>
internal static class OthersQuotations
{
    /// <summary>Takes out of contents of several pieces those that another source tells in the sentence in which they stand.</summary>
    public static void TakeOut(ArticleReading reading, IReadOnlyList<Draft> drafts)
    {
        var bySentence = drafts.ToLookup(d => d.Sentence);
        foreach (var draft in drafts.Where(d => d is { Content.Count: > 1, Cue.Count: > 0, Source.Count: > 0 }))
        {
            var kept = draft.Content.Where(piece => !Around(reading, piece, bySentence).Any(other => other != draft && Tells(reading, other, draft, piece))).ToList();
            if (kept.Count > 0 && kept.Count < draft.Content.Count) draft.Content = kept;
        }
    }

    private static IEnumerable<Draft> Around(ArticleReading reading, TextSpan piece, ILookup<int, Draft> bySentence)
    {
        var first = reading.SentenceAt(piece.Start);
        return Enumerable.Range(first, reading.SentenceAt(piece.End - 1) - first + 1).SelectMany(number => bySentence[number]);
    }

    private static bool Tells(ArticleReading reading, Draft other, Draft draft, TextSpan piece)
    {
        if (other.Source.Count == 0 || other.Sentence == draft.Sentence || !other.Content.Any(c => c.Overlaps(piece)) || Nest.IsInside(other, draft)) return false;
        return reading.Sentences[other.Sentence].Span.Overlaps(piece) && !reading.Sentences[draft.Sentence].Span.Overlaps(piece) && !other.Holds(draft.CueHull)
            && reading.Text[other.Source[0]] != reading.Text[draft.Source[0]];
    }
}
