using System.Globalization;

namespace ClaimsDesk.Web.Claims.Words;

/// <summary>Numbers with their noun.</summary>
public static class Counted
{
    /// <summary><c>1 claim</c>, <c>1,204 claims</c>.</summary>
    public static string Of(long number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");
}
