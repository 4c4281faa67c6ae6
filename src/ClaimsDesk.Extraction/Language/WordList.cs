namespace ClaimsDesk.Extraction.Language;

/// <summary>
/// Word lists of a language, one entry a line, lower case unless case matters; empty lines and lines that start with <c>#</c> are left out.
/// They are files beside the assembly, so that they can be read, compared and replaced.
/// </summary>
internal static class WordList
{
    /// <summary>The entries of a list of English, e.g. <c>Pages/buttons.txt</c>, as they stand.</summary>
    /// <exception cref="IOException">The file is missing from the program's folder, which means a broken installation.</exception>
    public static IReadOnlyList<string> English(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Language", "English", Path.Combine(file.Split('/')));
        return [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
    }

    /// <summary>The entries of a list whose lines hold several names of one thing, parted by <c>|</c>, the canonical one first.</summary>
    public static IReadOnlyList<string[]> EnglishNames(string file) =>
        [.. English(file).Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
