namespace ClaimsDesk.Extraction.Tests.Specs;

/// <summary>An example of a spec: a text, and what is to be read from it.</summary>
/// <param name="Name">The words of the heading it stands under.</param>
/// <param name="Kind">The word behind the fence: which reader it is for.</param>
/// <param name="Given">The text.</param>
/// <param name="Expected">The lines below <c>--- expect</c>.</param>
public sealed record SpecExample(string Name, string Kind, string Given, IReadOnlyList<string> Expected);

/// <summary>
/// Specs in Markdown, beside the tests that run them: headings say the rule, fenced blocks hold a text, a line <c>--- expect</c> and what is
/// expected. All other words are for the reader.
/// </summary>
internal static class SpecFile
{
    private const string Expectation = "--- expect";

    /// <summary>The examples of a file in the tests' folder, e.g. <c>Articles/articles.md</c>.</summary>
    public static IReadOnlyList<SpecExample> Read(string file)
    {
        var examples = new List<SpecExample>();
        var (name, kind) = ("", (string?)null);
        var lines = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, Path.Combine(file.Split('/')))))
        {
            if (kind is null && line.StartsWith('#')) name = line.TrimStart('#', ' ');
            else if (kind is null && line.StartsWith("```", StringComparison.Ordinal)) kind = line[3..].Trim();
            else if (kind is not null && line.StartsWith("```", StringComparison.Ordinal))
            {
                examples.Add(Example(name, kind, lines));
                (kind, lines) = (null, []);
            }
            else if (kind is not null) lines.Add(line);
        }
        return kind is null ? examples : throw new InvalidDataException($"{file}: the fence under \"{name}\" is not closed");
    }

    private static SpecExample Example(string name, string kind, List<string> lines)
    {
        var cut = lines.FindIndex(line => line.StartsWith(Expectation, StringComparison.Ordinal));
        if (cut < 0) throw new InvalidDataException($"\"{name}\": an example needs a line \"{Expectation}\"");
        return new SpecExample(name, kind, string.Join('\n', lines[..cut]), [.. lines[(cut + 1)..].Where(line => line.Trim().Length > 0)]);
    }
}
