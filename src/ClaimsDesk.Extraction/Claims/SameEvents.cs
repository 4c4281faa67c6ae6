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
        var dated = drafts.Where(d => !reading.IsSummary(d.Sentence) && dates.ContainsKey(d)).ToList();
        foreach (var summary in drafts.Where(d => reading.IsSummary(d.Sentence) && !dates.ContainsKey(d)))
        {
            if (dated.Find(d => TellsTheSame(summary, d)) is { } body) dates[summary] = dates[body];
        }
    }

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
