using ClaimsDesk.Extraction.Claims.Rules;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Sources;

/// <summary>"The singers were acknowledged by their peers as …": who tells is no part of what is told.</summary>
internal static class AgentInContent
{
    /// <summary>Takes "by X" out of the content of a passive whose source is X, or has none.</summary>
    public static void Mend(ArticleReading reading, Draft draft)
    {
        if (draft is not { CueWord: { Tag: "VERB" } cue, Reporting: not null, Source.Count: <= 1 }) return;
        var sentence = reading.Sentences[draft.Sentence];
        if (!Clause.IsPassive(sentence, cue) || Clause.Agent(sentence, cue) is not { } agent || !draft.Holds(agent.Span)) return;
        var source = draft.Source.Count == 0 ? Clause.SourceSpan(sentence, agent, cue) : draft.Source[0];
        if (!source.Contains(agent.Span)) return;
        var by = sentence.ChildrenOf(agent).First(c => c.Relation is "case" or "mark" && c.Index < agent.Index);
        var whole = new TextSpan(by.Span.Start, source.End);
        var kept = ContentShape.Clean(reading, draft.Content.SelectMany(c => Without(c, whole)).Where(c => c.Length > 1), draft.Cue, draft.Source, null);
        if (kept.Count > 0) (draft.Source, draft.Content) = ([source], kept);
    }

    private static IEnumerable<TextSpan> Without(TextSpan span, TextSpan part) =>
        span.Overlaps(part) ? [span with { End = Math.Max(span.Start, part.Start) }, span with { Start = Math.Min(span.End, part.End) }] : [span];
}
