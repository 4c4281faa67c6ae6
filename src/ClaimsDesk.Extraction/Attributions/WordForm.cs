using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>What a word looks like, as far as it tells where spans begin and end: marks, and the closed classes that open clauses.</summary>
internal enum WordForm : byte
{
    Other, Comma, Stop, Asking, Colon, Semicolon, Dash, Hyphen, OpenBracket, CloseBracket, OpenQuote, CloseQuote, QuoteMark, Mark,
    That, Whether, To, Relative, And, But, Or, Not, Because, Contrast, Time, By, Of, About, As, How, Pronoun, Figure,
}

internal static class WordForms
{
    private static readonly Dictionary<string, WordForm> Words = WordList.English("word-forms.tsv")
        .Select(line => line.Split('\t'))
        .SelectMany(cells => cells[1].Split(' ').Select(word => (Word: word, Form: Enum.Parse<WordForm>(cells[0]))))
        .ToDictionary(entry => entry.Word, entry => entry.Form, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many forms there are.</summary>
    public static int Count { get; } = Enum.GetValues<WordForm>().Length;

    /// <summary>The form of a word by its letters, and by its tag where they do not tell.</summary>
    public static WordForm Of(string word, string tag)
    {
        if (Words.TryGetValue(word, out var form)) return form;
        return tag switch { "PUNCT" or "SYM" => WordForm.Mark, "PRON" => WordForm.Pronoun, "NUM" => WordForm.Figure, _ => WordForm.Other };
    }
}
