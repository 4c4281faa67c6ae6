using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Language.Time;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>When a claim was said, and when what it tells happened. One reads one article's resolved drafts, parents before their children.</summary>
internal sealed class ClaimDates
{
    // Farther from its cue a time belongs to something else in the sentence.
    private const int Reach = 60;

    private readonly ArticleReading _reading;
    private readonly IReadOnlyList<Draft> _drafts;
    private readonly ILookup<int, Draft> _bySentence;
    private readonly Dictionary<int, IReadOnlyList<TimeExpression>> _times = [];
    private readonly Dictionary<Draft, PartialDate> _said = [];
    private readonly Dictionary<Draft, PartialDate> _events = [];
    private readonly Dictionary<Draft, TextSpan> _saidWords = [];
    private readonly Dictionary<Draft, TextSpan> _eventWords = [];

    /// <summary>Dates all drafts of an article.</summary>
    public ClaimDates(ArticleReading reading, IReadOnlyList<Draft> drafts)
    {
        (_reading, _drafts, _bySentence) = (reading, drafts, drafts.ToLookup(d => d.Sentence));
        var sameEvents = new SameEvents(reading, drafts);
        foreach (var draft in drafts) Note(_events, draft, Happened(draft));
        sameEvents.ShareWithSummaries(_events);
        for (var i = 0; i < drafts.Count; i++) Note(_said, drafts[i], SaidNearCue(drafts[i]) ?? SaidAsParentTells(drafts[i]) ?? SaidWith(i));
        sameEvents.ShareWithSummaries(_said);
    }

    /// <summary>The two dates of a draft.</summary>
    public (PartialDate? Said, PartialDate? Event) Of(Draft draft) =>
        (_said.TryGetValue(draft, out var said) ? said : null, _events.TryGetValue(draft, out var happened) ? happened : null);

    /// <summary>The words of the two dates, where the claim's own sentence has them.</summary>
    public (TextSpan? Said, TextSpan? Event) WordsOf(Draft draft) =>
        (_saidWords.TryGetValue(draft, out var said) ? said : null, _eventWords.TryGetValue(draft, out var happened) ? happened : null);

    private static void Note(Dictionary<Draft, PartialDate> dates, Draft draft, PartialDate? date)
    {
        if (date is { } known) dates[draft] = known;
    }

    private IReadOnlyList<TimeExpression> TimesOf(int sentence)
    {
        if (!_times.TryGetValue(sentence, out var times))
            _times[sentence] = times = TimeExpressions.In(_reading.Text.Value, _reading.Sentences[sentence].Span, _reading.Article.Published);
        return times;
    }

    /// <summary>"said on Tuesday", "On Monday it said": a day on the cue's clause and outside what is told.</summary>
    private PartialDate? SaidNearCue(Draft draft)
    {
        if (draft.Cue.Count == 0) return null;
        if (Dated(draft) is { } dated) return dated;
        var near = TimesOf(draft.Sentence)
            .Where(t => t.Date is { Day: not null } && t.Kind == TimeKind.Point && !draft.Content.Any(c => c.Overlaps(t.Span)) && !draft.Source.Any(s => s.Overlaps(t.Span)))
            .Where(t => draft.Parent is null || draft.Parent.Holds(t.Span))
            .Where(t => !_bySentence[draft.Sentence].Any(other => other.Holds(t.Span) && !other.Holds(draft.CueHull)))
            .Select(t => (Time: t, Gap: t.Span.Start >= draft.CueHull.End ? t.Span.Start - draft.CueHull.End : draft.CueHull.Start - t.Span.End))
            .Where(t => t.Gap <= Reach && IsOnCue(draft, t.Time))
            .ToList();
        if (near.Count == 0) return null;
        var nearest = near.MinBy(t => t.Gap).Time;
        _saidWords[draft] = nearest.Span;
        return nearest.Date;
    }

    /// <summary>"The letter, dated 11 April, warns".</summary>
    private PartialDate? Dated(Draft draft)
    {
        if (draft.Source is not [var source] || source.End > draft.CueHull.Start || draft.CueHull.Start - source.End > Reach) return null;
        var sentence = _reading.Sentences[draft.Sentence];
        var dated = sentence.WordsIn(new TextSpan(source.Start, draft.CueHull.Start)).FirstOrDefault(w => w.Text.Equals("dated", StringComparison.OrdinalIgnoreCase));
        if (dated is null) return null;
        var time = TimesOf(draft.Sentence).FirstOrDefault(t => t.Date is { Day: not null } && t.Span.Start - dated.Span.End is >= 0 and < 4);
        if (time.Date is null) return null;
        _saidWords[draft] = time.Span;
        return time.Date;
    }

