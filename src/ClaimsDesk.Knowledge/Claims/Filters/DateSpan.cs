using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>A stretch of days in a filter, written <c>2024-08</c>, <c>2024-08-05</c>, <c>2024-01..2024-12</c>, <c>2024-01..</c> or <c>..2024-12</c>.</summary>
public readonly record struct DateSpan
{
    /// <summary>Makes a stretch; an end that is null is open.</summary>
    /// <exception cref="ArgumentException">Both ends are open, or the end comes before the start.</exception>
    public DateSpan(PartialDate? from, PartialDate? to)
    {
        if (!IsStretch(from, to)) throw new ArgumentException("A stretch of days has a start or an end, and the end does not come before the start.");
        (From, To) = (from, to);
    }

    /// <summary>The day, month or year it starts with; null when open.</summary>
    public PartialDate? From { get; }

    /// <summary>The day, month or year it ends with; null when open.</summary>
    public PartialDate? To { get; }

    /// <summary>The first day in it.</summary>
    public DateOnly First => From?.First ?? DateOnly.MinValue;

    /// <summary>The last day in it.</summary>
    public DateOnly Last => To?.Last ?? DateOnly.MaxValue;

    /// <summary>One day, month or year.</summary>
    public static DateSpan Of(PartialDate date) => new(date, date);

    /// <summary>Reads what <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryRead(string text, out DateSpan span)
    {
        span = default;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (!TryReadEnd(dots < 0 ? text : text[..dots], out var from)) return false;
        if (!TryReadEnd(dots < 0 ? text : text[(dots + 2)..], out var to)) return false;
        if (!IsStretch(from, to)) return false;
        span = new DateSpan(from, to);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => From == To ? $"{From}" : $"{From}..{To}";

    private static bool IsStretch(PartialDate? from, PartialDate? to) =>
        from is null ? to is not null : to is null || from.Value.First <= to.Value.Last;

    private static bool TryReadEnd(string text, out PartialDate? end)
    {
        end = null;
        if (text.Length == 0) return true;
        if (!PartialDate.TryParse(text.Trim(), out var date)) return false;
        end = date;
        return true;
    }
}
