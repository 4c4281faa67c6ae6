using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Language.Time;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Brings contents into the shape the rules of annotation ask for: without "that", without the cue, without the closing full stop, quotations with their marks.</summary>
internal static class ContentShape
{
    private const string OpenMarks = "“\"«„";
    private const string CloseMarks = "”\"»";
    private static readonly HashSet<string> LeadingWords = new(StringComparer.OrdinalIgnoreCase) { "that", "and", "but", "however", "meanwhile", "also", "moreover", "furthermore" };
    private static readonly HashSet<string> GovernedPrepositions = new(StringComparer.OrdinalIgnoreCase) { "of", "about", "for", "over", "on", "at", "against", "from" };

    /// <summary>The content's spans, clean; empty when nothing is left.</summary>
    public static IReadOnlyList<TextSpan> Clean(ArticleReading reading, IEnumerable<TextSpan> spans, IReadOnlyList<TextSpan> cue, IReadOnlyList<TextSpan> source, ReportingWord? reporting)
    {
        var text = reading.Text.Value;
        var cut = spans.SelectMany(s => Without(s, cue)).SelectMany(s => source.Count > 0 && cue.Count > 0 ? Without(s, [.. source.Where(x => !IsDeep(s, x))]) : [s]).Order().ToList();
        var clean = new List<TextSpan>();
        foreach (var span in Joined(text, cut))
        {
            var trimmed = Trim(text, span);
            if (clean.Count == 0) trimmed = DropLeadingWords(reading, trimmed, cue, reporting);
            trimmed = Trim(text, trimmed);
            trimmed = TakeMarks(text, trimmed, reading);
            if (trimmed.Length > 0 && HasWord(text, trimmed)) clean.Add(trimmed);
        }
        return clean;
    }

    /// <summary>A source in the middle of its own content is an anaphor there, not the source: leave it.</summary>
    private static bool IsDeep(TextSpan content, TextSpan source) => content.Start < source.Start && source.End < content.End;

    private static IEnumerable<TextSpan> Without(TextSpan span, IReadOnlyList<TextSpan> holes)
    {
        var start = span.Start;
        foreach (var hole in holes.Where(h => h.Overlaps(span)).Order())
        {
            if (hole.Start > start) yield return new TextSpan(start, hole.Start);
            start = Math.Max(start, hole.End);
        }
        if (start < span.End) yield return new TextSpan(start, span.End);
    }

    /// <summary>Spans with nothing but space and marks between them are one.</summary>
    private static List<TextSpan> Joined(string text, List<TextSpan> spans)
    {
        var joined = new List<TextSpan>();
        foreach (var span in spans)
        {
            if (joined.Count > 0 && Between(text, joined[^1].End, span.Start)) joined[^1] = joined[^1].Union(span);
            else joined.Add(span);
        }
        return joined;
    }

    private static bool Between(string text, int from, int to)
    {
        if (to - from > 4) return false;
        for (var i = from; i < to; i++)
        {
            if (char.IsLetterOrDigit(text[i]) || text[i] is '\n') return false;
        }
        return true;
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (IsMark(text[start]) || text[start] is '?' or '!' or '•' || (CloseMarks.Contains(text[start]) && text[start] != '"'))) start++;
        while (end > start && (IsMark(text[end - 1]) || (OpenMarks.Contains(text[end - 1]) && text[end - 1] != '"')))
        {
            if (text[end - 1] == '.' && IsAbbreviation(text, start, end)) break;
            end--;
        }
        return new TextSpan(start, end);
    }

    private static bool IsMark(char c) => char.IsWhiteSpace(c) || c is ',' or '.' or ';' or ':' or '-' or '–' or '—';

    /// <summary>"the U.S." keeps its last full stop.</summary>
    private static bool IsAbbreviation(string text, int start, int end) => end - 4 >= start && text[end - 3] == '.' && char.IsUpper(text[end - 2]);

    /// <summary>"that", a preposition that the cue governs, and between them when it was said: "warned on Monday of …".</summary>
    private static TextSpan DropLeadingWords(ArticleReading reading, TextSpan span, IReadOnlyList<TextSpan> cue, ReportingWord? reporting)
    {
        var text = reading.Text.Value;
        var isAfterCue = cue.Any(c => c.End <= span.Start && span.Start - c.End < 6);
        while (true)
        {
            var end = span.Start;
            while (end < span.End && char.IsLetter(text[end])) end++;
            var word = text[span.Start..end];
            var drops = LeadingWords.Contains(word) && !(word.Equals("that", StringComparison.OrdinalIgnoreCase) && char.IsUpper(text[span.Start]))
                && !IsSubject(reading, span.Start, word)
                || (isAfterCue && reporting?.Lemma == "feel like" && word == "like")
                || (isAfterCue && GovernedPrepositions.Contains(word) && (reporting is null || reporting.Takes(word.ToLowerInvariant())));
            if (!drops && isAfterCue && TimeAt(reading, span, word) is { } time)
            {
                span = Trim(text, span with { Start = time });
                continue;
            }
            if (!drops || end >= span.End) return span;
            span = new TextSpan(end, span.End);
            span = Trim(text, span);
            if (span.IsEmpty) return span;
        }
    }

    /// <summary>"You know that's late": "that" is what is late.</summary>
    private static bool IsSubject(ArticleReading reading, int start, string word) =>
        word.Equals("that", StringComparison.OrdinalIgnoreCase) && start + 4 < reading.Text.Length && reading.Text.Value[start + 4] is '\'' or '’';

    /// <summary>Where a time that stands at the start of the content ends, if more follows that is no clause of its own.</summary>
    private static int? TimeAt(ArticleReading reading, TextSpan span, string word)
    {
        var start = word.ToUpperInvariant() is "ON" or "IN" or "LAST" or "EARLIER" ? span.Start + (word.Length == 2 ? 3 : 0) : span.Start;
        var text = reading.Text.Value;
        if (start >= span.End || !(char.IsUpper(text[start]) || word.Length > 2)) return null;
        var window = new TextSpan(start, Math.Min(span.End, start + 40));
        var times = TimeExpressions.In(text, window, reading.Article.Published);
        if (times.Count == 0 || times[0].Span.Start != start) return null;
        var rest = Trim(text, span with { Start = times[0].Span.End });
        return rest.Length > 8 && !text[times[0].Span.End..rest.Start].Contains(',') ? times[0].Span.End : null;
    }

    /// <summary>A mark that stands just outside and belongs to a quotation inside comes in; a stray one goes.</summary>
    private static TextSpan TakeMarks(string text, TextSpan span, ArticleReading reading)
    {
        var (start, end) = (span.Start, span.End);
        foreach (var quotation in reading.QuotationsIn(new TextSpan(Math.Max(0, start - 1), Math.Min(text.Length, end + 2))))
        {
            if (quotation.Start >= start - 1 && quotation.Start < start && quotation.End <= end + 2) start = quotation.Start;
            if (quotation.End > end && quotation.End <= end + 2 && quotation.Start >= start) end = quotation.End;
        }
        return new TextSpan(start, end);
    }

    private static bool HasWord(string text, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (char.IsLetterOrDigit(text[i])) return true;
        }
        return false;
    }
}
