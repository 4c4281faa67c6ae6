using System.Globalization;

namespace ClaimsDesk.Knowledge.Import.Formats.Tables;

/// <summary>A row of a table, or what is wrong with it.</summary>
/// <param name="Place">Where it stands: <c>line 14</c>.</param>
/// <param name="Row">The row; null where it cannot be read.</param>
/// <param name="Problem">What is wrong, and the cure.</param>
internal sealed record FoundRow(string Place, TableRow? Row, string? Problem)
{
    /// <summary>A row that was read.</summary>
    public static FoundRow Good(TableRow row) => new(row.Place, row, null);

    /// <summary>A line that cannot be read.</summary>
    public static FoundRow Bad(int line, string problem) => new(LinePlace(line), null, problem);

    /// <summary>The place of a line.</summary>
    public static string LinePlace(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");
}
