using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>Counts claims by when they were said.</summary>
internal sealed class SaidCounts(
    IQueryable<Claim> claims, bool isPartial, Choices<DateChoice> chosen, DateOnly today, CancellationToken cancellationToken)
{
    private const int Bound = 1_000, MonthsShownByDay = 2;

    /// <summary>By month, or by day where all lie in two months. Only what is known to the month, or to the day: a claim of "2024" would all stand in January.</summary>
    public async Task<IReadOnlyList<TimeCount>> BarsAsync()
    {
        var dated = claims.Where(c => c.SaidOn != null && c.SaidFirst.Month == c.SaidLast.Month);
        var months = await dated
            .GroupBy(c => new { c.SaidFirst.Year, c.SaidFirst.Month })
            .Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() })
            .OrderByDescending(m => m.Year).ThenByDescending(m => m.Month)
            .Take(Bound)
            .ToListAsync(cancellationToken);
        if (months.Count > MonthsShownByDay) return [.. months.AsEnumerable().Reverse().Select(m => Bar(new PartialDate(m.Year, m.Month), m.Count))];
        var days = await dated.Where(c => c.SaidFirst == c.SaidLast)
            .GroupBy(c => c.SaidFirst)
            .Select(g => new { Day = g.Key, Count = g.Count() })
            .OrderBy(d => d.Day)
            .ToListAsync(cancellationToken);
        return [.. days.Select(d => Bar(PartialDate.OfDay(d.Day), d.Count))];
    }

    /// <summary>
    /// The years, or the months of the only one there is or that is chosen. A claim of which only the year is known counts in each of its
    /// months, because a click on any of them shows it.
    /// </summary>
    public async Task<Facet> FacetAsync()
    {
        var dated = await claims.Where(c => c.SaidOn != null)
            .GroupBy(c => new { c.SaidFirst.Year, c.SaidFirst.Month, IsMonth = c.SaidFirst.Month == c.SaidLast.Month })
            .Select(g => new MonthCount(g.Key.Year, g.Key.Month, g.Key.IsMonth, g.Count()))
            .ToListAsync(cancellationToken);
        var undated = await claims.CountAsync(c => c.SaidOn == null, cancellationToken);
        var values = new List<FacetValue>();
        foreach (var (date, count) in YearToOpen(dated) is { } year ? MonthsOf(year, dated) : Years(dated))
            values.Add(Value(DateSpan.Of(date), DateWords.Of(date), count));
        if (undated > 0) values.Add(Value(DateChoice.Unknown, "Not dated", undated));
        foreach (var days in chosen.Values.Distinct().Where(days => values.TrueForAll(v => v.Value != days.ToString())).ToList())
            values.Add(Value(days, DateWords.Of(days), await CountAsync(days)));
        return new Facet("said", values, 0, isPartial);
    }

    private static IEnumerable<(PartialDate Date, int Count)> Years(IEnumerable<MonthCount> dated) => dated
        .GroupBy(m => m.Year).OrderByDescending(y => y.Key).Select(y => (new PartialDate(y.Key), y.Sum(m => m.Count)));

    private static IEnumerable<(PartialDate Date, int Count)> MonthsOf(int year, IEnumerable<MonthCount> dated)
    {
        var ofYear = dated.Where(m => m.Year == year).ToList();
        var yearOnly = ofYear.Where(m => !m.IsMonth).Sum(m => m.Count);
        return ofYear.Where(m => m.IsMonth).OrderByDescending(m => m.Month).Select(m => (new PartialDate(year, m.Month), m.Count + yearOnly));
    }

    private int? YearToOpen(List<MonthCount> dated)
    {
        var years = dated.Select(m => m.Year).Distinct().ToList();
        var chosenYears = Spans().SelectMany(span => new[] { span.First.Year, span.Last.Year }).Distinct().ToList();
        int? only = years.Count == 1 ? years[0] : chosenYears.Count == 1 ? chosenYears[0] : null;
        return dated.Exists(m => m.Year == only && m.IsMonth) ? only : null;
    }

    private async Task<int> CountAsync(DateChoice days) => days.On(today) is { } span
        ? await claims.CountAsync(c => c.SaidOn != null && c.SaidFirst <= span.Last && c.SaidLast >= span.First, cancellationToken)
        : 0;

    private TimeCount Bar(PartialDate time, int count) => new(DateSpan.Of(time), count, Spans().Any(s => s.First <= time.Last && s.Last >= time.First));

    private FacetValue Value(DateChoice days, string label, int count) => new(days.ToString(), label, count, chosen.SenseOf(days));

    private IEnumerable<DateSpan> Spans() => chosen.AnyOf.Concat(chosen.AllOf).Select(days => days.On(today)).OfType<DateSpan>();

    private sealed record MonthCount(int Year, int Month, bool IsMonth, int Count);
}
