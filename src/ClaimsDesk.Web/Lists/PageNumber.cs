using System.Globalization;

namespace ClaimsDesk.Web.Lists;

/// <summary>Reads numbers of a list's address; what is no number is the same as none.</summary>
public static class PageNumber
{
    private const int Last = 10_000; // further on nobody turns pages, and an offset costs what it skips

    /// <summary>The page, from one.</summary>
    public static int Of(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, Last) : 1;
}
