using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>"a Cumulative Impact Assessment (CIA)": letters that an article explains mean what it says, whatever the lists know them as.</summary>
internal static partial class LocalAcronyms
{
    /// <summary>The letters that the sentences explain, with their words.</summary>
    public static Dictionary<string, string> Of(SourceText text, IEnumerable<Sentence> sentences)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            foreach (var match in Explained().EnumerateMatches(text.Value.AsSpan(sentence.Span.Start, sentence.Span.Length)))
            {
                var open = sentence.Span.Start + match.Index;
                var letters = text.Value.Substring(open + 1, match.Length - 2);
                if (WordsBefore(text, sentence, open, letters) is { } words) found.TryAdd(letters, words);
            }
        }
        return found;
    }

    private static string? WordsBefore(SourceText text, Sentence sentence, int open, string letters)
    {
        var words = sentence.Words.Where(w => w.Span.End <= open && char.IsLetter(w.Text[0])).ToList();
        var (at, letter) = (words.Count - 1, letters.Length - 1);
        for (; at >= 0 && letter >= 0; at--)
        {
            if (words[at].Text[0] == letters[letter]) letter--;
            else if (char.IsUpper(words[at].Text[0]) || words[at].Text.Length > 3) return null;
        }
        return letter >= 0 ? null : CastReader.OneLine(text[new TextSpan(words[at + 1].Span.Start, words[^1].Span.End)]);
    }

    [GeneratedRegex(@"\(\p{Lu}{2,8}\)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Explained();
}
