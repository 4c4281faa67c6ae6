using System.Globalization;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>Days in a filter: a stretch (<see cref="DateSpan"/>), the last days up to today (<c>7d</c>), or the day that is not known (<c>none</c>).</summary>
public readonly record struct DateChoice
{
    /// <summary>The greatest number of days back that can be asked for: a hundred years.</summary>
    public const int GreatestLastDays = 36_525;

    private const string NotKnown = "none";

    private DateChoice(DateSpan? span, int? lastDays) => (Span, LastDays) = (span, lastDays);

    /// <summary>No day is known.</summary>
    public static DateChoice Unknown { get; }

    /// <summary>The stretch of days; null where it is another choice.</summary>
    public DateSpan? Span { get; }

    /// <summary>How many days up to and including today; null where it is another choice.</summary>
    public int? LastDays { get; }

    /// <summary>A stretch of days.</summary>
    public static implicit operator DateChoice(DateSpan span) => Of(span);

    /// <summary>A stretch of days.</summary>
    public static DateChoice Of(DateSpan span) => new(span, null);

    /// <summary>The last <paramref name="days"/> days, today included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none, or more than <see cref="GreatestLastDays"/>.</exception>
    public static DateChoice Last(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, GreatestLastDays);
        return new DateChoice(null, days);
    }

    /// <summary>The stretch it means when today is <paramref name="today"/>; null where no day is to be known.</summary>
    public DateSpan? On(DateOnly today) => LastDays is not { } days
        ? Span
        : new DateSpan(Extraction.Claims.PartialDate.OfDay(today.AddDays(1 - days)), Extraction.Claims.PartialDate.OfDay(today));

    /// <summary>Reads what <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryRead(string text, out DateChoice choice)
    {
        var trimmed = text.Trim();
        choice = Unknown;
        if (string.Equals(trimmed, NotKnown, StringComparison.OrdinalIgnoreCase)) return true;
        if (trimmed.EndsWith('d'))
        {
            var isNumber = int.TryParse(trimmed.AsSpan(0, trimmed.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days);
            if (!isNumber || days is < 1 or > GreatestLastDays) return false;
            choice = Last(days);
            return true;
        }
        if (!DateSpan.TryRead(trimmed, out var span)) return false;
        choice = Of(span);
        return true;
    }

    /// <summary>As it stands in a URL.</summary>
    public override string ToString() =>
        LastDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days}d") : Span?.ToString() ?? NotKnown;
}
