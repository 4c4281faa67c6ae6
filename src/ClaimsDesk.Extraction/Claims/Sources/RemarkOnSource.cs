using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Sources;

/// <summary>"According to the group, which stressed that A, B": the group tells B, and its remark A ends where B begins.</summary>
internal static class RemarkOnSource
{
    /// <summary>Ends a source before the clause on it that is a claim of its own, and that claim's content before the content told.</summary>
    public static void Mend(ArticleReading reading, IReadOnlyList<Draft> drafts)
    {
        var bySentence = drafts.ToLookup(d => d.Sentence);
        foreach (var draft in drafts.Where(d => d is { Source: [_], Cue.Count: > 0 }))
        {
            var source = draft.Source[0];
            foreach (var remark in bySentence[draft.Sentence].Where(d => d != draft && d.Cue.Count > 0 && source.Contains(d.CueHull)))
            {
                if (CommaBefore(reading, source, remark) is not { } end) continue;
                draft.Source = [source with { End = end }];
                if (remark.Content is [var told] && draft.ContentHull.Start > told.Start && draft.ContentHull.Start < told.End)
                    remark.Content = ContentShape.Clean(reading, [told with { End = draft.ContentHull.Start }], [], [], null) is { Count: > 0 } kept ? kept : remark.Content;
            }
        }
    }

    /// <summary>Where ", which" begins, between the source's noun and the remark.</summary>
    private static int? CommaBefore(ArticleReading reading, TextSpan source, Draft remark)
    {
        var words = reading.Sentences[remark.Sentence].Words;
        var comma = words.LastOrDefault(w => w.Text == "," && w.Span.Start > source.Start && w.Span.Start < remark.CueHull.Start && w.Index + 1 < words.Count && reading.English.Is("relative", words[w.Index + 1].Text));
        return comma?.Span.Start;
    }
}
