using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Web.Api;

/// <summary>An actor as a list shows it.</summary>
public sealed record ApiActor
{
    /// <summary>The number of the actor.</summary>
    public required int Id { get; init; }

    /// <summary>The address of its page.</summary>
    public required string Permalink { get; init; }

    /// <summary>The name it goes by.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Its other names.</summary>
    public required IReadOnlyList<string> OtherNames { get; init; }

    /// <summary>The roles that articles give it.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>How many claims speak of it.</summary>
    public required int Claims { get; init; }

    /// <summary>The number of the article it belongs to; null for an actor that articles share.</summary>
    public required int? Article { get; init; }

    internal static ApiActor Of(ActorRow actor, DeskLinks links) => new()
    {
        Id = actor.Id,
        Permalink = links.Actor(actor.Id),
        Name = actor.Name,
        Kind = actor.Kind,
        OtherNames = actor.OtherNames,
        Roles = actor.Roles,
        Claims = actor.Claims,
        Article = actor.ArticleId,
    };
}

/// <summary>One actor.</summary>
public sealed record ApiActorInFull
{
    /// <summary>The actor as lists show it.</summary>
    public required ApiActor Actor { get; init; }

    /// <summary>The roles with the articles that give them.</summary>
    public required IReadOnlyList<ApiRole> Roles { get; init; }

    /// <summary>The sources that bear one of its names.</summary>
    public required IReadOnlyList<ApiName> AsSource { get; init; }

    /// <summary>Where the claims about it are listed; for a place, those that speak of it.</summary>
    public required string About { get; init; }

    /// <summary>Where the claims by it are listed; null where there is no source of its name.</summary>
    public required string? By { get; init; }

    internal static ApiActorInFull Of(ActorInFull actor, DeskLinks links) => new()
    {
        Actor = ApiActor.Of(actor.Actor, links),
        Roles = [.. actor.Roles.Select(role => new ApiRole { Role = role.Role, Article = new ApiName { Id = role.ArticleId, Name = role.ArticleTitle ?? "" } })],
        AsSource = [.. actor.AsSource.Select(source => new ApiName { Id = source.Id, Name = source.Name })],
        About = links.Api("claims", actor.About.ToQuery()),
        By = actor.By is { } by ? links.Api("claims", by.ToQuery()) : null,
    };
}

/// <summary>A role that an article gives an actor.</summary>
public sealed record ApiRole
{
    /// <summary>The role as worded.</summary>
    public required string Role { get; init; }

    /// <summary>The article.</summary>
    public required ApiName Article { get; init; }
}
