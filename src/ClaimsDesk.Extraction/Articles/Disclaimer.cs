using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>Whole sentences in which a publisher disclaims, or says where a text comes from.</summary>
internal static class Disclaimer
{
    private const int LongestSentence = 500;
    private static readonly Phrases Patterns = new("Pages/disclaimers.txt");

    /// <summary>
    /// The disclaimers at the end, or at the start, of a line, in order. One that stands between other sentences is left alone:
    /// there "could not verify" is the reporter's sentence.
    /// </summary>
    public static IReadOnlyList<TextSpan> In(string text, TextSpan line)
    {
        var sentences = Sentences(text, line);
        var tail = sentences.AsEnumerable().Reverse().TakeWhile(s => Is(s.Of(text))).Reverse().ToList();
        if (tail.Count > 0) return tail;
        return [.. sentences.TakeWhile(s => Is(s.Of(text)))];
    }

    private static bool Is(string sentence) => sentence.Length <= LongestSentence && Patterns.AreIn(sentence);

    // A coarse cut is enough here: a full stop, a space and a capital. What it cuts wrongly matches no pattern at the line's ends.
    private static List<TextSpan> Sentences(string text, TextSpan line)
    {
        var found = new List<TextSpan>();
        var start = line.Start;
        for (var i = line.Start; i < line.End; i++)
        {
            if (text[i] is not ('.' or '!' or '?')) continue;
            var end = i + 1;
            while (end < line.End && text[end] is '"' or '”' or '’' or ')' or '\'') end++;
            var next = end;
            while (next < line.End && !Visible.Is(text[next])) next++;
            if (next == end || next >= line.End || char.IsLower(text[next])) continue;
            found.Add(new TextSpan(start, end));
            (start, i) = (next, next - 1);
        }
        if (start < line.End) found.Add(new TextSpan(start, line.End));
        return found;
    }
}
