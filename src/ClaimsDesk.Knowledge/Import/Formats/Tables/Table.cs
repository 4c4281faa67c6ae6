using System.Text;

namespace ClaimsDesk.Knowledge.Import.Formats.Tables;

/// <summary>The mapping of a table with these columns, as somebody confirmed it; null where nobody did.</summary>
public delegate ColumnMapping? FindMapping(IReadOnlyList<string> columns);

/// <summary>The first rows of a table, and what its columns seem to hold.</summary>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Rows">The first rows.</param>
/// <param name="Mapping">The mapping that was confirmed for such columns, else a guess.</param>
/// <param name="IsRemembered">Whether it was confirmed.</param>
/// <param name="Problem">Why there is nothing to see; null where there is.</param>
public sealed record TablePreview(IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows, ColumnMapping Mapping, bool IsRemembered, string? Problem)
{
    /// <summary>Nothing to see, for this reason.</summary>
    public static TablePreview None(string problem) => new([], [], new ColumnMapping((string?)null), false, problem);
}

/// <summary>A file whose rows or objects are articles.</summary>
internal static class Table
{
    private const int LongestDecoded = 64 * 1024 * 1024;
    private const int RowsToGuessFrom = 20;

    /// <summary>Whether a file is one.</summary>
    public static bool Is(Incoming incoming) => CsvTable.Is(incoming) || JsonTable.Is(incoming);

    /// <summary>The rows as items.</summary>
    public static IEnumerable<FoundItem> Items(Incoming incoming, FindMapping find)
    {
        if (incoming.Stream.Length == 0) return [FoundItem.Rejected(incoming.Name, "The file is empty. Save the table into it, and try again.")];
        return Items(incoming, Limited(incoming, Rows(incoming)), find);
    }

    /// <summary>The first rows, and what the columns seem to hold.</summary>
    public static TablePreview Preview(Incoming incoming, FindMapping find, int rows)
    {
        if (!Is(incoming)) return TablePreview.None("This is no table. Choose a CSV, JSON or JSON Lines file.");
        var first = Rows(incoming).Take(RowsToGuessFrom).ToList();
        var good = first.Where(row => row.Row is not null).Select(row => row.Row!).ToList();
        if (good.Count == 0) return TablePreview.None(first.Select(row => row.Problem).FirstOrDefault() ?? "The table has no rows. Fill it, and choose it again.");
        var columns = ColumnsOf(good);
        var remembered = find(columns);
        return new TablePreview(columns, [.. good.Take(rows)], remembered ?? ColumnMapping.Guess(columns, good), remembered is not null, null);
    }

    private static IEnumerable<FoundItem> Items(Incoming incoming, IEnumerable<FoundRow> rows, FindMapping find)
    {
        ColumnMapping? remembered = null;
        var any = false;
        foreach (var chunk in rows.Chunk(RowsToGuessFrom))
        {
            any = true;
            List<TableRow> good = [.. chunk.Where(row => row.Row is not null).Select(row => row.Row!)];
            var columns = good.Count == 0 ? [] : ColumnsOf(good);
            // Objects of JSON may differ in their columns; what was confirmed for the first of a file holds for the rest where it can.
            remembered = find(columns) ?? (remembered?.Text is { } text && columns.Contains(text) ? remembered : null);
            var mapping = good.Exists(row => row.Values.ContainsKey("ninjs")) ? Ninjs.Mapping : remembered ?? ColumnMapping.Guess(columns, good);
            foreach (var row in chunk)
            {
                var name = $"{incoming.Name}, {row.Place}";
                if (row.Row is null)
                {
                    yield return FoundItem.Rejected(name, row.Problem!);
                    continue;
                }
                yield return mapping.Text is null && mapping.Title is null ? FoundItem.Rejected(name, NoTextColumn(row.Row)) : MappedRow.Item(name, row.Row, mapping);
            }
        }
        if (!any) yield return FoundItem.Rejected(incoming.Name, "The table has no rows. Fill it, and import it again.");
    }

    private static string NoTextColumn(TableRow row) =>
        $"None of the columns ({string.Join(", ", row.Values.Keys.Take(8))}) seems to hold the text. Say which one does under Import, Columns of a table, and import the file again.";

    private static IReadOnlyList<string> ColumnsOf(List<TableRow> rows) =>
        rows[0].Values.ContainsKey("ninjs") ? [.. rows[0].Values.Keys.Where(key => key != "ninjs")] : [.. rows.SelectMany(row => row.Values.Keys).Distinct()];

    private static IEnumerable<FoundRow> Rows(Incoming incoming) => JsonTable.Is(incoming) ? JsonTable.Rows(incoming) : CsvRows(incoming);

    private static IEnumerable<FoundRow> CsvRows(Incoming incoming)
    {
        using var reader = Reader(incoming);
        foreach (var row in reader is null ? [FoundRow.Bad(1, "This is a binary file, not a table. Save it as CSV in UTF-8, and import that.")] : CsvTable.Rows(reader)) yield return row;
    }

    // Beyond a size no encoding is looked for: exports of that size are made by programs, in UTF-8.
    private static TextReader? Reader(Incoming incoming)
    {
        incoming.Stream.Position = 0;
        if (incoming.Stream.Length > LongestDecoded) return new StreamReader(incoming.Stream, Encoding.UTF8, true, -1, leaveOpen: true);
        var bytes = new byte[incoming.Stream.Length];
        incoming.Stream.ReadExactly(bytes);
        return TextDecoder.DecodeAny(bytes) is Decoding.Read read ? new StringReader(read.Text) : null;
    }

    private static IEnumerable<FoundRow> Limited(Incoming incoming, IEnumerable<FoundRow> rows)
    {
        var count = 0;
        foreach (var row in rows)
        {
            if (++count > incoming.Limits.Entries)
            {
                yield return row with { Row = null, Problem = $"The table has more than {incoming.Limits.Entries} rows; the rest is left out. Split it, and import the parts." };
                yield break;
            }
            yield return row;
        }
    }
}
