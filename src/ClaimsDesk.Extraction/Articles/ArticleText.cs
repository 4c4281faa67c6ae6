using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>The words of an article without the page round it.</summary>
public static class ArticleText
{
    /// <summary>The running text, headings and list lines included, one block a line; no headline, reprint, caption, disclaimer or furniture.</summary>
    public static string Of(SourceText text, ExtractedArticle article)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(article);
        return string.Join('\n', article.Blocks
            .Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Bullet or BlockKind.CrossHeading)
            .Select(block => text[block.Span]));
    }
}
