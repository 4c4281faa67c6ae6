using System.Linq.Expressions;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Filters.Keys;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>Makes facets for one filter. Each leaves out what the filter includes of its own key, so that one sees what else there is to choose.</summary>
internal sealed class FacetCounts(ClaimFilter filter, int shown, string? containing, Tally tally, FilterScope scope, CancellationToken cancellationToken)
{
    private readonly ClaimsDeskDb _db = scope.Db;
    private SaidCounts? _said;

    public async Task<ClaimFacets> CountAsync(IReadOnlyCollection<string> keys)
    {
        var facets = new List<Facet>();
        foreach (var key in keys) facets.Add(await FacetAsync(key));
        return new ClaimFacets(facets, (await SaidAsync()).Bars());
    }

    public async Task<Facet> FacetAsync(string key) => key switch
    {
        "source" => await RecordsAsync(TellerKeys.Sources, SourceNamesAsync),
        "kind" => await WordsAsync(TellerKeys.Kinds, c => c.SourceKind, FacetWords.Of, byCount: true),
        "act" => await WordsAsync(ContentKeys.Acts, c => c.Act, FacetWords.Of, byCount: true),
        "quote" => await WordsAsync(ContentKeys.Quotes, c => c.Quote, FacetWords.Of, byCount: true),
        "reliability" => await WordsAsync(GradeKeys.Reliabilities, c => c.Reliability, FacetWords.Of, byCount: false),
        "credibility" => await WordsAsync(GradeKeys.Credibilities, c => c.Credibility, FacetWords.Of, byCount: false),
        "status" => await WordsAsync(GradeKeys.Statuses, c => c.Status, status => status.Label(), byCount: false),
        "outlet" => await RecordsAsync(ArticleKeys.Outlets, SourceNamesAsync),
        "actor" => await RecordsAsync(ContentKeys.Actors, ActorNamesAsync),
        "place" => await RecordsAsync(ContentKeys.Places, ActorNamesAsync),
        "said" => (await SaidAsync()).Facet(),
        _ => throw new ArgumentException($"There is no facet “{key}”.", nameof(key)),
    };

    private async Task<SaidCounts> SaidAsync() => _said ??= new(await tally.SaidAsync(), filter.Said, scope.Today);

    private async Task<Facet> WordsAsync<T>(FilterKey<T> key, Expression<Func<Claim, T>> value, Func<T, string> label, bool byCount)
    {
        var tallied = await tally.WordsAsync(key, value);
        var chosen = key.Get(filter);
        var found = tallied.Counts
            .Concat(chosen.Values.Distinct().Where(v => tallied.Counts.All(c => !EqualityComparer<T>.Default.Equals(c.Value, v))).Select(v => (Value: v, Count: 0)));
        var ordered = byCount ? found.OrderByDescending(v => v.Count).ThenBy(v => v.Value) : found.OrderBy(v => v.Value);
        return new Facet(key.Name, [.. ordered.Select(v => new FacetValue(key.WriteValue(v.Value), label(v.Value), v.Count, chosen.SenseOf(v.Value)))], 0, tallied.IsPartial);
    }

    private async Task<Facet> RecordsAsync(FilterKey<Pick> key, Func<List<int>, Task<Dictionary<int, string>>> namesOf)
    {
        var tallied = await tally.RecordsAsync(key, containing);
        var counts = tallied.Counts;
        var chosen = key.Get(filter);
        var none = chosen.Values.Distinct().Where(p => key.TakesNone && p.IsNone).ToList();
        var picks = chosen.Values.Distinct().Except(none).ToList();
        var numbers = picks.Where(p => p.Id is not null).Select(p => p.Id!.Value).ToList();
        var named = picks.Where(p => p.Name is not null).ToLookup(p => NameKey.Of(p.Name!));
        var names = await namesOf([.. counts.Select(c => c.Value).Take(named.Count > 0 ? int.MaxValue : shown).Concat(numbers).Distinct()]);

        Pick? ChosenAs(int id) => numbers.Contains(id) ? Pick.Number(id)
            : names.TryGetValue(id, out var name) && named.Contains(NameKey.Of(name)) ? named[NameKey.Of(name)].First()
            : null;
        FacetValue Value(Pick pick, string label, int count) => new(key.WriteValue(pick), label, count, chosen.SenseOf(pick));
        var found = counts
            .Concat(numbers.Where(id => names.ContainsKey(id) && counts.All(c => c.Value != id)).Select(id => (Value: id, Count: 0)))
            .Select((c, i) => (Id: c.Value, c.Count, Rank: i, As: ChosenAs(c.Value)))
            .Where(c => c.Rank < shown || c.As is not null)
            .ToList();
        var absent = picks.Where(p => p.Name is not null && found.TrueForAll(c => c.As != p));
        var values = found.Where(c => names.ContainsKey(c.Id)).Select(c => Value(c.As ?? Pick.Number(c.Id), names[c.Id], c.Count))
            .Concat(absent.Select(p => Value(p, p.Name!, 0))).ToList();
        foreach (var pick in none) values.Add(Value(pick, FilterWords.None, await tally.NoneAsync(key, pick)));
        return new Facet(key.Name, values, Math.Max(0, counts.Count - found.Count), tallied.IsPartial);
    }

    private async Task<Dictionary<int, string>> SourceNamesAsync(List<int> ids) =>
        await _db.Sources.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.Kind })
            .ToDictionaryAsync(s => s.Id, s => Teller.Shown(s.Name, s.Kind), cancellationToken);

    private async Task<Dictionary<int, string>> ActorNamesAsync(List<int> ids) =>
        await _db.Actors.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
}
