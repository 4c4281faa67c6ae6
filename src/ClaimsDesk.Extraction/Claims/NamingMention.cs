using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>The words elsewhere that say who "he", "the ministry" or "the sources" are.</summary>
internal static class NamingMention
{
    private const int SentencesBack = 60;
    private const int CharactersOn = 5_000;

    /// <summary>The nearest mention that has the full name, before the source or else after it; where none has, the nearest mention; null where the source's own words name it.</summary>
    public static TextSpan? Of(ArticleReading reading, Draft draft)
    {
        if (draft.SameSourceAs is { Source: [var speaking, ..] }) return speaking;
        if (draft.Source.Count == 0 || draft.Teller.Who is not { } who) return null;
        var source = new TextSpan(draft.Source[0].Start, draft.Source[^1].End);
        if (OneLine(source).Contains(who.Name, StringComparison.OrdinalIgnoreCase)) return null;
        var before = reading.Cast.Before(source.Start, reading.SentenceAt(source.Start), SentencesBack);
        var after = reading.Cast.In(new TextSpan(source.End, Math.Min(reading.Text.Length, source.End + CharactersOn)));
        TextSpan? nearest = null;
        foreach (var mention in before.Concat(after).Where(m => m.Who == who))
        {
            nearest ??= mention.Span;
            if (OneLine(mention.Span).Equals(who.Name, StringComparison.OrdinalIgnoreCase)) return mention.Span;
        }
        return nearest;

        string OneLine(TextSpan span) => CastReader.OneLine(reading.Text[span]);
    }
}
