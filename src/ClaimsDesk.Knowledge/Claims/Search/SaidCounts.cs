using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>Claims by when they were said.</summary>
internal sealed class SaidCounts(TalliedDays tallied, Choices<DateChoice> chosen, DateOnly today)
{
    private const int MostBars = 1_000, MonthsShownByDay = 2;

    // A claim of which only the year is known has a first and a last month that differ.
    private readonly List<MonthCount> _months = [.. tallied.Days
        .GroupBy(d => (d.First.Year, d.First.Month, IsMonth: d.First.Month == d.Last.Month))
        .Select(g => new MonthCount(g.Key.Year, g.Key.Month, g.Key.IsMonth, g.Sum(d => d.Count)))];

    /// <summary>By month, or by day where all lie in two months. Only what is known to the month, or to the day: a claim of "2024" would all stand in January.</summary>
    public IReadOnlyList<TimeCount> Bars()
    {
        var months = _months.Where(m => m.IsMonth).OrderByDescending(m => m.Year).ThenByDescending(m => m.Month).Take(MostBars).Reverse().ToList();
        if (months.Count > MonthsShownByDay) return [.. months.Select(m => Bar(new PartialDate(m.Year, m.Month), m.Count))];
        return [.. tallied.Days.Where(d => d.First == d.Last).OrderBy(d => d.First).Select(d => Bar(PartialDate.OfDay(d.First), d.Count))];
    }

    /// <summary>
    /// The years, or the months of the only one there is or that is chosen. A claim of which only the year is known counts in each of its
    /// months, because a click on any of them shows it.
    /// </summary>
    public Facet Facet()
    {
        var values = new List<FacetValue>();
        foreach (var (date, count) in YearToOpen() is { } year ? MonthsOf(year) : Years()) values.Add(Value(DateSpan.Of(date), DateWords.Of(date), count));
        if (tallied.Undated > 0) values.Add(Value(DateChoice.Unknown, "Not dated", tallied.Undated));
        foreach (var days in chosen.Values.Distinct().Where(days => values.TrueForAll(v => v.Value != days.ToString())).ToList())
            values.Add(Value(days, DateWords.Of(days), Count(days)));
        return new Facet("said", values, 0, tallied.IsPartial);
    }

    private IEnumerable<(PartialDate Date, int Count)> Years() => _months
        .GroupBy(m => m.Year).OrderByDescending(y => y.Key).Select(y => (new PartialDate(y.Key), y.Sum(m => m.Count)));

    private IEnumerable<(PartialDate Date, int Count)> MonthsOf(int year)
    {
        var ofYear = _months.Where(m => m.Year == year).ToList();
        var yearOnly = ofYear.Where(m => !m.IsMonth).Sum(m => m.Count);
        return ofYear.Where(m => m.IsMonth).OrderByDescending(m => m.Month).Select(m => (new PartialDate(year, m.Month), m.Count + yearOnly));
    }

    private int? YearToOpen()
    {
        var years = _months.Select(m => m.Year).Distinct().ToList();
        var chosenYears = Spans().SelectMany(span => new[] { span.First.Year, span.Last.Year }).Distinct().ToList();
        int? only = years.Count == 1 ? years[0] : chosenYears.Count == 1 ? chosenYears[0] : null;
        return _months.Exists(m => m.Year == only && m.IsMonth) ? only : null;
    }

    private int Count(DateChoice days) => days.On(today) is { } span ? tallied.Days.Where(d => d.First <= span.Last && d.Last >= span.First).Sum(d => d.Count) : 0;

    private TimeCount Bar(PartialDate time, int count) => new(DateSpan.Of(time), count, Spans().Any(s => s.First <= time.Last && s.Last >= time.First));

    private FacetValue Value(DateChoice days, string label, int count) => new(days.ToString(), label, count, chosen.SenseOf(days));

    private IEnumerable<DateSpan> Spans() => chosen.AnyOf.Concat(chosen.AllOf).Select(days => days.On(today)).OfType<DateSpan>();

    private sealed record MonthCount(int Year, int Month, bool IsMonth, int Count);
}
