using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>News and photo agencies by name, and the places where naming one credits it.</summary>
internal static class Agencies
{
    private const int MostWordsOfAName = 4;
    private const int Surroundings = 60;

    private static readonly Dictionary<string, string> Canonical = WordList.EnglishNames("agencies.txt")
        .SelectMany(names => names.Select(name => (Name: name, First: names[0])))
        .ToDictionary(n => n.Name, n => n.First, StringComparer.Ordinal);

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByName = Canonical.GetAlternateLookup<ReadOnlySpan<char>>();

    // "told Reuters", "with inputs from PTI", "Source: AFP", "said. — AFP"
    private static readonly Regex CreditBefore = new(
        @"(?:\b(?:[Tt]old|interview with|spoke (?:to|with)|speaking to|[Ww]ith (?:inputs?|files|reporting|agencies|material|contributions?) (?:from|by)|[Ss]ource:|[Vv]ia|[Cc]ourtesy(?: of)?) (?:the )?(?:news agency )?|© ?|^[Bb]y (?:[Tt]he )?|[.!?”""] ?[—–-]{1,2} ?)$",
        Phrases.Linear);

    // "AP journalists saw", "a Reuters witness"
    private static readonly Regex CreditAfter = new(@"^ (?:journalists?|reporters?|correspondents?|photographers?|witness(?:es)?|staff|photos?|pictures)\b", Phrases.Linear);

    /// <summary>Whether a name is an agency's.</summary>
    public static bool Knows(string name) => Canonical.ContainsKey(name) || Canonical.ContainsKey("The " + name);

    /// <summary>The agencies named in some words, by their canonical names, in order.</summary>
    public static IEnumerable<string> NamedIn(string words) => In(words).Select(found => found.Name);

    /// <summary>The agencies that a line credits, in order.</summary>
    public static IEnumerable<string> CreditedIn(string line) =>
        In(line).Where(found => IsCredit(line, found.Start, found.End)).Select(found => found.Name);

    private static bool IsCredit(string line, int start, int end) =>
        (start == 0 && end == line.Length) || InLastBrackets(line, start, end)
        || CreditBefore.IsMatch(line[Math.Max(0, start - Surroundings)..start])
        || CreditAfter.IsMatch(line[end..Math.Min(line.Length, end + Surroundings)]);

    // "(AFP)", "(AP Photo/…)", "[Photo: Reuters]" as the last words of a line.
    private static bool InLastBrackets(string line, int start, int end)
    {
        if (line[^1] is not (')' or ']') || line.Length - end > Surroundings) return false;
        var open = line.LastIndexOfAny(['(', '['], line.Length - 1);
        return open >= 0 && open < start && line.Length - open < 2 * Surroundings;
    }

    private static IEnumerable<(string Name, int Start, int End)> In(string words)
    {
        for (var i = 0; i < words.Length; i = WordEnd(words, i) + 1)
        {
            if (!char.IsLetter(words[i])) continue;
            if (Longest(words, i) is not { } found) continue;
            yield return (found.Name, i, found.End);
            i = found.End - 1;
        }
    }

    private static (string Name, int End)? Longest(string words, int start)
    {
        (string, int)? best = null;
        var end = start - 1;
        for (var n = 0; n < MostWordsOfAName && end + 1 < words.Length && (n == 0 || words[end] == ' '); n++)
        {
            end = WordEnd(words, end + 1);
            if (ByName.TryGetValue(words.AsSpan(start, end - start), out var name)) best = (name, end);
        }
        return best;
    }

    private static int WordEnd(string words, int i)
    {
        while (i < words.Length && (char.IsLetterOrDigit(words[i]) || words[i] == '-')) i++;
        return i;
    }
}
