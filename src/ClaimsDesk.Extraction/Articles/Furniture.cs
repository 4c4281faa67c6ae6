using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>Lines that a page prints round its articles, known by their words alone.</summary>
internal static class Furniture
{
    private static readonly HashSet<string> Buttons = [.. WordList.English("Pages/buttons.txt")];
    private static readonly HashSet<string> EndingWords = [.. WordList.English("Pages/endings.txt").Select(e => e.TrimEnd(':'))];
    private static readonly Regex EndingOpenings = new(
        "^" + Phrases.Alternatives(WordList.English("Pages/endings.txt").Select(Regex.Escape)) + @"(?:\W|$)", Phrases.Linear | RegexOptions.IgnoreCase);
    private static readonly Regex Openings = Phrases.AnyOf("Pages/openings.txt", "^{0}");
    private static readonly Regex Pleas = Phrases.AnyOf("Pages/pleas.txt");

    /// <summary>Whether the line is a button, a label or a link by its words: "Follow", "Short Url", "Share this article:".</summary>
    public static bool Is(Line line)
    {
        if (line.Text.Length > 200) return false;
        var bare = Phrases.Bare(line.Text);
        return bare.Length <= 1 || Buttons.Contains(bare) || (line.Words <= 14 && Openings.IsMatch(line.Text)) || ButtonsOnly(bare);
    }

    /// <summary>Whether the line asks the reader to subscribe, accept, sign in, share.</summary>
    public static bool IsPlea(Line line) => line.Words <= 60 && line.Text.Length < 500 && Pleas.IsMatch(line.Text);

    /// <summary>Whether the line opens what follows an article.</summary>
    public static bool IsEnding(Line line) =>
        line.Words <= 10 && line.Text.Length < 80 && (EndingWords.Contains(Phrases.Bare(line.Text)) || (line.Words <= 6 && EndingOpenings.IsMatch(line.Text)));

    // "Twitter / Facebook / RSS", "SHARE / TWEET / 82 COMMENTS"
    private static bool ButtonsOnly(string bare)
    {
        var parts = bare.Split(['/', '|', '•', '·'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(part => Buttons.Contains(Phrases.Bare(part)));
    }
}
