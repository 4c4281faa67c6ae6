using System.Globalization;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>A date as precisely as the text gives it: a year, a month or a day. Written <c>2024</c>, <c>2024-08</c> or <c>2024-08-05</c>.</summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>Makes a date of the given precision.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The parts are no date of the calendar, or a day comes without a month.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (year is < 1 or > 9999) throw new ArgumentOutOfRangeException(nameof(year), year, "A year lies between 1 and 9999.");
        if (month is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(month), month, "A month lies between 1 and 12.");
        if (day is not null && (month is null || day < 1 || day > DateTime.DaysInMonth(year, month.Value)))
            throw new ArgumentOutOfRangeException(nameof(day), day, "A day lies within its month.");
        (Year, Month, Day) = (year, month, day);
    }

    /// <summary>Year of the Gregorian calendar.</summary>
    public int Year { get; }

    /// <summary>1 to 12, or null where only the year is known.</summary>
    public int? Month { get; }

    /// <summary>1 to 31, or null where the day is not known.</summary>
    public int? Day { get; }

    /// <summary>The first day it can mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day it can mean.</summary>
    public DateOnly Last => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>A date known to the day.</summary>
    public static PartialDate OfDay(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>A date known to the month.</summary>
    public static PartialDate OfMonth(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads what <see cref="ToString"/> writes; false, and nothing thrown, for anything else.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = text?.Split('-') ?? [];
        if (parts.Length is < 1 or > 3 || parts[0].Length != 4 || parts.Skip(1).Any(p => p.Length != 2)) return false;
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
        }
        if (numbers[0] < 1 || (parts.Length > 1 && numbers[1] is < 1 or > 12)) return false;
        if (parts.Length > 2 && (numbers[2] < 1 || numbers[2] > DateTime.DaysInMonth(numbers[0], numbers[1]))) return false;
        date = new PartialDate(numbers[0], parts.Length > 1 ? numbers[1] : null, parts.Length > 2 ? numbers[2] : null);
        return true;
    }

    /// <summary>By the first day it can mean, the vaguer first.</summary>
    public int CompareTo(PartialDate other) => First != other.First ? First.CompareTo(other.First) : other.Last.CompareTo(Last);

    /// <summary><c>2024</c>, <c>2024-08</c> or <c>2024-08-05</c>: sorts as text.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Orders as <see cref="CompareTo"/>.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
