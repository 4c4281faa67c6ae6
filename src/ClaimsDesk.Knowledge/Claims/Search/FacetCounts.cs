using System.Linq.Expressions;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>Counts facets for one filter. Each leaves out what the filter says of its own key, so that one sees what else there is to choose.</summary>
internal sealed class FacetCounts(ClaimFilter filter, int shown, ClaimsDeskDb db, CancellationToken cancellationToken)
{
    // More values than this are not even looked at: nobody reads on, and the number of further ones stays true up to it.
    private const int Bound = 1_000;

    private Counted? _counted;

    private const int MonthsShownByDay = 2;

    public async Task<ClaimFacets> CountAsync() => new()
    {
        Sources = await RecordsAsync(FilterKeys.Sources, kept =>
            kept.SelectMany(c => c.Hops, (c, h) => new Mention { RecordId = h.SourceId, ClaimId = c.Id })
                .Where(m => !db.Articles.Any(a => a.OutletId == m.RecordId)
                    && !db.Sources.Any(s => s.Id == m.RecordId && s.Kind == SourceKind.Outlet && s.ArticleId != null)), SourceNamesAsync),
        Kinds = await WordsAsync(FilterKeys.Kinds, c => c.SourceKind, FacetWords.Of, byCount: true),
        Said = await SaidAsync(),
        Acts = await WordsAsync(FilterKeys.Acts, c => c.Act, FacetWords.Of, byCount: true),
        Quotes = await WordsAsync(FilterKeys.Quotes, c => c.Quote, FacetWords.Of, byCount: true),
        Reliability = await WordsAsync(FilterKeys.Reliabilities, c => c.Reliability, FacetWords.Of, byCount: false),
        Credibility = await WordsAsync(FilterKeys.Credibilities, c => c.Credibility, FacetWords.Of, byCount: false),
        Statuses = await WordsAsync(FilterKeys.Statuses, c => c.Status, status => status.Label(), byCount: false),
        Outlets = await RecordsAsync(FilterKeys.Outlets, kept =>
            kept.Where(c => c.OutletId != null).Select(c => new Mention { RecordId = c.OutletId!.Value, ClaimId = c.Id }), SourceNamesAsync),
        Actors = await RecordsAsync(FilterKeys.Actors, kept => Concerned(kept, ClaimActorPart.About), ActorNamesAsync),
        Places = await RecordsAsync(FilterKeys.Places, kept => Concerned(kept, ClaimActorPart.Place), ActorNamesAsync),
    };

    /// <summary>
    /// The claims whose values are counted. Counting every value of a million claims takes seconds; of the ten thousand brought in last
    /// it does not, and tells as much about what to choose. They are found once for all keys that the filter says nothing of.
    /// </summary>
    private async Task<Counted> CountedAsync(FilterKey key)
    {
        if (key.Write(filter).Any()) return await FindAsync(key);
        return _counted ??= await FindAsync(null);
    }

