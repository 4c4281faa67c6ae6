using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Claims.Search;

namespace ClaimsDesk.Knowledge.Articles;

/// <summary>Something about an article, and how it is known.</summary>
/// <param name="Value">What is known; null for nothing.</param>
/// <param name="From">How; null for nothing.</param>
public readonly record struct Known<T>(T Value, KnownFrom? From);

/// <summary>One article with its claims. All spans point into <see cref="Text"/>.</summary>
public sealed record ArticleInFull
{
    /// <summary>The article.</summary>
    public required int Id { get; init; }

    /// <summary>The version to give with an edit.</summary>
    public required int Version { get; init; }

    /// <summary>The text of the whole file, which may hold other articles; this one's is between the ends of <see cref="Segment"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Everything that belongs to the article.</summary>
    public required TextSpan Segment { get; init; }

    /// <summary>The running text.</summary>
    public required TextSpan Body { get; init; }

    /// <summary>The lines in reading order.</summary>
    public required IReadOnlyList<ArticleBlock> Blocks { get; init; }

    /// <summary>Sentences in which the publisher disclaims.</summary>
    public required IReadOnlyList<TextSpan> Disclaimers { get; init; }

    /// <summary>What is on the page but is not the article.</summary>
    public required IReadOnlyList<TextSpan> Furniture { get; init; }

    /// <summary>The headline.</summary>
    public required Known<string?> Title { get; init; }

    /// <summary>The outlet's name.</summary>
    public required Known<string?> Outlet { get; init; }

    /// <summary>The outlet, to link to.</summary>
    public required int? OutletId { get; init; }

    /// <summary>The day of publication.</summary>
    public required Known<DateOnly?> Published { get; init; }

    /// <summary>The day of the last update.</summary>
    public required Known<DateOnly?> Updated { get; init; }

    /// <summary>Where it was published.</summary>
    public required Known<string?> Url { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string? Byline { get; init; }

    /// <summary>The language that its format declares, as a tag of BCP 47.</summary>
    public required string? Language { get; init; }

    /// <summary>The place of the dateline.</summary>
    public required string? DatelinePlace { get; init; }

    /// <summary>Wire services and photo agencies that are credited.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>Who translated it.</summary>
    public required string? TranslatedBy { get; init; }

    /// <summary>The claims in the order of the text, a parent before its children.</summary>
    public required IReadOnlyList<ArticleClaim> Claims { get; init; }

    /// <summary>What could not be read in the file.</summary>
    public required IReadOnlyList<FileNote> Notes { get; init; }

    /// <summary>The other articles of the same file, in order.</summary>
    public required IReadOnlyList<Sibling> Siblings { get; init; }

    /// <summary>The articles it is much the same as, and those that are much the same as it, the earliest first.</summary>
    public required IReadOnlyList<RelatedArticle> Related { get; init; }

    /// <summary>The file it came in.</summary>
    public required FileLink File { get; init; }

    /// <summary>The import that brought it.</summary>
    public required BatchLink Batch { get; init; }

    /// <summary>The changes since, newest first.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }
}

/// <summary>A claim in its article.</summary>
/// <param name="Claim">The claim as lists show it.</param>
/// <param name="Version">The version to give with an assessment.</param>
/// <param name="Content">Where its content stands.</param>
/// <param name="Cue">Where its cue stands.</param>
/// <param name="Source">Where its source stands.</param>
public sealed record ArticleClaim(
    ClaimRow Claim, int Version, IReadOnlyList<TextSpan> Content, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Source);

/// <summary>Another article of the same file.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its headline, where it has one.</param>
/// <param name="Segment">Where it stands in the file's text.</param>
public sealed record Sibling(int Id, string? Title, TextSpan Segment);

/// <summary>A file to offer as it was brought in.</summary>
/// <param name="Id">The file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Encoding">The encoding it was read in.</param>
/// <param name="Length">Its length in bytes.</param>
public sealed record FileLink(int Id, string Name, string Encoding, int Length);

/// <summary>An article that is much the same.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Kind">What the later one of the two is.</param>
/// <param name="IsEarlier">Whether this one came first.</param>
public sealed record RelatedArticle(int Id, string? Title, string? Outlet, Copies.RelationKind Kind, bool IsEarlier);
