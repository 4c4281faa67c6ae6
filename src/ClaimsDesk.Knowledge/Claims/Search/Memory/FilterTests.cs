using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Filters.Keys;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>Whether a claim of this key fits.</summary>
internal delegate bool Fits(int claim);

/// <summary>What one key of a filter asks.</summary>
/// <param name="Key">The key.</param>
/// <param name="Any">What its values of which any will do ask; null where there are none. Its own facet does not mind it.</param>
/// <param name="Others">What its other values ask; null where there are none.</param>
internal sealed record KeyTest(FilterKey Key, Fits? Any, Fits? Others);

/// <summary>
/// A filter as tests on columns. Names become record numbers by small queries; words that only the
/// database knows become the set of their claims.
/// </summary>
internal sealed class FilterTests
{
    // What stands among the wanted records for "none".
    private const int NoRecord = 0;

    private readonly List<(FilterKey Key, Func<ClaimColumns, Fits>? Any, Func<ClaimColumns, Fits>? Others)> _tests = [];

    private readonly ClaimWords _words;

    private FilterTests(ClaimWords words) => _words = words;

    public static async Task<FilterTests> OfAsync(ClaimFilter filter, FilterScope scope, ClaimWords words, CancellationToken cancellationToken)
    {
        var tests = new FilterTests(words);
        foreach (var key in FilterKeys.All.Where(key => key.Write(filter).Any())) await tests.AddAsync(key, filter, scope, cancellationToken);
        return tests;
    }

    public IReadOnlyList<KeyTest> On(ClaimColumns columns) => [.. _tests.Select(t => new KeyTest(t.Key, t.Any?.Invoke(columns), t.Others?.Invoke(columns)))];

    private async Task AddAsync(FilterKey key, ClaimFilter filter, FilterScope scope, CancellationToken cancellationToken)
    {
        if (key == TellerKeys.Kinds) Add(TellerKeys.Kinds, filter, (c, kind) => { var code = (byte)(kind + 1); return id => c.Kind[id] == code; });
        else if (key == ContentKeys.Acts) Add(ContentKeys.Acts, filter, (c, act) => { var code = (byte)(act + 1); return id => c.Act[id] == code; });
        else if (key == ContentKeys.Quotes) Add(ContentKeys.Quotes, filter, (c, quote) => { var code = (byte)(quote + 1); return id => c.Quote[id] == code; });
        else if (key == ContentKeys.Negated) Add(ContentKeys.Negated, filter, (c, yes) => id => (c.Flags[id] & ClaimColumns.IsNegated) != 0 == yes);
        else if (key == ContentKeys.Hedged) Add(ContentKeys.Hedged, filter, (c, yes) => id => (c.Flags[id] & ClaimColumns.IsHedged) != 0 == yes);
        else if (key == GradeKeys.Reliabilities) Add(GradeKeys.Reliabilities, filter, (c, grade) => { var code = (byte)((int?)grade + 1 ?? 0); return id => c.Reliability[id] == code; });
        else if (key == GradeKeys.Credibilities) Add(GradeKeys.Credibilities, filter, (c, grade) => { var code = (byte)((int?)grade + 1 ?? 0); return id => c.Credibility[id] == code; });
        else if (key == GradeKeys.Statuses) Add(GradeKeys.Statuses, filter, (c, status) => { var code = (byte)(status + 1); return id => c.Status[id] == code; });
        else if (key == GradeKeys.Reviews) Add(GradeKeys.Reviews, filter, (c, review) => { var code = (byte)((int?)review + 1 ?? 0); return id => c.Review[id] == code; });
        else if (key == ArticleKeys.Articles) Add(ArticleKeys.Articles, filter, (c, article) => id => c.Article[id] == article);
        else if (key == ArticleKeys.Batches) Add(ArticleKeys.Batches, filter, (c, batch) => id => c.BatchOfArticle[c.Article[id]] == batch);
        else if (key == TimeKeys.Said) AddDays(TimeKeys.Said, filter, scope.Today, c => (c.SaidFirst, c.SaidLast));
        else if (key == TimeKeys.Happened) AddDays(TimeKeys.Happened, filter, scope.Today, c => (c.EventFirst, c.EventLast));
        else if (key == TimeKeys.Published) AddDays(TimeKeys.Published, filter, scope.Today, c => (c.Published, c.Published));
        else if (key == ArticleKeys.Outlets) await AddRecordsAsync(ArticleKeys.Outlets, filter, p => OutletsAsync(p, scope, cancellationToken), (c, wanted) => id => wanted.Contains(c.Outlet[id]));
        else if (key == TellerKeys.Sources) await AddRecordsAsync(TellerKeys.Sources, filter, p => SourcesAsync(p, scope, cancellationToken), (c, wanted) => id => HasOne(c.Tellers.Of(id), wanted));
        else if (key == TellerKeys.Ends) await AddRecordsAsync(TellerKeys.Ends, filter, p => SourcesAsync(p, scope, cancellationToken), (c, wanted) => id => wanted.Contains(c.Source[id]) || HasOne(c.JointEnds.Of(id), wanted));
        else if (key == ContentKeys.Actors) await AddRecordsAsync(ContentKeys.Actors, filter, p => ActorsAsync(p, scope, cancellationToken), (c, wanted) => id => HasOne(c.About.Of(id), wanted));
        else if (key == ContentKeys.Places) await AddRecordsAsync(ContentKeys.Places, filter, p => ActorsAsync(p, scope, cancellationToken), (c, wanted) => id => HasOne(c.Places.Of(id), wanted));
        else if (key == FinderKeys.Confidence) Add(FinderKeys.Confidence, filter, (c, span) => id => c.Confidence[id] >= span.Least && c.Confidence[id] <= span.Most);
        else if (key == TellerKeys.Chain) await AddChainAsync(filter, scope, cancellationToken);
        else if (key == ContentKeys.Words) await AddWordsAsync(filter, scope, cancellationToken);
        else if (key == TellerKeys.Affiliations) Add(TellerKeys.Affiliations, filter, Affiliated);
        else throw new InvalidOperationException($"Claims in memory do not know the key {key.Name}.");
    }

