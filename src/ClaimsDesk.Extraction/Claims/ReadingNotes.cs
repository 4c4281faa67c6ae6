using System.Globalization;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Says what could not be read, or was read with doubt. The messages are for the person who imports.</summary>
internal static class ReadingNotes
{
    private const int WordsToTell = 25;
    private const double LeastForeign = 0.08;

    /// <summary>A note where an article is not in English; null where it is, or is too short to tell.</summary>
    public static Note? OtherLanguage(SourceText text, ExtractedArticle article, Language.English english)
    {
        int words = 0, common = 0, foreign = 0;
        foreach (var block in article.Blocks.Where(b => b.Kind == BlockKind.Paragraph))
        {
            foreach (var word in text[block.Span].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (!word.Any(char.IsLetter)) continue;
                words++;
                var bare = word.TrimEnd(',', '.', ';', ':', '!', '?', '”', '"');
                if (english.CommonWords.Contains(bare)) common++;
                else if (english.OtherLanguages.Contains(bare)) foreign++;
            }
        }
        // Scripts without spaces have few and long "words".
        var letters = text[article.Body].Count(char.IsLetter);
        var otherScript = text[article.Body].Count(c => char.IsLetter(c) && c > '\u024F' && c is not ('\u02BC' or '\u02BB'));
        var isOther = letters > 40 && otherScript > letters / 2
            || words >= WordsToTell && foreign > common && foreign >= words * LeastForeign;
        return isOther ? new Note("other-language", "The article does not seem to be in English, so no claims were read from it.", article.Body) : null;
    }

    /// <summary>The notes of an article whose claims were read.</summary>
    public static IEnumerable<Note> Of(ArticleReading reading, IReadOnlyList<ExtractedClaim> claims)
    {
        foreach (var quotation in reading.Quotations.Where(q => !Language.Quotations.IsClosed(reading.Text.Value, q) && !GoesOn(reading, q)))
            yield return new Note("unbalanced-quotation", "A quotation is opened here and not closed; it was read to the end of its paragraph.", new TextSpan(quotation.Start, quotation.Start + 1));
        foreach (var parts in reading.Sentences.Where(s => s.PartOf is not null).GroupBy(s => s.PartOf!.Value))
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"A sentence of {parts.Sum(s => s.Words.Count)} words was read without the rules of grammar; full stops may be missing.");
            yield return new Note("endless-sentence", message, parts.Key with { End = Math.Min(parts.Key.End, parts.Key.Start + 80) });
        }
        foreach (var claim in claims.Where(c => c.SourceKind == SourceKind.Unspecified && c.Source is [var source, ..] && IsPronoun(reading.Text[source])))
            yield return new Note("source-unresolved", $"It could not be found out who “{reading.Text[claim.Source[0]]}” is here.", claim.Source[0]);
    }

    /// <summary>A quotation over several paragraphs is closed in its last one only, and each of them opens it anew.</summary>
    private static bool GoesOn(ArticleReading reading, TextSpan quotation) =>
        reading.QuotationsIn(new TextSpan(quotation.End, Math.Min(reading.Text.Length, quotation.End + 6))).Any(q => q.Start >= quotation.End);

    private static bool IsPronoun(string words) =>
        words.ToUpperInvariant() is "HE" or "SHE" or "IT" or "THEY" or "HIS" or "HER" or "ITS" or "THEIR" or "WHO" or "WHICH" or "WE" or "I" or "THE LATTER" or "LATTER";
}
