using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Actors;

/// <summary>One actor with what is known of it.</summary>
public sealed record ActorInFull
{
    /// <summary>The actor as lists show it.</summary>
    public required ActorRow Actor { get; init; }

    /// <summary>The roles with the articles that give them, at most two hundred.</summary>
    public required IReadOnlyList<RoleGiven> Roles { get; init; }

    /// <summary>The claims about it; for a place, those that speak of it.</summary>
    public required ClaimFilter About { get; init; }

    /// <summary>The claims by it: those told by sources that bear one of its names; null where there is no such source.</summary>
    public required ClaimFilter? By { get; init; }

    /// <summary>The sources that bear one of its names.</summary>
    public required IReadOnlyList<SourceRow> AsSource { get; init; }
}

/// <summary>A role that an article gives an actor.</summary>
/// <param name="Role">The role as worded.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="ArticleTitle">Its headline, where it has one.</param>
public sealed record RoleGiven(string Role, int ArticleId, string? ArticleTitle);

/// <summary>Opens one actor.</summary>
public sealed class OpenActor(IDbContextFactory<ClaimsDeskDb> database)
{
    private const int MostRoles = 200, MostSources = 20;

    /// <summary>The actor; null where there is none of this number.</summary>
    public async Task<ActorInFull?> ReadAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var rows = await ActorList.RowsAsync(db, db.Actors.AsNoTracking().Where(a => a.Id == id), cancellationToken);
        if (rows.Count == 0) return null;
        var actor = rows[0];
        var sources = await SourcesAsync(db, actor, cancellationToken);
        return new ActorInFull
        {
            Actor = actor,
            Roles = await db.Set<ActorRole>().AsNoTracking().Where(r => r.ActorId == id).OrderBy(r => r.Id)
                .Select(r => new RoleGiven(r.Role, r.ArticleId, r.Article.Title)).Take(MostRoles).ToListAsync(cancellationToken),
            About = actor.Kind == ActorKind.Place
                ? ClaimFilter.Everything with { Places = [Pick.Number(id)] }
                : ClaimFilter.Everything with { Actors = [Pick.Number(id)] },
            By = sources.Count == 0 ? null : ClaimFilter.Everything with { Sources = [.. sources.Select(s => Pick.Number(s.Id))] },
            AsSource = sources,
        };
    }

    // Its own name decides, of an actor that articles share among the sources they share; other names are too often somebody else's, too.
    private static async Task<IReadOnlyList<SourceRow>> SourcesAsync(ClaimsDeskDb db, ActorRow actor, CancellationToken cancellationToken)
    {
        if (actor.Kind == ActorKind.Place) return [];
        var key = NameKey.Of(actor.Name);
        var isPerson = actor.Kind == ActorKind.Person;
        var sources = db.Sources.Where(s => s.NameKey == key && s.ArticleId == actor.ArticleId
            && s.Kind != SourceKind.Anonymous && s.Kind != SourceKind.Unspecified && (s.Kind == SourceKind.Person) == isPerson);
        return await SourceList.Rows(db, sources.OrderBy(s => s.Id).Take(MostSources)).ToListAsync(cancellationToken);
    }
}
