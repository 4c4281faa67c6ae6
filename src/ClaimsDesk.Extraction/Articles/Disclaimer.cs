using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>Whole sentences in which a publisher disclaims, or says where a text comes from.</summary>
internal static class Disclaimer
{
    private const int LongestSentence = 500;
    private static readonly SentenceSplitter Splitter = new(EnglishAbbreviations.Load());
    private static readonly Phrases Patterns = new("Pages/disclaimers.txt");

    /// <summary>
    /// The disclaimers at the end, or at the start, of a line, in order. One that stands between other sentences is left alone:
    /// there "could not verify" is the reporter's sentence.
    /// </summary>
    public static IReadOnlyList<TextSpan> In(string text, TextSpan line)
    {
        var sentences = Splitter.Split(text, line);
        var tail = sentences.AsEnumerable().Reverse().TakeWhile(s => Is(s.Of(text))).Reverse().ToList();
        if (tail.Count > 0) return tail;
        return [.. sentences.TakeWhile(s => Is(s.Of(text)))];
    }

    private static bool Is(string sentence) => sentence.Length <= LongestSentence && Patterns.AreIn(sentence);
}
