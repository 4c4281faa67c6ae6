using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>Lines that a page prints round its articles, known by their words alone.</summary>
internal static class Furniture
{
    private const int MostWordsOfAnEnding = 8;
    private const int MostWordsOfAPlea = 60;
    private const int MostWordsOfACredit = 20;
    private const int MostWordsOfALink = 14;
    private static readonly HashSet<string> Buttons = [.. WordList.English("Pages/buttons.txt")];
    private static readonly HashSet<string> LinkLabels = [.. WordList.English("Pages/link-labels.txt")];
    private static readonly HashSet<string> Endings = [.. WordList.English("Pages/endings.txt")];
    private static readonly Phrases CreditOpenings = new("Pages/credits.txt", "^");
    private static readonly Phrases Openings = new("Pages/openings.txt", "^");
    private static readonly Phrases Pleas = new("Pages/pleas.txt");
    private static readonly Phrases Notices = new("Pages/notices.txt");
    private static readonly Regex Address = new(@"\b(?:you|your|we|our|us|me|my)\b|^(?:sign|subscribe|join|get|click|tap|download|share|follow|please)\b", Phrases.Linear | RegexOptions.IgnoreCase);

    /// <summary>Whether the line is a button, a label or a link by its words: "Follow", "Short Url", "Share this article:".</summary>
    public static bool Is(Line line)
    {
        if (line.Text.Length > 200) return false;
        var bare = Phrases.Bare(line.Text);
        return bare.Length <= 1 || Buttons.Contains(bare) || (line.Words <= MostWordsOfACredit && CreditOpenings.AreIn(line.Text))
            || (line.Words <= MostWordsOfALink && !(line.EndsSentence && line.Words >= 6) && Openings.AreIn(line.Text)) || ButtonsOnly(bare);
    }

    /// <summary>Whether the line stands over links to other articles: "Read more", "Related".</summary>
    public static bool IsLinkLabel(Line line) => line.Text.Length < 60 && LinkLabels.Contains(Phrases.Bare(line.Text));

    /// <summary>Whether the line asks the reader to subscribe, accept, sign in, share.</summary>
    public static bool IsPlea(Line line) => line.Words <= MostWordsOfAPlea && line.Text.Length < 500
        && (Notices.AreIn(line.Text) || ((line.Words <= 12 || Address.IsMatch(line.Text)) && !line.Text.AsSpan().ContainsAny('"', '“', '”') && Pleas.AreIn(line.Text)));

    /// <summary>Whether the line opens what follows an article.</summary>
    public static bool IsEnding(Line line)
    {
        if (line.Words > MostWordsOfAnEnding || line.Text.Length > 80) return false;
        var bare = Phrases.Bare(line.Text);
        if (Endings.Contains(bare)) return true;
        // "Leave a Reply to Ann", "Tags: politics, war"
        var words = line.Text.ToLowerInvariant().Replace('’', '\'');
        return line.Words <= MostWordsOfAnEnding - 2 && !line.Text.EndsWith('.') && Enumerable.Range(1, words.Length - 1)
            .Any(end => !char.IsLetterOrDigit(words[end]) && char.IsLetterOrDigit(words[end - 1]) && Endings.Contains(words[..end]));
    }

    // "Twitter / Facebook / RSS", "SHARE / TWEET / 82 COMMENTS"
    private static bool ButtonsOnly(string bare)
    {
        var parts = bare.Split(['/', '|', '•', '·'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(part => Buttons.Contains(Phrases.Bare(part)));
    }
}
