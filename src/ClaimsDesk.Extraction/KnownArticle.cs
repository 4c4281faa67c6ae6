using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction;

/// <summary>
/// What a format says about one article beside its words: a web page by its markup, a feed's entry or a table's row by its fields. It wins
/// over what the words themselves would be read as.
/// </summary>
public sealed record KnownArticle
{
    /// <summary>The article in the text; spans of several articles follow each other and do not overlap.</summary>
    public required TextSpan Segment { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>Day of publication, as written: no time zone moves it.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Day of the last update.</summary>
    public DateOnly? Updated { get; init; }

    /// <summary>The language, as a tag of BCP 47: <c>en</c>, <c>en-GB</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Where it was published; http or https.</summary>
    public string? Url { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Byline { get; init; }

    /// <summary>Wire services and photo agencies that the format credits.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The lines whose kind the format knows, in reading order; empty where it knows none and the article reader is to find out.</summary>
    public IReadOnlyList<ArticleBlock> Blocks { get; init; } = [];
}
