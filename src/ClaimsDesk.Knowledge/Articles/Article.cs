using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Articles;

/// <summary>How something about an article is known.</summary>
public enum KnownFrom
{
    /// <summary>The text says so.</summary>
    Text,
    /// <summary>Whoever imported it said so.</summary>
    Importer,
    /// <summary>Somebody set it later.</summary>
    Person,
}

/// <summary>
/// One article of a file. Its words are the file's text between the ends of <see cref="Segment"/>; they are never edited, and every span
/// points into the file's text. What the text does not say about it (outlet, date, address, title) may be set by people.
/// </summary>
public sealed class Article
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The file it stands in.</summary>
    public int SourceFileId { get; private set; }

    /// <summary>The file it stands in.</summary>
    public SourceFile SourceFile { get; init; } = null!;

    /// <summary>Its place among the articles of the file, from zero.</summary>
    public required int Position { get; init; }

    /// <summary>The headline; null where nobody knows one.</summary>
    public string? Title { get; set; }

    /// <summary>How the headline is known; null where there is none.</summary>
    public KnownFrom? TitleFrom { get; set; }

    /// <summary>The publisher; null where nobody knows it.</summary>
    public int? OutletId { get; set; }

    /// <summary>The publisher; null where nobody knows it.</summary>
    public Source? Outlet { get; set; }

    /// <summary>How the outlet is known.</summary>
    public KnownFrom? OutletFrom { get; set; }

    /// <summary>The day of publication.</summary>
    public DateOnly? Published { get; set; }

    /// <summary>How the day of publication is known.</summary>
    public KnownFrom? PublishedFrom { get; set; }

    /// <summary>The day of the last update.</summary>
    public DateOnly? Updated { get; set; }

    /// <summary>How the day of the update is known.</summary>
    public KnownFrom? UpdatedFrom { get; set; }

    /// <summary>Where it was published, http or https.</summary>
    public string? Url { get; set; }

    /// <summary>How the address is known.</summary>
    public KnownFrom? UrlFrom { get; set; }

    /// <summary>Who wrote it, as the text or its format names them.</summary>
    public string? Byline { get; init; }

    /// <summary>The language that its format declares, as a tag of BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>The place a dateline gives.</summary>
    public string? DatelinePlace { get; init; }

    /// <summary>Wire services and photo agencies that are credited.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Who translated it.</summary>
    public string? TranslatedBy { get; init; }

    /// <summary>Everything that belongs to the article, its furniture included.</summary>
    public required TextSpan Segment { get; init; }

    /// <summary>The running text.</summary>
    public required TextSpan Body { get; init; }

    /// <summary>The lines in reading order, each with what it is.</summary>
    public IReadOnlyList<ArticleBlock> Blocks { get; init; } = [];

    /// <summary>Sentences in which the publisher disclaims.</summary>
    public IReadOnlyList<TextSpan> Disclaimers { get; init; } = [];

    /// <summary>What is on the page but is not the article.</summary>
    public IReadOnlyList<TextSpan> Furniture { get; init; } = [];

    /// <summary>The first article of its family of near-copies; null where it is that itself. Claims of one family have one origin.</summary>
    public int? OriginId { get; set; }

    /// <summary>The claims told in it, in the order of the text.</summary>
    public List<Claim> Claims { get; } = [];

    /// <summary>Counts the edits; whoever saves must have seen the last one.</summary>
    public int Version { get; set; }
}
