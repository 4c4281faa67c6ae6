using ClaimsDesk.Extraction;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Web.Api;

/// <summary>An article as a list shows it.</summary>
public sealed record ApiArticle
{
    /// <summary>The number of the article.</summary>
    public required int Id { get; init; }

    /// <summary>The address of its page.</summary>
    public required string Permalink { get; init; }

    /// <summary>Its headline, where known.</summary>
    public required string? Title { get; init; }

    /// <summary>Its outlet, where known.</summary>
    public required ApiName? Outlet { get; init; }

    /// <summary>The day of publication, where known.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Wire services it credits.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>How many claims it holds.</summary>
    public required int Claims { get; init; }

    /// <summary>How many different sources they have.</summary>
    public required int Sources { get; init; }

    /// <summary>The name of the file it came in.</summary>
    public required string FileName { get; init; }

    /// <summary>The number of the import that brought it.</summary>
    public required int Batch { get; init; }

    /// <summary>When it was brought in.</summary>
    public required DateTime ImportedAt { get; init; }

    internal static ApiArticle Of(ArticleRow article, DeskLinks links) => new()
    {
        Id = article.Id,
        Permalink = links.Article(article.Id),
        Title = article.Title,
        Outlet = ApiName.Of(article.OutletId, article.Outlet),
        Published = article.Published,
        Agencies = article.Agencies,
        Claims = article.Claims,
        Sources = article.Sources,
        FileName = article.FileName,
        Batch = article.BatchId,
        ImportedAt = article.ImportedAt,
    };
}

/// <summary>One article with its text. All spans point into that text, in UTF-16 code units, end exclusive.</summary>
public sealed record ApiArticleInFull
{
    /// <summary>The number of the article.</summary>
    public required int Id { get; init; }

    /// <summary>The address of its page.</summary>
    public required string Permalink { get; init; }

    /// <summary>Its headline, where known.</summary>
    public required string? Title { get; init; }

    /// <summary>Its outlet, where known.</summary>
    public required ApiName? Outlet { get; init; }

    /// <summary>The day of publication, where known.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>How the day of publication is known; null where it is not.</summary>
    public required KnownFrom? PublishedFrom { get; init; }

    /// <summary>The day of the last update, where known.</summary>
    public required DateOnly? Updated { get; init; }

    /// <summary>Where it was published, where known.</summary>
    public required string? Url { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string? Byline { get; init; }

    /// <summary>The language that its format declares, as a tag of BCP 47.</summary>
    public required string? Language { get; init; }

    /// <summary>The place of the dateline.</summary>
    public required string? DatelinePlace { get; init; }

    /// <summary>Wire services it credits.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>Who translated it.</summary>
    public required string? TranslatedBy { get; init; }

    /// <summary>The text of the whole file, which may hold other articles.</summary>
    public required string Text { get; init; }

    /// <summary>Everything that belongs to this article.</summary>
    public required int[] Segment { get; init; }

    /// <summary>The running text.</summary>
    public required int[] Body { get; init; }

    /// <summary>The lines in reading order, each with what it is.</summary>
    public required IReadOnlyList<ApiBlock> Blocks { get; init; }

    /// <summary>Sentences in which the publisher disclaims.</summary>
    public required IReadOnlyList<int[]> Disclaimers { get; init; }

    /// <summary>The number of the file it came in; /files/ followed by it is the file itself.</summary>
    public required int File { get; init; }

    /// <summary>The name of that file.</summary>
    public required string FileName { get; init; }

    /// <summary>The number of the import that brought it.</summary>
    public required int Batch { get; init; }

    /// <summary>When it was brought in.</summary>
    public required DateTime ImportedAt { get; init; }

    /// <summary>Where its claims are listed.</summary>
    public required string Claims { get; init; }

    internal static ApiArticleInFull Of(ArticleInFull article, DeskLinks links) => new()
    {
        Id = article.Id,
        Permalink = links.Article(article.Id),
        Title = article.Title.Value,
        Outlet = ApiName.Of(article.OutletId, article.Outlet.Value),
        Published = article.Published.Value,
        PublishedFrom = article.Published.From,
        Updated = article.Updated.Value,
        Url = article.Url.Value,
        Byline = article.Byline,
        Language = article.Language,
        DatelinePlace = article.DatelinePlace,
        Agencies = article.Agencies,
        TranslatedBy = article.TranslatedBy,
        Text = article.Text,
        Segment = ApiClaim.Pair(article.Segment),
        Body = ApiClaim.Pair(article.Body),
        Blocks = [.. article.Blocks.Select(block => new ApiBlock { Kind = block.Kind, Span = ApiClaim.Pair(block.Span) })],
        Disclaimers = ApiClaim.Pairs(article.Disclaimers),
        File = article.File.Id,
        FileName = article.File.Name,
        Batch = article.Batch.Id,
        ImportedAt = article.Batch.At,
        Claims = links.Api("claims", (ClaimFilter.Everything with { Articles = [article.Id], Sort = ClaimOrder.Article }).ToQuery()),
    };
}

/// <summary>A line of an article.</summary>
public sealed record ApiBlock
{
    /// <summary>What it is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required int[] Span { get; init; }
}

/// <summary>A record by number and name.</summary>
public sealed record ApiName
{
    /// <summary>The number.</summary>
    public required int Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    internal static ApiName? Of(int? id, string? name) => id is { } known ? new ApiName { Id = known, Name = name ?? "" } : null;
}
