using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>
/// Who "I" is in an interview printed without names: questions and answers take turns, and the answers are those of whom the article
/// is about. Null where the article is none.
/// </summary>
internal static class InterviewedPerson
{
    private const int FewestQuestions = 3;

    /// <summary>Of an article of questions and answers the person whom it says it talked to, before the first question.</summary>
    public static Referent? Of(ArticleReading reading)
    {
        var paragraphs = reading.Article.Blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.CrossHeading).ToList();
        if (!TakesTurns(reading, paragraphs)) return null;
        var first = paragraphs.Find(p => IsQuestion(reading, p))!.Span.Start;
        return reading.Cast.Mentions.Where(m => m.Span.Start < first && m.Who is { IsPerson: true, IsInformant: false, IsPlural: false } && IsTalk(reading, m.Sentence))
            .Select(m => m.Who).Distinct().MaxBy(who => who.Mentions);
    }

    private static bool IsTalk(ArticleReading reading, int sentence) =>
        reading.Kinds[sentence] == BlockKind.Headline || reading.Sentences[sentence].Words.Any(w => reading.English.Is("interviewing", w.Text));

    /// <summary>Whether a word stands in an answer: a paragraph that asks nothing, after one that asks.</summary>
    public static bool IsInAnswer(ArticleReading reading, TextSpan word)
    {
        var isAsked = false;
        foreach (var block in reading.Article.Blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.CrossHeading))
        {
            if (IsQuestion(reading, block)) isAsked = !block.Span.Contains(word);
            if (block.Span.Contains(word)) return isAsked;
        }
        return false;
    }

    private static bool TakesTurns(ArticleReading reading, List<ArticleBlock> paragraphs)
    {
        var turns = 0;
        for (var i = 0; i + 1 < paragraphs.Count; i++)
        {
            if (IsQuestion(reading, paragraphs[i]) && !IsQuestion(reading, paragraphs[i + 1])) turns++;
        }
        return turns >= FewestQuestions && turns * 5 >= paragraphs.Count;
    }

    private static bool IsQuestion(ArticleReading reading, ArticleBlock block) => reading.Text[block.Span].TrimEnd(' ', '"', '”', ')').EndsWith('?');
}
