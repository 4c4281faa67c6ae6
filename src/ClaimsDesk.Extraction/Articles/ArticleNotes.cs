using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>What the article reader saw and could not read for certain.</summary>
internal static class ArticleNotes
{
    /// <summary>The notes on one article, in reading order.</summary>
    public static IEnumerable<Note> Of(SourceText text, ExtractedArticle article)
    {
        if (article.Published is not null) yield break;
        var stamp = article.Furniture.TakeWhile(span => span.Start < article.Body.Start).Where(span => Stamp.HasAmbiguousDate(text[span])).Take(1);
        foreach (var span in stamp)
        {
            yield return new Note("ambiguous-date", $"“{text[span]}” can be read as day and month or as month and day; set the publication date by hand.", span);
        }
    }
}
