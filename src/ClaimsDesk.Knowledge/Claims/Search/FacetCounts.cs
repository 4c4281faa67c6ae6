using System.Linq.Expressions;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Filters.Keys;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>Counts facets for one filter. Each leaves out what the filter includes of its own key, so that one sees what else there is to choose.</summary>
internal sealed class FacetCounts(ClaimFilter filter, int shown, string? containing, FilterScope scope, CancellationToken cancellationToken)
{
    // More values than this are not even looked at: nobody reads on, and the number of further ones stays true up to it.
    private const int Bound = 1_000;

    private readonly ClaimsDeskDb _db = scope.Db;
    private Counted? _counted;

    public async Task<ClaimFacets> CountAsync(IReadOnlyCollection<string> keys)
    {
        var facets = new List<Facet>();
        foreach (var key in keys) facets.Add(await FacetAsync(key));
        return new ClaimFacets(facets, await (await SaidAsync()).BarsAsync());
    }

    public Task<Facet> FacetAsync(string key) => key switch
    {
        "source" => RecordsAsync(TellerKeys.Sources, kept =>
            kept.SelectMany(c => c.Hops, (c, h) => new Mention { RecordId = h.SourceId, ClaimId = c.Id })
                .Where(m => !_db.Articles.Any(a => a.OutletId == m.RecordId)
                    && !_db.Sources.Any(s => s.Id == m.RecordId && s.Kind == SourceKind.Outlet && s.ArticleId != null)), SourceNamesAsync),
        "kind" => WordsAsync(TellerKeys.Kinds, c => c.SourceKind, FacetWords.Of, byCount: true),
        "act" => WordsAsync(ContentKeys.Acts, c => c.Act, FacetWords.Of, byCount: true),
        "quote" => WordsAsync(ContentKeys.Quotes, c => c.Quote, FacetWords.Of, byCount: true),
        "reliability" => WordsAsync(GradeKeys.Reliabilities, c => c.Reliability, FacetWords.Of, byCount: false),
        "credibility" => WordsAsync(GradeKeys.Credibilities, c => c.Credibility, FacetWords.Of, byCount: false),
        "status" => WordsAsync(GradeKeys.Statuses, c => c.Status, status => status.Label(), byCount: false),
        "outlet" => RecordsAsync(ArticleKeys.Outlets, kept =>
            kept.Where(c => c.OutletId != null).Select(c => new Mention { RecordId = c.OutletId!.Value, ClaimId = c.Id }), SourceNamesAsync),
        "actor" => RecordsAsync(ContentKeys.Actors, kept => Concerned(kept, ClaimActorPart.About), ActorNamesAsync),
        "place" => RecordsAsync(ContentKeys.Places, kept => Concerned(kept, ClaimActorPart.Place), ActorNamesAsync),
        "said" => SaidFacetAsync(),
        _ => throw new ArgumentException($"There is no facet “{key}”.", nameof(key)),
    };

    /// <summary>
    /// The claims whose values are counted. Counting every value of a million claims takes seconds; of the ten thousand brought in last
    /// it does not, and tells as much about what to choose. They are found once for all keys that the filter says nothing of.
    /// </summary>
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

    private static IQueryable<Mention> Concerned(IQueryable<Claim> kept, ClaimActorPart part) =>
        kept.SelectMany(c => c.Actors.Where(a => a.Part == part), (c, a) => new Mention { RecordId = a.ActorId, ClaimId = c.Id });

