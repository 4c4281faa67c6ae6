using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>
/// A headline and the body's claim that tells the same share its date. Only what surely is one event shares: no date is better than a
/// wrong one.
/// </summary>
internal sealed class SameEvents(ArticleReading reading, IReadOnlyList<Draft> drafts)
{
    /// <summary>Gives headlines and bullets the dates of the body's claim that tells the same.</summary>
    public void ShareWithSummaries(Dictionary<Draft, PartialDate> dates)
    {
        var summaries = drafts.Where(d => reading.IsSummary(d.Sentence) && !dates.ContainsKey(d)).ToList();
        if (summaries.Count == 0) return;
        var dated = drafts.Where(d => !reading.IsSummary(d.Sentence) && dates.ContainsKey(d)).ToLookup(TellingOf);
        foreach (var summary in summaries)
        {
            if (TellingOf(summary) is { } telling && dated[telling].FirstOrDefault(d => TellsTheSame(summary, d)) is { } body) dates[summary] = dates[body];
        }
    }

    /// <summary>Who tells, and the main word of what is told; null where either is not known.</summary>
    private (Referent Who, string Main)? TellingOf(Draft draft) =>
        draft.Teller.Who is { } who && Predication.Of(reading, draft.Content) is { } told ? (who, LemmaOf(told.Main)) : null;

    private bool TellsTheSame(Draft one, Draft other)
    {
        if (Predication.Of(reading, one.Content) is not { } first || Predication.Of(reading, other.Content) is not { } second) return false;
        return first.Subject is { } subject && second.Subject is { } same
            ? WhoIs(subject) is { } who && WhoIs(same) == who
            : first.Subject is null && second.Subject is null && one.Reporting is not null && one.Reporting.Lemma == other.Reporting?.Lemma;
    }

    private Referent? WhoIs(Word word) => reading.Cast.In(word.Span).FirstOrDefault()?.Who;

    private string LemmaOf(Word word) => reading.English.Reporting.Verb(word.Text)?.Lemma ?? word.Text.ToLowerInvariant();
}
