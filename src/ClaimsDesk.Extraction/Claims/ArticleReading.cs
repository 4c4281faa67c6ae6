using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>An article as the rules see it: its sentences with their trees, whom it speaks of, and where it quotes.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Article">The article, without claims.</param>
/// <param name="Sentences">Its sentences, in reading order.</param>
/// <param name="Kinds">What block each sentence stands in.</param>
/// <param name="Quotations">Quotations, marks included, in order.</param>
/// <param name="Cast">Whom it speaks of.</param>
/// <param name="English">The word lists.</param>
internal sealed record ArticleReading(
    SourceText Text,
    ExtractedArticle Article,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<BlockKind> Kinds,
    IReadOnlyList<TextSpan> Quotations,
    Cast Cast,
    English English)
{
    private Antecedents? _antecedents;
    private (bool IsKnown, Interview? Is) _interview;

    /// <summary>The interview printed without names that it is; null where it is none.</summary>
    public Interview? Interview
    {
        get
        {
            if (!_interview.IsKnown) _interview = (true, Interview.Of(this));
            return _interview.Is;
        }
    }

    /// <summary>Whom its pronouns stand for.</summary>
    public Antecedents Antecedents => _antecedents ??= new Antecedents(this);

    /// <summary>Number of the sentence that holds an offset, else of the last one before it; −1 before the first.</summary>
    public int SentenceAt(int offset)
    {
        int low = 0, high = Sentences.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].Span.Start <= offset) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    /// <summary>Headlines and bullets say again what the body says.</summary>
    public bool IsSummary(int sentence) => Kinds[sentence] is BlockKind.Headline or BlockKind.Bullet or BlockKind.Reprint or BlockKind.CrossHeading;

    /// <summary>The quotations that share a character with a span.</summary>
    public IEnumerable<TextSpan> QuotationsIn(TextSpan span)
    {
        int low = 0, high = Quotations.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Quotations[middle].End > span.Start) high = middle;
            else low = middle + 1;
        }
        for (; low < Quotations.Count && Quotations[low].Start < span.End; low++) yield return Quotations[low];
    }
}
