using System.Globalization;
using ClaimsDesk.Extraction.Pages;

namespace ClaimsDesk.Knowledge.Import.Formats.Tables;

/// <summary>A day as tables and feeds write it.</summary>
internal static class WrittenDay
{
    private const long FirstSecond = 631152000, LastSecond = 4102444800; // 1990 to 2100, in seconds of Unix

    /// <summary>The day; null where none can be read, or where it can be read in two ways.</summary>
    public static DateOnly? Read(string? words)
    {
        if (words is null) return null;
        if (PageReader.ReadDay(words) is { } day) return day;
        if (!long.TryParse(words.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var seconds = number > LastSecond ? number / 1000 : number;
        return seconds is >= FirstSecond and <= LastSecond ? DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(seconds)) : null;
    }
}

/// <summary>An address as tables and feeds write it.</summary>
internal static class WebAddress
{
    private const int Longest = 2000;

    /// <summary>The address where it is one of the web, else null: a link that runs a script is none.</summary>
    public static string? Of(string? words) =>
        words is { Length: <= Longest } && Uri.TryCreate(words.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address.AbsoluteUri : null;
}
