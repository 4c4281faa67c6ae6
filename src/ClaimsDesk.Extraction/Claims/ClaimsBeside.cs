using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>"X said A, and Y denied B": where the tree hangs one report on the other, the model sees that they stand side by side.</summary>
internal static class ClaimsBeside
{
    /// <summary>A rule's content, cut where another report begins that the model read as standing behind its own content.</summary>
    public static IReadOnlyList<TextSpan> Without(ArticleReading reading, IReadOnlyList<TextSpan> content, Draft model, IReadOnlyList<Draft> others)
    {
        if (content is not [var span]) return content;
        var after = model.ContentHull.End;
        var starts = others.Where(d => d != model && d.FoundBy == model.FoundBy && d.Cue.Count > 0 && d.CueHull.Start >= after)
            .Select(d => d.Source.Where(s => s.Start >= after).Select(s => s.Start).Append(d.CueHull.Start).Min());
        var end = starts.Append(span.End).Min();
        return end >= span.End || end <= span.Start ? content : [span with { End = Math.Max(after, BeforeConjunction(reading, model.Sentence, end)) }];
    }

    private static int BeforeConjunction(ArticleReading reading, int sentence, int end)
    {
        var words = reading.Sentences[sentence].Words;
        var last = words.Count(w => w.Span.End <= end) - 1;
        while (last > 0 && words[last].Tag is "CCONJ" or "SCONJ" or "PUNCT" or "ADV") last--;
        return last < 0 ? end : words[last].Span.End;
    }
}