    private async Task<Counted> FindAsync(FilterKey? except)
    {
        var ids = await db.Claims.Keep(filter, db, except).OrderByDescending(c => c.Id)
            .Take(BoundedCount.Bound + 1).Select(c => c.Id).ToListAsync(cancellationToken);
        var isPartial = ids.Count > BoundedCount.Bound;
        if (isPartial) ids.RemoveAt(BoundedCount.Bound);
        // One parameter that holds them all, instead of ten thousand.
        return new Counted(db.Claims.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)), isPartial);
    }

    private static IQueryable<Mention> Concerned(IQueryable<Claim> kept, ClaimActorPart part) =>
        kept.SelectMany(c => c.Actors.Where(a => a.Part == part), (c, a) => new Mention { RecordId = a.ActorId, ClaimId = c.Id });

    private async Task<Facet<T>> WordsAsync<T>(FilterKey<T> key, Expression<Func<Claim, T>> value, Func<T, string> label, bool byCount)
    {
        var counted = await CountedAsync(key);
        var counts = await counted.Claims.GroupBy(value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var chosen = key.Get(filter);
        var found = counts.Select(c => (Value: c.Key, c.Count))
            .Concat(chosen.Where(v => counts.All(c => !EqualityComparer<T>.Default.Equals(c.Key, v))).Select(v => (Value: v, Count: 0)));
        var ordered = byCount ? found.OrderByDescending(v => v.Count).ThenBy(v => v.Value) : found.OrderBy(v => v.Value);
        return new Facet<T>(key.Name, [.. ordered.Select(v =>
            new FacetValue<T>(v.Value, label(v.Value), v.Count, chosen.Contains(v.Value), key.Set(filter, chosen.Toggle(v.Value)).FromStart()))], 0, counted.IsPartial);
    }

    private async Task<Facet<Pick>> RecordsAsync(
        FilterKey<Pick> key, Func<IQueryable<Claim>, IQueryable<Mention>> mentions, Func<List<int>, Task<Dictionary<int, string>>> namesOf)
    {
        var counted = await CountedAsync(key);
        var counts = await mentions(counted.Claims).Distinct()
            .GroupBy(m => m.RecordId)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Id)
            .Take(Bound)
            .ToListAsync(cancellationToken);
        var chosen = key.Get(filter);
        var numbers = chosen.Where(p => p.Id is not null).Select(p => p.Id!.Value).ToList();
        var chosenKeys = chosen.Where(p => p.Name is not null).Select(p => NameKey.Of(p.Name!)).ToHashSet();
        var names = await namesOf([.. counts.Select(c => c.Id).Take(chosenKeys.Count > 0 ? Bound : shown).Concat(numbers).Distinct()]);

        Pick? ChosenAs(int id) => numbers.Contains(id) ? Pick.Number(id)
            : names.TryGetValue(id, out var name) && chosenKeys.Contains(NameKey.Of(name)) ? chosen.First(p => p.Name is not null && NameKey.Of(p.Name) == NameKey.Of(name))
            : null;
        var values = counts.Select(c => (c.Id, c.Count))
            .Concat(numbers.Where(id => names.ContainsKey(id) && counts.All(c => c.Id != id)).Select(id => (Id: id, Count: 0)))
            .Select((c, i) => (c.Id, c.Count, Rank: i, As: ChosenAs(c.Id)))
            .Where(c => c.Rank < shown || c.As is not null)
            .Select(c => new FacetValue<Pick>(c.As ?? Pick.Number(c.Id), names[c.Id], c.Count, c.As is not null,
                key.Set(filter, chosen.Toggle(c.As ?? Pick.Number(c.Id))).FromStart()))
            .ToList();
        values.AddRange(chosen.Where(p => p.Name is not null && values.TrueForAll(v => v.Value != p))
            .Select(p => new FacetValue<Pick>(p, p.Name!, 0, true, key.Set(filter, chosen.Without(p)).FromStart())));
        return new Facet<Pick>(key.Name, values, Math.Max(0, counts.Count - values.Count), counted.IsPartial);
    }

    // Only what is known to the month, or to the day: a claim of "2024" would all stand in January.
    private async Task<IReadOnlyList<TimeCount>> SaidAsync()
    {
        var dated = (await CountedAsync(FilterKeys.Said)).Claims.Where(c => c.SaidOn != null && c.SaidFirst.Month == c.SaidLast.Month);
        var months = await dated
            .GroupBy(c => new { c.SaidFirst.Year, c.SaidFirst.Month })
            .Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() })
            .OrderByDescending(m => m.Year).ThenByDescending(m => m.Month)
            .Take(Bound)
            .ToListAsync(cancellationToken);
        if (months.Count > MonthsShownByDay) return [.. months.AsEnumerable().Reverse().Select(m => Said(new PartialDate(m.Year, m.Month), m.Count))];
        var days = await dated.Where(c => c.SaidFirst == c.SaidLast)
            .GroupBy(c => c.SaidFirst)
            .Select(g => new { Day = g.Key, Count = g.Count() })
            .OrderBy(d => d.Day)
            .ToListAsync(cancellationToken);
        return [.. days.Select(d => Said(PartialDate.OfDay(d.Day), d.Count))];
    }

    private TimeCount Said(PartialDate time, int count) =>
        new(DateSpan.Of(time), count, filter.Said.Any(s => s.First <= time.Last && s.Last >= time.First));

    private async Task<Dictionary<int, string>> SourceNamesAsync(List<int> ids) =>
        await db.Sources.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.Kind })
            .ToDictionaryAsync(s => s.Id, s => Teller.Shown(s.Name, s.Kind), cancellationToken);

    private async Task<Dictionary<int, string>> ActorNamesAsync(List<int> ids) =>
        await db.Actors.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);

    private sealed record Counted(IQueryable<Claim> Claims, bool IsPartial);

    // With settable properties, not a constructor: only so can it be grouped in SQL.
    private sealed class Mention
    {
        public int RecordId { get; init; }
        public int ClaimId { get; init; }
    }
}
