using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Actors;

/// <summary>Which actors to list.</summary>
public sealed record ActorFilter
{
    /// <summary>How many actors a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>A part of any of its names; null or blank for any.</summary>
    public string? Words { get; init; }

    /// <summary>The kinds; none for any.</summary>
    public Choices<ActorKind> Kinds { get; init; } = [];

    /// <summary>The page, from one.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>An actor as a list shows it.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Name">The name it goes by.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="OtherNames">Its other names.</param>
/// <param name="Roles">The roles that articles give it.</param>
/// <param name="Claims">How many claims speak of it.</param>
/// <param name="ArticleId">The article it belongs to; null for an actor that articles share.</param>
public sealed record ActorRow(
    int Id, string Name, ActorKind Kind, IReadOnlyList<string> OtherNames, IReadOnlyList<string> Roles, int Claims, int? ArticleId);

/// <summary>A page of actors.</summary>
/// <param name="Actors">The actors, those that most claims speak of first.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="HasMore">Whether there is a next page.</param>
public sealed record ActorPage(IReadOnlyList<ActorRow> Actors, BoundedCount Count, bool HasMore);

/// <summary>Lists actors.</summary>
public sealed class ActorList(IDbContextFactory<ClaimsDeskDb> database, ClaimMemory memory)
{
    // A name or role more than these would not fit in a row.
    private const int MostNames = 12;

    /// <summary>The page that the filter means.</summary>
    public async Task<ActorPage> FindAsync(ActorFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var actors = Keep(db, filter);
        if (await RememberedAsync(db, actors, filter, cancellationToken) is { } remembered) return remembered;
        var page = actors
            .OrderByDescending(a => db.ClaimActors.Where(c => c.ActorId == a.Id).Select(c => c.ClaimId).Distinct().Count()).ThenBy(a => a.NameKey).ThenBy(a => a.Id)
            .Skip((Math.Max(1, filter.Page) - 1) * ActorFilter.PageSize);
        return await PageAsync(db, actors, page, ActorFilter.PageSize, cancellationToken);
    }

    // From the counts in memory, as far down as these tell the order; the database would count the claims of every actor for it.
    private async Task<ActorPage?> RememberedAsync(ClaimsDeskDb db, IQueryable<Actor> actors, ActorFilter filter, CancellationToken cancellationToken)
    {
        if (await memory.CountRecordsAsync(sources: false, db, cancellationToken) is not { } counts) return null;
        var named = actors.Select(a => new NamedRecord { Id = a.Id, NameKey = a.NameKey });
        if (await counts.PageAsync(named, (Math.Max(1, filter.Page) - 1) * ActorFilter.PageSize, ActorFilter.PageSize, cancellationToken) is not { } page) return null;
        var rows = (await RowsAsync(db, db.Actors.AsNoTracking().Where(a => page.Contains(a.Id)), cancellationToken, isCounted: true)).ToDictionary(a => a.Id);
        var count = await actors.Take(BoundedCount.Bound + 1).CountAsync(cancellationToken);
        return new ActorPage([.. page.Where(rows.ContainsKey).Select(id => rows[id] with { Claims = counts[id] })], BoundedCount.Of(count), true);
    }

    /// <summary>
    /// Actors in the order of their numbers, beyond <paramref name="after"/>: for who reads them all, page by page, while others are
    /// brought in. The filter's page does not count.
    /// </summary>
    public async Task<ActorPage> ByNumberAsync(ActorFilter filter, int after, int size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var actors = Keep(db, filter);
        return await PageAsync(db, actors, actors.Where(a => a.Id > after).OrderBy(a => a.Id), size, cancellationToken);
    }

    private static async Task<ActorPage> PageAsync(
        ClaimsDeskDb db, IQueryable<Actor> all, IQueryable<Actor> page, int size, CancellationToken cancellationToken)
    {
        var count = await all.Take(BoundedCount.Bound + 1).CountAsync(cancellationToken);
        var rows = await RowsAsync(db, page.Take(size + 1), cancellationToken);
        return new ActorPage([.. rows.Take(size)], BoundedCount.Of(count), rows.Count > size);
    }

    internal static async Task<IReadOnlyList<ActorRow>> RowsAsync(ClaimsDeskDb db, IQueryable<Actor> actors, CancellationToken cancellationToken, bool isCounted = false)
    {
        var found = await actors.Select(a => new
        {
            a.Id,
            a.Name,
            a.Kind,
            a.ArticleId,
            Claims = isCounted ? 0 : db.ClaimActors.Where(c => c.ActorId == a.Id).Select(c => c.ClaimId).Distinct().Count(),
            Names = a.Names.OrderBy(n => n.Id).Select(n => n.Name).ToList(),
            Roles = a.Roles.OrderBy(r => r.Id).Select(r => r.Role).ToList(),
        }).ToListAsync(cancellationToken);
        return [.. found.Select(a => new ActorRow(
            a.Id, a.Name, a.Kind, [.. a.Names.Where(n => n != a.Name).Take(MostNames)], [.. a.Roles.Distinct().Take(MostNames)], a.Claims, a.ArticleId))];
    }

    private static IQueryable<Actor> Keep(ClaimsDeskDb db, ActorFilter filter)
    {
        var actors = db.Actors.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var pattern = Matching.Containing(NameKey.Of(filter.Words));
            actors = actors.Where(a => a.Names.Any(n => EF.Functions.Like(n.NameKey, pattern, Matching.Escape)));
        }
        if (filter.Kinds.Count > 0)
        {
            var kinds = filter.Kinds.AnyOf.ToList();
            actors = actors.Where(a => kinds.Contains(a.Kind));
        }
        return actors;
    }
}
