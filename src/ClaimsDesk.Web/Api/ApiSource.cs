using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Web.Api;

/// <summary>A source as a list shows it.</summary>
public record ApiSource
{
    /// <summary>The number of the source.</summary>
    public required int Id { get; init; }

    /// <summary>The address of its page.</summary>
    public required string Permalink { get; init; }

    /// <summary>Its name, or its wording where it has none.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of source it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>What an unnamed one belongs to.</summary>
    public required string? Affiliation { get; init; }

    /// <summary>How many they are, where the text says so.</summary>
    public required int? Count { get; init; }

    /// <summary>Its grade, A to F; null is not rated, which is not F.</summary>
    public required string? Reliability { get; init; }

    /// <summary>How many claims it tells, at any place of the chain.</summary>
    public required int Claims { get; init; }

    /// <summary>In how many articles.</summary>
    public required int Articles { get; init; }

    /// <summary>The number of the article that a source without a name belongs to; null for one that articles share.</summary>
    public required int? Article { get; init; }

    internal static ApiSource Of(SourceRow source, DeskLinks links) => new()
    {
        Id = source.Id,
        Permalink = links.Source(source.Id),
        Name = source.Name,
        Kind = source.Kind,
        Affiliation = source.Affiliation,
        Count = source.Count,
        Reliability = source.Reliability?.Code(),
        Claims = source.Claims,
        Articles = source.Articles,
        Article = source.ArticleId,
    };
}

/// <summary>One source.</summary>
public sealed record ApiSourceInFull
{
    /// <summary>The source as lists show it.</summary>
    public required ApiSource Source { get; init; }

    /// <summary>Who gave the present grade; null where nobody did.</summary>
    public required string? Rater { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTime? RatedAt { get; init; }

    /// <summary>Why.</summary>
    public required string? Rationale { get; init; }

    /// <summary>Other sources of the same name, which may or may not be the same.</summary>
    public required IReadOnlyList<ApiName> Namesakes { get; init; }

    /// <summary>The number of the actor of the same name; null where no claim is about it.</summary>
    public required int? Actor { get; init; }

    /// <summary>Where the claims it tells are listed.</summary>
    public required string Told { get; init; }

    internal static ApiSourceInFull Of(SourceInFull source, DeskLinks links) => new()
    {
        Source = ApiSource.Of(source.Source, links),
        Rater = source.Grade?.By,
        RatedAt = source.Grade?.At,
        Rationale = source.Grade?.Rationale,
        Namesakes = [.. source.Namesakes.Select(other => new ApiName { Id = other.Id, Name = other.Name })],
        Actor = source.ActorId,
        Told = links.Api("claims", source.Told.ToQuery()),
    };
}
