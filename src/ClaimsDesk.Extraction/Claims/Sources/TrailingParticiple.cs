using ClaimsDesk.Extraction.Claims.Rules;
using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims.Sources;

/// <summary>
/// "X said that the port was demanded by the council, pointing out that …": who said points out, not the noun that stands
/// nearest, unless that noun is the subject of a verb to which the participle belongs.
/// </summary>
internal static class TrailingParticiple
{
    /// <summary>Gives such cues the source of the sentence's main report, whose content ends before them.</summary>
    public static void Mend(ArticleReading reading, IReadOnlyList<Draft> drafts)
    {
        foreach (var sentence in drafts.GroupBy(d => d.Sentence).Where(g => g.Skip(1).Any()))
        {
            foreach (var draft in sentence.Where(d => IsTrailing(reading, d))) Mend(reading, draft, [.. sentence.Where(d => d != draft && IsFinite(d) && d.CueHull.Start < draft.CueHull.Start)]);
        }
    }

    private static void Mend(ArticleReading reading, Draft draft, List<Draft> before)
    {
        var sentence = reading.Sentences[draft.Sentence];
        var main = before.Where(d => d.Source.Count > 0).MinBy(d => (sentence.AncestorsOf(d.CueWord!).Count(), d.CueHull.Start));
        if (main is null || draft.Source.SelectMany(sentence.WordsIn).Any(w => w.Tag == "PRON")) return;
        if (!IsToldBy(main, draft) && (before.Exists(d => IsToldBy(d, draft)) || IsItsDoers(sentence, draft))) return;
        draft.Source = main.Source;
        EndBefore(reading, main, draft);
    }

    private static bool IsToldBy(Draft other, Draft draft) => other.Source.Any(s => draft.Source.Any(s.Overlaps));

    private static bool IsItsDoers(Sentence sentence, Draft draft) =>
        sentence.HeadOf(draft.CueWord!) is { } head && Doer(sentence, head) is { } doer && (draft.Source.Count == 0 || draft.Source.Any(s => s.Contains(doer.Span)));

    private static bool IsFinite(Draft draft) => draft is { CueWord: { Tag: "VERB" } cue, Reporting: not null } && !cue.Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    /// <summary>", adding …".</summary>
    private static bool IsTrailing(ArticleReading reading, Draft draft)
    {
        if (draft is not { CueWord: { Tag: "VERB" } cue, Reporting: not null, Cue: [_, ..] } || !cue.Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || cue.Index == 0) return false;
        var sentence = reading.Sentences[draft.Sentence];
        return sentence.Words[cue.Index - 1].Text == "," && !sentence.ChildrenOf(cue).Any(c => c.Relation is "nsubj" or "aux");
    }

    /// <summary>Who does what the participle hangs on; a passive has none that could point anything out.</summary>
    private static Word? Doer(Sentence sentence, Word verb) =>
        verb.Tag != "VERB" || Clause.IsPassive(sentence, verb) ? null : sentence.ChildrenOf(verb).FirstOrDefault(c => c.Relation == "nsubj" && c.Text.ToUpperInvariant() is not ("WHO" or "WHICH" or "THAT"));

    private static void EndBefore(ArticleReading reading, Draft main, Draft draft)
    {
        if (!main.Holds(draft.CueHull) || main.ContentHull.End > draft.ContentHull.End) return;
        var text = reading.Text.Value;
        var end = draft.CueHull.Start;
        while (end > main.ContentHull.Start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == ',')) end--;
        List<TextSpan> kept = [.. main.Content.Where(c => c.Start < end).Select(c => c with { End = Math.Min(c.End, end) })];
        if (kept.Count > 0) main.Content = kept;
    }
}
