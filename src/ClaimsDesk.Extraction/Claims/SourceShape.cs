using ClaimsDesk.Extraction.Claims.Rules;
using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Language.Time;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Brings sources into shape: one phrase, no marks at its edges.</summary>
internal static class SourceShape
{
    /// <summary>
    /// The source without space and marks around it. Of several pieces the one counts that holds the subject of the cue, else the
    /// one nearest to the cue that has a noun in it: the model marks stray words of other phrases too.
    /// </summary>
    public static IReadOnlyList<TextSpan> Clean(ArticleReading reading, IEnumerable<TextSpan> spans, int number, Word? cue)
    {
        var sentence = reading.Sentences[number];
        var clean = spans.Order().Select(s => WithoutLooseEnd(reading, Trim(reading.Text.Value, s))).Where(s => !s.IsEmpty && HasNoun(reading, s)).ToList();
        if (clean.Count <= 1 || cue is null) return clean;
        if (Clause.Subject(sentence, cue) is { } subject && clean.FindIndex(s => s.Contains(subject.Span)) is var at && at >= 0) return [clean[at]];
        var notTold = clean.Where(s => !IsAddressee(sentence, s, cue)).ToList();
        return [(notTold.Count > 0 ? notTold : clean).MinBy(s => s.End <= cue.Span.Start ? cue.Span.Start - s.End : s.Start - cue.Span.End)];
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !char.IsLetterOrDigit(text[start]) && text[start] is not ('“' or '"')) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]) && text[end - 1] is not ('.' or '”' or '"')) end--;
        while (end > start + 1 && text[end - 1] == '.' && !(end - 3 >= start && (text[end - 3] == '.' || char.IsUpper(text[end - 2])))) end--;
        // "the alliance (PACJA)" keeps its bracket.
        if (end < text.Length && text[end] == ')' && text[start..end].Contains('(')) end++;
        return new TextSpan(start, end);
    }

    /// <summary>"officials in", "one person during": the model lost the rest, and the word says nothing alone.</summary>
    private static TextSpan WithoutLooseEnd(ArticleReading reading, TextSpan span)
    {
        var number = reading.SentenceAt(span.Start);
        if (number < 0) return span;
        var words = reading.Sentences[number].WordsIn(span).ToList();
        var end = words.Count;
        while (end > 1 && (words[end - 1] is { Tag: "ADP" or "DET" or "CCONJ" or "SCONJ" or "PUNCT", Relation: not "compound" } || (words[end - 1].Tag == "PRON" && reading.English.Is("relative", words[end - 1].Text)))) end--;
        var start = 0;
        while (start < end - 1 && words[start] is { Tag: "ADP" or "CCONJ" or "SCONJ", Name: "O" }) start++;
        if (start > 0) return new TextSpan(words[start].Span.Start, words[end - 1].Span.End);
        return end == words.Count || words[end].Text is ")" or "”" or "\"" or "." ? span : span with { End = words[end - 1].Span.End };
    }

    /// <summary>"the ministry on Sunday": when it spoke is no part of who it is.</summary>
    public static TextSpan WithoutTime(ArticleReading reading, TextSpan span)
    {
        var text = reading.Text.Value;
        var space = text.LastIndexOf(' ', Math.Max(span.Start, span.End - 1), span.Length);
        if (space < 0 || text.AsSpan(span.Start, space - span.Start) is var before && !before.EndsWith(" on", StringComparison.Ordinal)) return span;
        return TimeExpressions.In(text, span, reading.Article.Published).Any(t => t.Span.End == span.End) ? span with { End = space - 3 } : span;
    }

    private static bool HasNoun(ArticleReading reading, TextSpan span)
    {
        var number = reading.SentenceAt(span.Start);
        return number < 0 || reading.Sentences[number].WordsIn(span).Any(w => w.Tag is "NOUN" or "PROPN" or "PRON" or "ADJ" or "NUM" or "VERB" or "X" || w.Relation == "nsubj");
    }

    private static bool IsAddressee(Sentence sentence, TextSpan span, Word cue) =>
        sentence.WordsIn(span).Any(w => w.Head == cue.Index && w.Relation is "iobj" or "obj" && w.Index > cue.Index);
}
