using ClaimsDesk.Knowledge.Articles;

namespace ClaimsDesk.Knowledge.Copies;

/// <summary>What an article is to one that was there before it.</summary>
public enum RelationKind
{
    /// <summary>Another outlet prints much the same: wire copy, a repost, a reprint.</summary>
    Copy,
    /// <summary>The same outlet, or the same address, prints it anew: an updated or shortened version.</summary>
    Version,
}

/// <summary>An article is much the same as another. Found by their words, never by their claims.</summary>
public sealed class ArticleRelation
{
    /// <summary>The article that came later.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The article that came later.</summary>
    public Article Article { get; init; } = null!;

    /// <summary>The article that was there.</summary>
    public int OtherId { get; init; }

    /// <summary>The article that was there; set where both are stored together.</summary>
    public Article? Other { get; init; }

    /// <summary>What the later one is to it.</summary>
    public required RelationKind Kind { get; init; }

    /// <summary>What both have of all shingles that either has, from 0 to 1.</summary>
    public required double Similarity { get; init; }
}

/// <summary>A band of an article's sketch, to look up who else has it. A copy has only the bands that its original lacks.</summary>
public sealed class ArticleBand
{
    /// <summary>The band.</summary>
    public required long Band { get; init; }

    /// <summary>The article.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The article.</summary>
    public Article Article { get; init; } = null!;
}
