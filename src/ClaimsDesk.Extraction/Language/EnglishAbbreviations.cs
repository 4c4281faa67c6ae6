namespace ClaimsDesk.Extraction.Language;

/// <summary>English words that are written with a full stop at their end.</summary>
internal sealed class EnglishAbbreviations
{
    private readonly HashSet<string> _beforeName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beforeFigure = new(StringComparer.Ordinal);
    private readonly HashSet<string> _other = new(StringComparer.Ordinal);

    /// <summary>The list beside the program: a kind in brackets, then words, without their full stop.</summary>
    public static EnglishAbbreviations Load()
    {
        var read = new EnglishAbbreviations();
        var into = read._other;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Language", "English", "abbreviations.txt")))
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith('['))
            {
                into = line switch
                {
                    "[before a name]" => read._beforeName,
                    "[before a figure]" => read._beforeFigure,
                    "[anywhere]" => read._other,
                    _ => throw new InvalidDataException($"abbreviations.txt: no kind is called {line}"),
                };
                continue;
            }
            into.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        return read;
    }

    /// <summary>Whether the word is written with a full stop.</summary>
    public bool Contains(string word) => StandsBeforeName(word) || StandsBeforeFigure(word) || _other.Contains(word);

    /// <summary>A title that no sentence ends with: "Gen.", "Sen.".</summary>
    public bool StandsBeforeName(string word) => _beforeName.Contains(word);

    /// <summary>"Aug. 6", "No. 5": no sentence ends with it where a figure follows.</summary>
    public bool StandsBeforeFigure(string word) => _beforeFigure.Contains(word);
}