    /// <summary>"after the vote on Monday, she said", "he resigned on Monday and said": another event has the day.</summary>
    private bool IsOnCue(Draft draft, TimeExpression time)
    {
        var sentence = _reading.Sentences[draft.Sentence];
        if (draft.CueWord is not { Tag: "VERB" } cue || sentence.HeadWordOf(time.Span) is not { } word) return true;
        var aboveTime = sentence.AncestorsOf(word).Prepend(word).Select(a => a.Index).ToHashSet();
        // "was in doubt on Monday after both accused …": the day is the doubt's.
        if (sentence.AncestorsOf(cue).Prepend(cue).TakeWhile(a => !aboveTime.Contains(a.Index)).Any(a => IsAtAnotherTime(sentence, a))) return false;
        foreach (var above in sentence.AncestorsOf(word).Prepend(word))
        {
            if (above == cue) return true;
            if (above.Tag == "VERB") return above.Index == cue.Head || _reading.English.Is("speaking", above.Text);
            if (above != word && sentence.ChildrenOf(above).Any(c => c.Relation == "case" && _reading.English.Is("another-time", c.Text))) return false;
        }
        return true;
    }

    private bool IsAtAnotherTime(Sentence sentence, Word word) =>
        sentence.ChildrenOf(word).Any(c => c.Index < word.Index && c.Relation is "mark" or "case" && _reading.English.Is("another-time", c.Text));

    /// <summary>"sources said he had asked on Monday …, warning of …": the asking is what the sources tell of, and he warned as he asked.</summary>
    private PartialDate? SaidAsParentTells(Draft draft)
    {
        if (draft.Parent is not { } parent || draft.CueWord is not { } cue || !_events.TryGetValue(parent, out var date) || date.Day is null) return null;
        if (Predication.Of(_reading, parent.Content) is not { } told) return null;
        var isWithIt = cue.Head == told.Main.Index && cue.Relation == "advcl" && cue.Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase)
            && CueWords.ReportingOf(_reading, told.Sentence, told.Main) is not null;
        return told.Main == cue || isWithIt ? date : null;
    }

    /// <summary>One briefing: the same unnamed source goes on in the same or in the next sentence.</summary>
    private PartialDate? SaidWith(int number)
    {
        var draft = _drafts[number];
        if (draft.Teller.Who is not { } who || draft.Parent is not null) return null;
        for (var i = number - 1; i >= 0 && _drafts[i].Sentence >= draft.Sentence - 1; i--)
        {
            var before = _drafts[i];
            if (before.Parent is null && before.Teller.Who == who && (before.Sentence == draft.Sentence || IsOneBriefing(before, draft)))
                return _said.TryGetValue(before, out var said) ? said : null;
        }
        return null;
    }

    /// <summary>The same number of people, and both times they tell: "two of the three said", "she would not say" have their own day.</summary>
    private bool IsOneBriefing(Draft before, Draft draft) =>
        draft.Teller is { Who.IsInformant: true } teller && teller.Count == before.Teller.Count && ActReading.Of(_reading, draft) != ClaimAct.NoComment;

    private PartialDate? Happened(Draft draft)
    {
        if (Predication.Of(_reading, draft.Content) is not { } predication) return null;
        var sentence = predication.Sentence;
        foreach (var time in TimesOf(_reading.SentenceAt(draft.Content[0].Start)))
        {
            if (time.Date is null || !draft.Holds(time.Span) || sentence.HeadWordOf(time.Span) is not { } word) continue;
            if (time.Kind == TimeKind.Bound && !IsDeadline(predication, word)) continue;
            if (!ClauseOf(sentence, word, predication.Main) && !IsOfThing(draft, predication, word)) continue;
            _eventWords[draft] = time.Span;
            return time.Date;
        }
        return null;
    }

    /// <summary>"will leave by Friday", "to pay by the end of the month": what lies ahead happens then at the latest.</summary>
    private static bool IsDeadline(Predication predication, Word time) =>
        Rules.Clause.Preposition(predication.Sentence, time) is "by"
        && (predication.HasAuxiliary("will", "'ll", "’ll", "would", "shall", "must", "should") || predication.Words[0].Text.Equals("to", StringComparison.OrdinalIgnoreCase));

    /// <summary>"reported an explosion off the coast early on Monday": a thing, and the time right with it.</summary>
    private static bool IsOfThing(Draft draft, Predication predication, Word time) =>
        predication.Main.Tag == "NOUN" && draft.CueWord is { } cue && !predication.Words.Any(w => w.Tag is "VERB" or "AUX")
        && predication.Sentence.AncestorsOf(time).FirstOrDefault(a => a == cue || a == predication.Main || a.Tag == "VERB") is { } above && (above == cue || above == predication.Main);

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