    private void Add<T>(FilterKey<T> key, ClaimFilter filter, Func<ClaimColumns, T, Fits> fits)
    {
        var choices = key.Get(filter);
        var (any, all, none) = (choices.AnyOf.ToList(), choices.AllOf.ToList(), choices.NoneOf.ToList());
        _tests.Add((key,
            any.Count == 0 ? null : c => AnyOf([.. any.Select(v => fits(c, v))]),
            all.Count + none.Count == 0 ? null : c => Others([.. all.Select(v => fits(c, v))], [.. none.Select(v => fits(c, v))])));
    }

    private void AddDays(FilterKey<DateChoice> key, ClaimFilter filter, DateOnly today, Func<ClaimColumns, (int[] First, int[] Last)> days) =>
        Add(key, filter, (c, choice) =>
        {
            var (first, last) = days(c);
            if (choice.On(today) is not { } span) return id => first[id] == 0;
            var (from, to) = (span.First.DayNumber, span.Last.DayNumber);
            return id => first[id] > 0 && first[id] <= to && last[id] >= from;
        });

    private async Task AddRecordsAsync(
        FilterKey<Pick> key, ClaimFilter filter, Func<Pick, Task<HashSet<int>>> find, Func<ClaimColumns, KeySet, Fits> fits)
    {
        var found = new Dictionary<Pick, HashSet<int>>();
        foreach (var pick in key.Get(filter).Values.Distinct()) found[pick] = await find(pick);
        var choices = key.Get(filter);
        var any = choices.AnyOf.SelectMany(p => found[p]).ToHashSet();
        var hasAny = choices.AnyOf.Any();
        Add(key, filter, (c, pick) => fits(c, Set(c, found[pick])));
        // Any of several records is one set.
        if (hasAny) _tests[^1] = (key, c => fits(c, Set(c, any)), _tests[^1].Others);

        // A number that no record has may be any number, and makes no room for itself.
        static KeySet Set(ClaimColumns columns, HashSet<int> records)
        {
            var set = new KeySet();
            foreach (var record in records.Where(r => r >= 0 && r <= columns.GreatestRecord)) set.Add(record);
            return set;
        }
    }

    // Affiliations are far fewer than claims: each is looked at once.
    private static Fits Affiliated(ClaimColumns columns, string part)
    {
        if (FilterWords.IsNone(part)) return id => columns.Affiliation[id] == 0;
        var (key, wanted) = (NameKey.Of(part), new KeySet());
        for (var code = 1; code < columns.Affiliations.Count; code++)
        {
            if (columns.Affiliations[code].Contains(key, StringComparison.Ordinal)) wanted.Add(code);
        }
        return id => wanted.Contains(columns.Affiliation[id]);
    }

    private async Task AddChainAsync(ClaimFilter filter, FilterScope scope, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, KeySet>();
        foreach (var part in filter.Chain.Values.Distinct())
            found[part] = await WordTests.FindAsync(TellerKeys.SourcesNamed(part, scope.Db).Select(s => s.Id), scope.Db, cancellationToken);
        Add(TellerKeys.Chain, filter, (c, part) =>
        {
            var wanted = found[part];
            return id => HasOne(c.Tellers.Of(id), wanted);
        });
    }

    private async Task AddWordsAsync(ClaimFilter filter, FilterScope scope, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Func<ClaimColumns, Fits>>();
        foreach (var words in filter.Words.Values.Distinct()) found[words] = await WordTests.OfAsync(words, _words, scope.Db, cancellationToken);
        Add(ContentKeys.Words, filter, (c, words) => found[words](c));
    }

    private static async Task<HashSet<int>> SourcesAsync(Pick pick, FilterScope scope, CancellationToken cancellationToken) =>
        pick.Id is { } id ? [id] : [.. await TellerKeys.SourceIds(pick, scope.Db).ToListAsync(cancellationToken)];

    private static async Task<HashSet<int>> OutletsAsync(Pick pick, FilterScope scope, CancellationToken cancellationToken) =>
        pick.IsNone ? [NoRecord] : await SourcesAsync(pick, scope, cancellationToken);

    private static async Task<HashSet<int>> ActorsAsync(Pick pick, FilterScope scope, CancellationToken cancellationToken)
    {
        if (pick.IsNone) return [NoRecord];
        if (pick.Id is { } id) return [id];
        var key = NameKey.Of(pick.Name!);
        return [.. await scope.Db.Set<ActorName>().Where(n => n.NameKey == key).Select(n => n.ActorId).ToListAsync(cancellationToken)];
    }

    private static bool HasOne(ReadOnlySpan<int> records, KeySet wanted)
    {
        foreach (var record in records)
        {
            if (wanted.Contains(record)) return true;
        }
        return records.IsEmpty && wanted.Contains(NoRecord);
    }

    private static Fits AnyOf(Fits[] tests) => tests.Length == 1 ? tests[0] : id =>
    {
        foreach (var test in tests)
        {
            if (test(id)) return true;
        }
        return false;
    };

    private static Fits Others(Fits[] all, Fits[] none) => id =>
    {
        foreach (var test in all)
        {
            if (!test(id)) return false;
        }
        foreach (var test in none)
        {
            if (test(id)) return false;
        }
        return true;
    };
}
