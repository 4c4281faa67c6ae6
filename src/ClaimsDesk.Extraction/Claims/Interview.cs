using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>
/// An interview printed without names: questions and answers take turns, and "I" in an answer is whom the article is about.
/// </summary>
/// <param name="Who">Who answers.</param>
/// <param name="Paragraphs">Its questions and answers, in order.</param>
/// <param name="First">Number of the first question.</param>
internal sealed record Interview(Referent Who, IReadOnlyList<TextSpan> Paragraphs, int First)
{
    private const int FewestQuestions = 3;

    /// <summary>Of an article of questions and answers the person whom it says it talked to, before the first question; null where it is none.</summary>
    public static Interview? Of(ArticleReading reading)
    {
        var paragraphs = reading.Article.Blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.CrossHeading).Select(b => b.Span).ToList();
        if (!TakesTurns(reading, paragraphs)) return null;
        var first = paragraphs.FindIndex(p => IsQuestion(reading, p));
        var who = reading.Cast.Mentions.Where(m => m.Span.Start < paragraphs[first].Start && m.Who is { IsPerson: true, IsInformant: false, IsPlural: false } && IsTalk(reading, m.Sentence))
            .Select(m => m.Who).Distinct().MaxBy(who => who.Mentions);
        return who is null ? null : new Interview(who, paragraphs, first);
    }

    private static bool IsTalk(ArticleReading reading, int sentence) =>
        reading.Kinds[sentence] == BlockKind.Headline || reading.Sentences[sentence].Words.Any(w => reading.English.Is("interviewing", w.Text));

    /// <summary>Whether a word stands in an answer: a paragraph that asks nothing, after one that asks.</summary>
    public bool IsInAnswer(ArticleReading reading, TextSpan word)
    {
        var at = Places.At(Paragraphs, word.Start);
        return at > First && at < Paragraphs.Count && Paragraphs[at].Contains(word) && !IsQuestion(reading, Paragraphs[at]);
    }

    private static bool TakesTurns(ArticleReading reading, List<TextSpan> paragraphs)
    {
        var turns = 0;
        for (var i = 0; i + 1 < paragraphs.Count; i++)
        {
            if (IsQuestion(reading, paragraphs[i]) && !IsQuestion(reading, paragraphs[i + 1])) turns++;
        }
        return turns >= FewestQuestions && turns * 5 >= paragraphs.Count;
    }

    private static bool IsQuestion(ArticleReading reading, TextSpan paragraph) => reading.Text[paragraph].TrimEnd(' ', '"', '”', ')').EndsWith('?');
}
