using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Language.Time;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>When a claim was said, and when what it tells happened. One reads one article's drafts, parents before their children.</summary>
internal sealed class ClaimDates(ArticleReading reading)
{
    // Farther from its cue a time belongs to something else in the sentence.
    private const int Reach = 60;

    private readonly Dictionary<int, IReadOnlyList<TimeExpression>> _times = [];
    private readonly Dictionary<Draft, (PartialDate? Said, PartialDate? Event)> _dated = [];
    private readonly List<Draft> _order = [];

    /// <summary>The two dates of a draft.</summary>
    public (PartialDate? Said, PartialDate? Event) Of(Draft draft)
    {
        var said = SaidNearCue(draft) ?? SaidAsParentTells(draft) ?? SaidWith(draft);
        var dated = (said, Happened(draft));
        _dated[draft] = dated;
        _order.Add(draft);
        return dated;
    }

    private IReadOnlyList<TimeExpression> TimesOf(int sentence)
    {
        if (!_times.TryGetValue(sentence, out var times))
            _times[sentence] = times = TimeExpressions.In(reading.Text.Value, reading.Sentences[sentence].Span, reading.Article.Published);
        return times;
    }

    /// <summary>"said on Tuesday", "On Monday it said": a day beside the cue and outside what is told.</summary>
    private PartialDate? SaidNearCue(Draft draft)
    {
        if (draft.Cue.Count == 0) return null;
        var near = TimesOf(draft.Sentence)
            .Where(t => t.Date is { Day: not null } && t.Kind == TimeKind.Point && !draft.Content.Any(c => c.Overlaps(t.Span)) && !draft.Source.Any(s => s.Overlaps(t.Span)))
            .Where(t => draft.Parent is null || draft.Parent.Holds(t.Span))
            .Select(t => (Time: t, Gap: t.Span.Start >= draft.CueHull.End ? t.Span.Start - draft.CueHull.End : draft.CueHull.Start - t.Span.End))
            .Where(t => t.Gap <= Reach)
            .ToList();
        return near.Count == 0 ? null : near.MinBy(t => t.Gap).Time.Date;
    }

    /// <summary>"sources said he had asked on Monday …": the asking is what the sources tell of.</summary>
    private PartialDate? SaidAsParentTells(Draft draft) =>
        draft.Parent is { } parent && draft.CueWord is { } cue && _dated.TryGetValue(parent, out var dated) && dated.Event is { Day: not null }
            && Predication.Of(reading, parent.Content)?.Main == cue ? dated.Event : null;

    /// <summary>One briefing: the same unnamed source goes on in the same or in the next sentence.</summary>
    private PartialDate? SaidWith(Draft draft)
    {
        if (draft.Teller.Who is not { } who || draft.Parent is not null) return null;
        for (var i = _order.Count - 1; i >= 0 && _order[i].Sentence >= draft.Sentence - 1; i--)
        {
            var before = _order[i];
            if (before.Parent is null && before.Teller.Who == who && (who.IsInformant || before.Sentence == draft.Sentence)) return _dated[before].Said;
        }
        return null;
    }

    private PartialDate? Happened(Draft draft)
    {
        if (Predication.Of(reading, draft.Content) is not { } predication) return null;
        var sentence = predication.Sentence;
        foreach (var time in TimesOf(reading.SentenceAt(draft.Content[0].Start)))
        {
            if (time.Date is null || time.Kind == TimeKind.Bound || !draft.Holds(time.Span)) continue;
            if (sentence.HeadWordOf(time.Span) is { } word && ClauseOf(sentence, word, predication.Main)) return time.Date;
        }
        return null;
    }

    /// <summary>Whether the time stands in the main clause and not in one below it.</summary>
    private static bool ClauseOf(Sentence sentence, Word word, Word main)
    {
        foreach (var above in sentence.AncestorsOf(word))
        {
            if (above == main) return true;
            if (above.Tag is "VERB" && above.Relation is not "xcomp") return false;
        }
        return false;
    }
}
