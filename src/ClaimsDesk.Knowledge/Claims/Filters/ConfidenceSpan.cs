using System.Globalization;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>How sure the finder of a claim is: <c>0.8..</c>, <c>..0.5</c> or <c>0.5..0.8</c>, both ends included.</summary>
/// <param name="Least">Between 0 and 1.</param>
/// <param name="Most">Between <paramref name="Least"/> and 1.</param>
public readonly record struct ConfidenceSpan(double Least, double Most)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryRead(string text, out ConfidenceSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        span = default;
        var ends = text.Trim().Split("..");
        if (ends.Length != 2 || (ends[0].Length == 0 && ends[1].Length == 0)) return false;
        if (!TryReadEnd(ends[0], 0, out var least) || !TryReadEnd(ends[1], 1, out var most) || least > most) return false;
        span = new ConfidenceSpan(least, most);
        return true;
    }

    /// <summary>As it stands in a URL; an end that keeps nothing out is left away.</summary>
    public override string ToString() => (Least, Most) switch
    {
        (0, 1) => "0..",
        (_, 1) => $"{Written(Least)}..",
        (0, _) => $"..{Written(Most)}",
        _ => $"{Written(Least)}..{Written(Most)}",
    };

    /// <summary>As it reads in a sentence.</summary>
    public string InWords() => (Least, Most) switch
    {
        (_, 1) => $"of at least {Written(Least)}",
        (0, _) => $"of at most {Written(Most)}",
        _ => $"from {Written(Least)} to {Written(Most)}",
    };

    private static string Written(double end) => end.ToString("0.###", CultureInfo.InvariantCulture);

    private static bool TryReadEnd(string text, double open, out double end)
    {
        end = open;
        if (text.Length == 0) return true;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out end)) return false;
        end = Math.Round(end, 3);
        return end is >= 0 and <= 1;
    }
}
