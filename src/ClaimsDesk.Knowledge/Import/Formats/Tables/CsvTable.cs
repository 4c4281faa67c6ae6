using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace ClaimsDesk.Knowledge.Import.Formats.Tables;

/// <summary>A table of comma-, semicolon- or tab-separated values; its first line names the columns.</summary>
internal static class CsvTable
{
    private const int LongestField = 5 * 1024 * 1024;
    private const int LongestName = 200;

    /// <summary>Whether the file is such a table, by its name.</summary>
    public static bool Is(Incoming incoming) => incoming.Extension is ".csv" or ".tsv";

    /// <summary>The rows, each with what is wrong with it where something is.</summary>
    public static IEnumerable<FoundRow> Rows(TextReader reader)
    {
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t", "|"],
            MaxFieldSize = LongestField,
            BadDataFound = null,
            IgnoreBlankLines = true,
        });
        IReadOnlyList<string>? columns = null;
        while (true)
        {
            var line = csv.RawRow + 1;
            var (more, problem) = Next(csv, line);
            if (problem is not null) yield return FoundRow.Bad(line, problem!);
            if (!more) yield break;
            if (columns is null)
            {
                (columns, problem) = ColumnsOf(csv.Record ?? []);
                if (problem is null) continue;
                yield return FoundRow.Bad(line, problem!);
                yield break;
            }
            yield return csv.Count == columns.Count
                ? FoundRow.Good(new TableRow(FoundRow.LinePlace(line), MappedRow.Bytes(csv.RawRecord), columns.Select((column, i) => (column, i)).ToDictionary(c => c.column, c => csv[c.i], StringComparer.Ordinal)))
                : FoundRow.Bad(line, string.Create(CultureInfo.InvariantCulture, $"Line {line} has {csv.Count} fields where the first line names {columns.Count}. Check its quotation marks and separators, and import it again."));
        }
    }

    private static (bool More, string? Problem) Next(CsvParser csv, int line)
    {
        try
        {
            return (csv.Read(), null);
        }
        catch (CsvHelperException)
        {
            return (false, $"Line {line} cannot be read as a row, most likely for a quotation mark that is never closed. Mend it, and import the rest again.");
        }
    }

    private static (IReadOnlyList<string>? Columns, string? Problem) ColumnsOf(string[] names)
    {
        if (names.Length < 2) return (null, "The first line names no columns. Put their names there, separated by commas, and import it again.");
        if (Array.Exists(names, name => name.Length > LongestName)) return (null, "The first line is no names of columns but a text. Put the names above it, and import it again.");
        var columns = new List<string>();
        foreach (var (name, i) in names.Select((name, i) => (ImportFile.Printable(name.Trim().TrimStart('\uFEFF')), i)))
            columns.Add(name.Length == 0 || columns.Contains(name) ? string.Create(CultureInfo.InvariantCulture, $"{name} (column {i + 1})").Trim() : name);
        return (columns, null);
    }
}
