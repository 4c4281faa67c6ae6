using System.Globalization;

namespace ClaimsDesk.Web.Claims.Words;

/// <summary>Days and moments as people read them.</summary>
public static class DayWords
{
    /// <summary><c>5 Aug 2024</c>.</summary>
    public static string Brief(this DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>5 August 2024</c>.</summary>
    public static string Full(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>22 Nov 2026</c>, of a moment in UTC.</summary>
    public static string Day(this DateTime moment) => moment.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>22 Nov 2026, 14:05 UTC</c>: what stands behind <see cref="Day"/> on hover.</summary>
    public static string Exact(this DateTime moment) => moment.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
