using System.Globalization;
using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>Dates as people read them.</summary>
public static class DateWords
{
    /// <summary>"2024", "Aug 2024" or "5 Aug 2024".</summary>
    public static string Of(PartialDate date) => date switch
    {
        { Day: not null } => date.First.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        { Month: not null } => date.First.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        _ => date.Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>"5–6 Aug 2024", "Jan–Dec 2024", "since Aug 2024", "until 6 Aug 2024".</summary>
    public static string Of(DateSpan span) => (span.From, span.To) switch
    {
        (null, { } to) => $"until {Of(to)}",
        ({ } from, null) => $"since {Of(from)}",
        ({ } from, { } to) when from == to => Of(from),
        ({ } from, { } to) => Between(from, to),
        _ => "",
    };

    /// <summary>"Aug 2024", "in the last 7 days", "at an unknown time".</summary>
    public static string Of(DateChoice days) => days switch
    {
        { LastDays: 1 } => "today",
        { LastDays: { } number } => $"in the last {number.ToString("N0", CultureInfo.InvariantCulture)} days",
        { Span: { } span } => Of(span),
        _ => "at an unknown time",
    };

    private static string Between(PartialDate from, PartialDate to)
    {
        var bothDays = from.Day is not null && to.Day is not null;
        if (bothDays && (from.Year, from.Month) == (to.Year, to.Month)) return $"{from.Day}–{Of(to)}";
        if (from.Year != to.Year || from.Month is null || to.Month is null || from.Day is null != to.Day is null) return $"{Of(from)} – {Of(to)}";
        var start = from.First.ToString(bothDays ? "d MMM" : "MMM", CultureInfo.InvariantCulture);
        return bothDays ? $"{start} – {Of(to)}" : $"{start}–{Of(to)}";
    }
}
