using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Knowledge.Data.FullText;

/// <summary>Where words are looked for.</summary>
public enum SearchField
{
    /// <summary>In the content or among the tellers: where nothing else is said.</summary>
    Claim,
    /// <summary>In what is claimed.</summary>
    Content,
    /// <summary>Among the names of the tellers.</summary>
    Teller,
    /// <summary>In the lines around the claim.</summary>
    Context,
    /// <summary>In the headline or the text of the article.</summary>
    Article,
}

/// <summary>What is looked for, as a tree.</summary>
internal abstract record SearchNode
{
    /// <summary>Whether the words of one claim decide, whatever its article says elsewhere.</summary>
    public abstract bool IsOfClaim { get; }

    /// <summary>Whether the words of one article decide.</summary>
    public abstract bool IsOfArticle { get; }

    /// <summary>Whether it can be true of an empty text; the databases can't list what lacks a word, only take it from other matches.</summary>
    public abstract bool IsNegative { get; }

    /// <summary>The terms whose presence can make it true.</summary>
    public abstract IEnumerable<SearchTerm> Sought { get; }
}

/// <summary>Words that stand together in this order.</summary>
/// <param name="Field">Where.</param>
/// <param name="Words">The folded words, one at least.</param>
/// <param name="IsPrefix">Whether the last word need only begin so.</param>
internal sealed record SearchTerm(SearchField Field, IReadOnlyList<string> Words, bool IsPrefix) : SearchNode
{
    public override bool IsOfClaim => Field != SearchField.Article;
    public override bool IsOfArticle => Field == SearchField.Article;
    public override bool IsNegative => false;
    public override IEnumerable<SearchTerm> Sought => [this];

    /// <summary>Whether it is looked for in a text of the field: content and tellers together are the claim.</summary>
    public bool IsIn(SearchField field) =>
        Field == field || (Field == SearchField.Claim && field is SearchField.Content or SearchField.Teller)
        || (field == SearchField.Claim && Field is SearchField.Content or SearchField.Teller);

    /// <summary>Where the words follow one another in a text; spans in UTF-16 code units.</summary>
    public IEnumerable<TextSpan> Marks(IReadOnlyList<SearchWord> text)
    {
        if (Words.Count == 0) yield break;
        for (var i = 0; i + Words.Count <= text.Count; i++)
        {
            if (StandsAt(text, i)) yield return new TextSpan(text[i].Start, text[i + Words.Count - 1].End);
        }
    }

    private bool StandsAt(IReadOnlyList<SearchWord> text, int at)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            var isLast = i == Words.Count - 1;
            var (word, sought) = (text[at + i].Folded, Words[i]);
            if (isLast && IsPrefix ? !word.StartsWith(sought, StringComparison.Ordinal) : word != sought) return false;
        }
        return true;
    }
}

internal sealed record SearchAll(IReadOnlyList<SearchNode> Parts) : SearchNode
{
    public override bool IsOfClaim => Parts.All(p => p.IsOfClaim);
    public override bool IsOfArticle => Parts.All(p => p.IsOfArticle);
    public override bool IsNegative => Parts.All(p => p.IsNegative);
    public override IEnumerable<SearchTerm> Sought => Parts.SelectMany(p => p.Sought);
}

internal sealed record SearchAny(IReadOnlyList<SearchNode> Parts) : SearchNode
{
    public override bool IsOfClaim => Parts.All(p => p.IsOfClaim);
    public override bool IsOfArticle => Parts.All(p => p.IsOfArticle);
    public override bool IsNegative => Parts.Any(p => p.IsNegative);
    public override IEnumerable<SearchTerm> Sought => Parts.SelectMany(p => p.Sought);
}

internal sealed record SearchNot(SearchNode Part) : SearchNode
{
    public override bool IsOfClaim => Part.IsOfClaim;
    public override bool IsOfArticle => Part.IsOfArticle;
    public override bool IsNegative => !Part.IsNegative;
    public override IEnumerable<SearchTerm> Sought => [];
}
