namespace ClaimsDesk.Extraction.Tests.Claims;

/// <summary>An example from a specification: a text, and the claims that must be read from it.</summary>
/// <param name="File">The specification, without ending.</param>
/// <param name="Line">Where the example begins.</param>
/// <param name="Published">The article's date, where the example gives one.</param>
/// <param name="Text">The text.</param>
/// <param name="Expected">For each expected claim what it must have; empty where none may be read.</param>
/// <param name="IsComplete">Whether no other claim may be read.</param>
public sealed record SpecExample(string File, int Line, DateOnly? Published, string Text, IReadOnlyList<IReadOnlyDictionary<string, string>> Expected, bool IsComplete)
{
    /// <summary>All examples of all specifications.</summary>
    public static IEnumerable<SpecExample> All() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Claims", "Specs"), "*.md").Order(StringComparer.Ordinal).SelectMany(InFile);

    private static IEnumerable<SpecExample> InFile(string path)
    {
        var lines = System.IO.File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```claim", StringComparison.Ordinal)) continue;
            var end = Array.IndexOf(lines, "```", i + 1);
            var divide = Array.FindIndex(lines, i + 1, end - i, l => l.StartsWith("--- expect", StringComparison.Ordinal));
            if (divide < 0) throw new InvalidDataException($"{path}, line {i + 1}: the example has no line “--- expect”.");
            var expected = lines.Take(end).Skip(divide + 1).Where(l => l.Length > 0 && l != "…").Select(l => Properties(path, l)).ToList();
            if ((expected.Count == 0) != lines[divide].EndsWith("none", StringComparison.Ordinal)) throw new InvalidDataException($"{path}, line {divide + 1}: name the claims, or write “--- expect none”.");
            yield return new SpecExample(
                Path.GetFileNameWithoutExtension(path), i + 1,
                lines[i].Split(' ') is [_, var date] ? DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null,
                string.Join('\n', lines.Take(divide).Skip(i + 1)), expected, !lines.Take(end).Skip(divide).Contains("…"));
            i = end;
        }
    }

    private static Dictionary<string, string> Properties(string path, string line) =>
        line.Split(" | ").Select(part => part.Split(": ", 2)).ToDictionary(
            p => p.Length == 2 ? p[0].Trim() : throw new InvalidDataException($"{path}: “{line}” is not “key: value | key: value”."), p => p[1].Trim());

    /// <inheritdoc/>
    public override string ToString() => $"{File} line {Line}";
}
