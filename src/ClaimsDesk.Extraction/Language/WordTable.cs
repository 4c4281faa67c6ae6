namespace ClaimsDesk.Extraction.Language;

/// <summary>A table of words that travels beside the program as a plain file: one entry a line, columns apart with tabs, <c>#</c> before remarks.</summary>
internal static class WordTable
{
    /// <summary>The rows of a list, each with at least <paramref name="columns"/> columns.</summary>
    /// <exception cref="InvalidDataException">The file is missing or a line has too few columns.</exception>
    public static IEnumerable<string[]> Rows(string name, int columns = 1)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Language", "English", name);
        if (!File.Exists(path)) throw new InvalidDataException($"{path} is missing: the word lists belong beside the program.");
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var row = line.Split('\t');
            if (row.Length < columns) throw new InvalidDataException($"{path}, line {number}: {columns} columns are needed, apart with tabs; {row.Length} found.");
            yield return row;
        }
    }

    /// <summary>The first column as a set.</summary>
    public static HashSet<string> Words(string name) => Rows(name).Select(r => r[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands in one column, several apart with a bar.</summary>
    public static string[] Several(string column) => column.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
