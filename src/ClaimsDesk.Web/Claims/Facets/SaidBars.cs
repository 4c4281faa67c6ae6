using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;

namespace ClaimsDesk.Web.Claims.Facets;

/// <summary>
/// The days or months in which claims were said, as bars that each stand for as many days or months: no more bars than can be told apart
/// beside the list, and the address can say any other stretch.
/// </summary>
public static class SaidBars
{
    private const int Most = 25;

    /// <summary>The bars from the first time to the last, those without a claim included.</summary>
    /// <param name="times">Days, or else months, in order; at least one.</param>
    public static IReadOnlyList<TimeCount> Of(IReadOnlyList<TimeCount> times)
    {
        var start = times[0].Time.First;
        var byDay = times[0].Time.From?.Day is not null;
        var units = Slot(times[^1].Time.First) + 1;
        var width = (units + Most - 1) / Most;
        var inBar = times.ToLookup(time => Slot(time.Time.First) / width);
        return [.. Enumerable.Range(0, (units + width - 1) / width).Select(Bar)];

        int Slot(DateOnly day) => byDay ? day.DayNumber - start.DayNumber : ((day.Year - start.Year) * 12) + day.Month - start.Month;

        PartialDate Unit(int slot) => byDay ? PartialDate.OfDay(start.AddDays(slot)) : PartialDate.OfMonth(start.AddMonths(slot));

        TimeCount Bar(int bar) => new(
            new DateSpan(Unit(bar * width), Unit(Math.Min(units, (bar + 1) * width) - 1)),
            inBar[bar].Sum(time => time.Count),
            inBar[bar].Any(time => time.IsChosen));
    }
}
