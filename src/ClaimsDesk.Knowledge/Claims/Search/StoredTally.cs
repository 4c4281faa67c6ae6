using System.Linq.Expressions;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Filters.Keys;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>
/// Counted by the database, where the claims are not in memory. Counting every value of a million claims takes it seconds; of the ten
/// thousand brought in last it does not, and tells as much about what to choose.
/// </summary>
internal sealed class StoredTally(ClaimFilter filter, FilterScope scope, CancellationToken cancellationToken) : Tally
{
    private readonly ClaimsDeskDb _db = scope.Db;
    private Counted? _counted;

    public override async Task<Tallied<T>> WordsAsync<T>(FilterKey<T> key, Expression<Func<Claim, T>> value)
    {
        var counted = await CountedAsync(key);
        var counts = await counted.Claims.GroupBy(value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return new Tallied<T>([.. counts.Select(c => (c.Key, c.Count))], counted.IsPartial);
    }

    public override async Task<Tallied<int>> RecordsAsync(FilterKey<Pick> key, string? containing)
    {
        var counted = await CountedAsync(key);
        var mentions = Mentions(key, counted.Claims);
        if (Bearers(key, containing, _db) is { } bearers) mentions = mentions.Where(m => bearers.Contains(m.RecordId));
        var counts = await mentions.Distinct()
            .GroupBy(m => m.RecordId)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Id)
            .Take(MostRecords)
            .ToListAsync(cancellationToken);
        return new Tallied<int>([.. counts.Select(c => (c.Id, c.Count))], counted.IsPartial);
    }

    public override async Task<int> NoneAsync(FilterKey<Pick> key, Pick none) =>
        await (await CountedAsync(key)).Claims.CountAsync(key.Fits(none, scope), cancellationToken);

    public override async Task<TalliedDays> SaidAsync()
    {
        var counted = await CountedAsync(TimeKeys.Said);
        var days = await counted.Claims.GroupBy(c => new { c.SaidFirst, c.SaidLast, IsDated = c.SaidOn != null })
            .Select(g => new { g.Key.SaidFirst, g.Key.SaidLast, g.Key.IsDated, Count = g.Count() }).ToListAsync(cancellationToken);
        return new TalliedDays([.. days.Where(d => d.IsDated).Select(d => (d.SaidFirst, d.SaidLast, d.Count))], days.Where(d => !d.IsDated).Sum(d => d.Count), counted.IsPartial);
    }

    /// <summary>The records whose names contain the words; sources and actors go by any of their names. Null where there are no words.</summary>
    public static IQueryable<int>? Bearers(FilterKey key, string? containing, ClaimsDeskDb db)
    {
        if (string.IsNullOrWhiteSpace(containing)) return null;
        var pattern = Matching.Containing(NameKey.Of(containing));
        return key == ContentKeys.Actors || key == ContentKeys.Places
            ? db.Set<ActorName>().Where(n => EF.Functions.Like(n.NameKey, pattern, Matching.Escape)).Select(n => n.ActorId)
            : db.Sources.Where(s => EF.Functions.Like(s.NameKey, pattern, Matching.Escape)).Select(s => s.Id);
    }

    private IQueryable<Mention> Mentions(FilterKey<Pick> key, IQueryable<Claim> kept)
    {
        if (key == ArticleKeys.Outlets) return kept.Where(c => c.OutletId != null).Select(c => new Mention { RecordId = c.OutletId!.Value, ClaimId = c.Id });
        if (key != TellerKeys.Sources) return Concerned(kept, key == ContentKeys.Places ? ClaimActorPart.Place : ClaimActorPart.About);
        return kept.SelectMany(c => c.Hops, (c, h) => new Mention { RecordId = h.SourceId, ClaimId = c.Id })
            .Where(m => !_db.Claims.Any(c => c.OutletId == m.RecordId)
                && !_db.Sources.Any(s => s.Id == m.RecordId && s.Kind == SourceKind.Outlet && s.ArticleId != null));
    }

    private static IQueryable<Mention> Concerned(IQueryable<Claim> kept, ClaimActorPart part) =>
        kept.SelectMany(c => c.Actors.Where(a => a.Part == part), (c, a) => new Mention { RecordId = a.ActorId, ClaimId = c.Id });

    // Found once for all keys that the filter says nothing of.
    private async Task<Counted> CountedAsync(FilterKey key)
    {
        if (key.WithoutAnyOf(filter) != filter) return await FindAsync(key);
        return _counted ??= await FindAsync(null);
    }

    private async Task<Counted> FindAsync(FilterKey? facet)
    {
        var ids = await _db.Claims.Keep(filter, scope, facet).OrderByDescending(c => c.Id)
            .Take(BoundedCount.Bound + 1).Select(c => c.Id).ToListAsync(cancellationToken);
        var isPartial = ids.Count > BoundedCount.Bound;
        if (isPartial) ids.RemoveAt(BoundedCount.Bound);
        // One parameter that holds them all, instead of ten thousand.
        return new Counted(_db.Claims.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)), isPartial);
    }

    private sealed record Counted(IQueryable<Claim> Claims, bool IsPartial);

    // With settable properties, not a constructor: only so can it be grouped in SQL.
    private sealed class Mention
    {
        public int RecordId { get; init; }
        public int ClaimId { get; init; }
    }
}
