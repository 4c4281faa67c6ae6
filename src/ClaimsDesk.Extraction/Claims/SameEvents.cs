using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>
/// Claims of one event share its date: "X asked Y for help, sources said. The request, they said, was made on Monday." What was asked
/// was asked on Monday, in the headline too. Only what surely is one event shares: no date is better than a wrong one.
/// </summary>
internal sealed class SameEvents(ArticleReading reading, IReadOnlyList<Draft> drafts)
{
    // "The message" means what was told just before.
    private const int Back = 2;

    private readonly ILookup<Draft?, Draft> _inside = drafts.ToLookup(d => d.Parent);

    /// <summary>Dates the events of other claims of the body by those that have a date.</summary>
    public void ShareInBody(Dictionary<Draft, PartialDate> events)
    {
        foreach (var draft in drafts.OrderBy(d => d.Sentence).ThenBy(d => d.ContentHull.Start))
        {
            if (events.TryGetValue(draft, out var date)) GiveToTold(draft, date, events);
            else if (WithEarlier(draft, events) is { } shared) events[draft] = shared;
        }
    }

    /// <summary>Gives headlines and bullets the dates of the body's claim that tells the same.</summary>
    public void ShareWithSummaries(Dictionary<Draft, PartialDate> dates)
    {
        var dated = drafts.Where(d => !reading.IsSummary(d.Sentence) && dates.ContainsKey(d)).ToList();
        foreach (var summary in drafts.Where(d => reading.IsSummary(d.Sentence) && !dates.ContainsKey(d)))
        {
            if (dated.Find(d => TellsTheSame(summary, d)) is { } body) dates[summary] = dates[body];
        }
    }

    /// <summary>"The message was delivered on Monday": so was the telling just told of by the same source.</summary>
    private void GiveToTold(Draft draft, PartialDate date, Dictionary<Draft, PartialDate> events)
    {
        if (date.Day is null || draft.Teller.Who is not { } who || Predication.Of(reading, draft.Content) is not { Subject: { } thing } told) return;
        if (!reading.English.Is("told-thing", thing.Text) || !told.Sentence.ChildrenOf(thing).Any(c => c.Relation == "det" && c.Text.ToUpperInvariant() is "THE" or "THIS" or "THAT")) return;
        var before = drafts.Where(d => d.Teller.Who == who && d.Sentence < draft.Sentence && d.Sentence >= draft.Sentence - Back && TellsOfTelling(d)).MaxBy(d => d.Sentence);
        if (before is not null) events.TryAdd(before, date);
    }

    /// <summary>"They also asked …", from the same unnamed source right after: on the same occasion.</summary>
    private PartialDate? WithEarlier(Draft draft, Dictionary<Draft, PartialDate> events)
    {
        if (draft.Teller.Who is not { IsInformant: true } who || !TellsOfTelling(draft) || Predication.Of(reading, draft.Content) is not { } told) return null;
        if (!told.Sentence.ChildrenOf(told.Main).Any(c => c.Text.Equals("also", StringComparison.OrdinalIgnoreCase))) return null;
        var before = drafts.FirstOrDefault(d => d.Teller.Who == who && d.Parent is null && d.Sentence == draft.Sentence - 1 && events.ContainsKey(d));
        return before is null || events[before].Day is null ? null : events[before];
    }

    /// <summary>Whether what is told is itself that somebody told something.</summary>
    private bool TellsOfTelling(Draft draft) =>
        Predication.Of(reading, draft.Content) is { } told && _inside[draft].Any(d => d.CueWord == told.Main);

    private bool TellsTheSame(Draft one, Draft other)
    {
        if (one.Teller.Who is null || one.Teller.Who != other.Teller.Who) return false;
        if (Predication.Of(reading, one.Content) is not { } first || Predication.Of(reading, other.Content) is not { } second) return false;
        if (LemmaOf(first.Main) != LemmaOf(second.Main)) return false;
        return first.Subject is { } subject && second.Subject is { } same
            ? WhoIs(subject) is { } who && WhoIs(same) == who
            : first.Subject is null && second.Subject is null && one.Reporting is not null && one.Reporting.Lemma == other.Reporting?.Lemma;
    }

    private Referent? WhoIs(Word word) => reading.Cast.In(word.Span).FirstOrDefault()?.Who;

    private string LemmaOf(Word word) => reading.English.Reporting.Verb(word.Text)?.Lemma ?? word.Text.ToLowerInvariant();
}