    private async Task<Facet> WordsAsync<T>(FilterKey<T> key, Expression<Func<Claim, T>> value, Func<T, string> label, bool byCount)
    {
        var counted = await CountedAsync(key);
        var counts = await counted.Claims.GroupBy(value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var chosen = key.Get(filter);
        var found = counts.Select(c => (Value: c.Key, c.Count))
            .Concat(chosen.Values.Distinct().Where(v => counts.All(c => !EqualityComparer<T>.Default.Equals(c.Key, v))).Select(v => (Value: v, Count: 0)));
        var ordered = byCount ? found.OrderByDescending(v => v.Count).ThenBy(v => v.Value) : found.OrderBy(v => v.Value);
        return new Facet(key.Name, [.. ordered.Select(v => new FacetValue(key.WriteValue(v.Value), label(v.Value), v.Count, chosen.SenseOf(v.Value)))], 0, counted.IsPartial);
    }

    private async Task<Facet> RecordsAsync(
        FilterKey<Pick> key, Func<IQueryable<Claim>, IQueryable<Mention>> mentions, Func<List<int>, Task<Dictionary<int, string>>> namesOf)
    {
        var counted = await CountedAsync(key);
        var counts = await Containing(mentions(counted.Claims), key).Distinct()
            .GroupBy(m => m.RecordId)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Id)
            .Take(Bound)
            .ToListAsync(cancellationToken);
        var chosen = key.Get(filter);
        var picks = chosen.Values.Distinct().ToList();
        var numbers = picks.Where(p => p.Id is not null).Select(p => p.Id!.Value).ToList();
        var named = picks.Where(p => p.Name is not null).ToLookup(p => NameKey.Of(p.Name!));
        var names = await namesOf([.. counts.Select(c => c.Id).Take(named.Count > 0 ? Bound : shown).Concat(numbers).Distinct()]);

        Pick? ChosenAs(int id) => numbers.Contains(id) ? Pick.Number(id)
            : names.TryGetValue(id, out var name) && named.Contains(NameKey.Of(name)) ? named[NameKey.Of(name)].First()
            : null;
        FacetValue Value(Pick pick, string label, int count) => new(key.WriteValue(pick), label, count, chosen.SenseOf(pick));
        var found = counts.Select(c => (c.Id, c.Count))
            .Concat(numbers.Where(id => names.ContainsKey(id) && counts.All(c => c.Id != id)).Select(id => (Id: id, Count: 0)))
            .Select((c, i) => (c.Id, c.Count, Rank: i, As: ChosenAs(c.Id)))
            .Where(c => c.Rank < shown || c.As is not null)
            .ToList();
        var absent = picks.Where(p => p.Name is not null && found.TrueForAll(c => c.As != p));
        var values = found.Select(c => Value(c.As ?? Pick.Number(c.Id), names[c.Id], c.Count)).Concat(absent.Select(p => Value(p, p.Name!, 0))).ToList();
        return new Facet(key.Name, values, Math.Max(0, counts.Count - found.Count), counted.IsPartial);
    }

    private async Task<Facet> SaidFacetAsync() => await (await SaidAsync()).FacetAsync();

    private async Task<SaidCounts> SaidAsync()
    {
        var counted = await CountedAsync(TimeKeys.Said);
        return new SaidCounts(counted.Claims, counted.IsPartial, filter.Said, scope.Today, cancellationToken);
    }

    // Values that nothing was asked of are left out where they do not hold the words; sources and actors go by any of their names.
    private IQueryable<Mention> Containing(IQueryable<Mention> mentions, FilterKey key)
    {
        if (string.IsNullOrWhiteSpace(containing)) return mentions;
        var pattern = Matching.Containing(NameKey.Of(containing));
        var bearers = key == ContentKeys.Actors || key == ContentKeys.Places
            ? _db.Set<ActorName>().Where(n => EF.Functions.Like(n.NameKey, pattern, Matching.Escape)).Select(n => n.ActorId)
            : _db.Sources.Where(s => EF.Functions.Like(s.NameKey, pattern, Matching.Escape)).Select(s => s.Id);
        return mentions.Where(m => bearers.Contains(m.RecordId));
    }

    private async Task<Dictionary<int, string>> SourceNamesAsync(List<int> ids) =>
        await _db.Sources.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.Kind })
            .ToDictionaryAsync(s => s.Id, s => Teller.Shown(s.Name, s.Kind), cancellationToken);

    private async Task<Dictionary<int, string>> ActorNamesAsync(List<int> ids) =>
        await _db.Actors.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);

    private sealed record Counted(IQueryable<Claim> Claims, bool IsPartial);

    // With settable properties, not a constructor: only so can it be grouped in SQL.
    private sealed class Mention
    {
        public int RecordId { get; init; }
        public int ClaimId { get; init; }
    }
}
