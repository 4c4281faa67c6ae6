using ClaimsDesk.Extraction.Claims.Rules;
using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Sources;

/// <summary>"Sources say that Oslo has been urging Sweden to …": the urging is Oslo's, which stands inside what the sources say.</summary>
internal static class NestedSubject
{
    /// <summary>Where a nested draft has its parent's source and a subject of its own inside the parent's content, that subject is its source.</summary>
    public static void Mend(ArticleReading reading, Draft draft)
    {
        var parent = draft.Parent!;
        if (draft is not { CueWord: { Tag: "VERB" } cue, Source: [var source] } || !parent.Source.Any(source.Overlaps) || parent.Holds(source)) return;
        var sentence = reading.Sentences[draft.Sentence];
        var own = sentence.ChildrenOf(cue).FirstOrDefault(c => c.Relation == "nsubj" && c.Index < cue.Index);
        TextSpan? subject = Clause.IsPassive(sentence, cue) ? null : own is not null ? Clause.SourceSpan(sentence, own, cue) : IsFinite(sentence, cue) ? Clause.PhraseBefore(sentence, cue) : null;
        if (subject is not { } span || !parent.Holds(span)) return;
        draft.Source = [span];
        var content = draft.Content.Where(c => !c.Overlaps(span)).ToList();
        if (content.Count == 0) return;
        if (draft.Reporting?.Takes("to") == true && Infinitive(sentence, cue) is { } to && content[0].Contains(to.Span)) content[0] = content[0] with { Start = to.Span.Start };
        draft.Content = content;
    }

    /// <summary>Not a bare "saying", which has its subject elsewhere.</summary>
    private static bool IsFinite(Sentence sentence, Word verb) =>
        !verb.Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || sentence.ChildrenOf(verb).Any(c => c.Relation == "aux");

    /// <summary>The "to" of what is urged.</summary>
    private static Word? Infinitive(Sentence sentence, Word verb) =>
        sentence.ChildrenOf(verb).Where(c => c.Index > verb.Index && Clause.StartsWithTo(sentence, c))
            .Select(c => sentence.ChildrenOf(c).First(m => m.Relation == "mark" && m.Index < c.Index)).FirstOrDefault();
}
