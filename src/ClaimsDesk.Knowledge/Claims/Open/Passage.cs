using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Knowledge.Claims.Open;

/// <summary>The words around a claim.</summary>
/// <param name="Text">The words, as printed.</param>
/// <param name="Content">Where in <paramref name="Text"/> the content stands.</param>
/// <param name="Cue">Where the cue stands.</param>
/// <param name="Source">Where the source stands.</param>
/// <param name="StartsInside">Whether words of the same paragraph come before.</param>
/// <param name="EndsInside">Whether words of the same paragraph come after.</param>
public sealed record Passage(
    string Text, IReadOnlyList<TextSpan> Content, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Source, bool StartsInside, bool EndsInside)
{
    // A paragraph of a scrape can be the whole page; this much context is enough on either side.
    private const int Context = 400;

    /// <summary>The paragraphs that hold the spans of a claim, cut at words where they run on for long.</summary>
    internal static Passage Around(string text, TextSpan segment, IReadOnlyList<ArticleBlock> blocks, Claim claim)
    {
        var spans = claim.ContentSpans.Concat(claim.CueSpans).Concat(claim.SourceSpans).ToList();
        var claimed = spans.Aggregate((all, span) => all.Union(span));
        var whole = blocks.Where(b => b.Span.Overlaps(claimed)).Select(b => b.Span).Aggregate(claimed, (all, span) => all.Union(span));
        var start = Math.Max(whole.Start, StartOfWord(text, claimed.Start - Context, segment.Start));
        var end = Math.Min(whole.End, EndOfWord(text, claimed.End + Context, segment.End));
        return new Passage(text[start..end], Within(claim.ContentSpans, start), Within(claim.CueSpans, start), Within(claim.SourceSpans, start),
            start > whole.Start, end < whole.End);
    }

    /// <summary>The words around a claim on one line, for the text search.</summary>
    internal static string Line(string text, TextSpan segment, IReadOnlyList<ArticleBlock> blocks, Claim claim) =>
        string.Join(' ', Around(text, segment, blocks, claim).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<TextSpan> Within(IReadOnlyList<TextSpan> spans, int start) =>
        [.. spans.Select(span => new TextSpan(span.Start - start, span.End - start))];

    private static int StartOfWord(string text, int from, int least)
    {
        if (from <= least) return least;
        while (from > least && !char.IsWhiteSpace(text[from - 1])) from--;
        return from;
    }

    private static int EndOfWord(string text, int from, int most)
    {
        if (from >= most) return most;
        while (from < most && !char.IsWhiteSpace(text[from])) from++;
        return from;
    }
}
