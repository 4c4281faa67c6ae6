using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Filters.Keys;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>The claims that fit a filter, and for each facet those that fit all but what the filter includes of its key.</summary>
internal sealed class ClaimSelection
{
    // 1900 to 2100.
    private const int FirstDay = 693_595, LastDay = 766_644;

    private readonly ClaimColumns _columns;
    private readonly KeySet _fit = new();

    // At the place of a test: what fits but for the test's values of which any will do.
    private readonly KeySet[] _almost;
    private readonly IReadOnlyList<KeyTest> _tests;

    // A selection is forgotten with the first change of the columns, so what was counted once stays true. The claims without any filter
    // are asked for by everybody who comes to the desk.
    private readonly ConcurrentDictionary<object, object> _counted = new();

    public ClaimSelection(ClaimColumns columns, IReadOnlyList<KeyTest> tests)
    {
        (_columns, _tests, _almost) = (columns, tests, [.. tests.Select(_ => new KeySet())]);
        for (var id = 0; id < columns.End; id++)
        {
            if ((columns.Flags[id] & ClaimColumns.IsThere) != 0) _fit.Add(id);
        }
        for (var i = 0; i < tests.Count; i++) Narrow(tests[i], i);
        Count = _fit.Count;
    }

    public ClaimColumns Columns => _columns;

    /// <summary>How many claims fit.</summary>
    public int Count { get; }

    /// <summary>What <paramref name="count"/> counts, counted once for each <paramref name="what"/>; nobody may change it.</summary>
    public T Once<T>(object what, Func<T> count) where T : class => (T)_counted.GetOrAdd(what, _ => count());

    /// <summary>How many claims were said when.</summary>
    public TalliedDays CountSaid()
    {
        var (undated, stretches) = (0, new Dictionary<(int First, int Last), int>());
        var (first, last, days) = (_columns.SaidFirst, _columns.SaidLast, new int[LastDay - FirstDay]);
        foreach (var claims in CountedIn(TimeKeys.Said))
        {
            foreach (var id in claims)
            {
                var day = first[id];
                if (day == 0) undated++;
                // Nearly all are dated to the day, and of these nearly all are of our time.
                else if (day == last[id] && day is >= FirstDay and < LastDay) days[day - FirstDay]++;
                else CollectionsMarshal.GetValueRefOrAddDefault(stretches, (day, last[id]), out _)++;
            }
        }
        static DateOnly Day(int number) => DateOnly.FromDayNumber(number);
        return new TalliedDays(
        [
            .. Enumerable.Range(0, days.Length).Where(i => days[i] > 0).Select(i => (Day(FirstDay + i), Day(FirstDay + i), days[i])),
            .. stretches.Select(s => (Day(s.Key.First), Day(s.Key.Last), s.Value)),
        ], undated, false);
    }

    /// <summary>How many claims have each code of a column.</summary>
    public int[] CountCodes(FilterKey facet, byte[] column)
    {
        var counts = new int[256];
        foreach (var claims in CountedIn(facet))
        {
            foreach (var id in claims) counts[column[id]]++;
        }
        return counts;
    }

    /// <summary>How many claims pass a test.</summary>
    public int CountIf(FilterKey facet, Fits test)
    {
        var count = 0;
        foreach (var claims in CountedIn(facet))
        {
            foreach (var id in claims)
            {
                if (test(id)) count++;
            }
        }
        return count;
    }

    /// <summary>Adds to a count for each record how many claims name it.</summary>
    public void CountRecords(FilterKey facet, Mentions mentions, Span<int> counts)
    {
        foreach (var claims in CountedIn(facet))
        {
            foreach (var id in claims)
            {
                foreach (var record in mentions.Of(id)) counts[record]++;
            }
        }
    }

    /// <summary>Adds to a count for each number how many claims have it in a column; those that have zero are left out.</summary>
    public void CountNumbers(FilterKey facet, int[] column, Span<int> counts)
    {
        foreach (var claims in CountedIn(facet))
        {
            foreach (var id in claims) counts[column[id]]++;
        }
        counts[0] = 0;
    }

    /// <summary>The first claims in an order, after a claim; from the start where that is null or gone.</summary>
    public IReadOnlyList<int> Page(ClaimOrder order, int? after, int size) =>
        after is null ? Once((order, size), () => Find(order, null, size)) : Find(order, after, size);

    private List<int> Find(ClaimOrder order, int? after, int size)
    {
        var places = new ClaimPlaces(_columns, order);
        var from = after is { } claim && claim < _columns.End && _columns.Flags[claim] != 0 ? claim : (int?)null;
        // The greatest of the page stands on top, and goes when a smaller one comes.
        var page = new PriorityQueue<int, int>(size + 1, Comparer<int>.Create((a, b) => places.Compare(b, a)));
        var greatest = long.MaxValue;
        foreach (var id in _fit)
        {
            if (places.First(id) > greatest || (from is { } start && places.Compare(id, start) <= 0)) continue;
            if (page.Count < size) page.Enqueue(id, id);
            else if (places.Compare(id, page.Peek()) < 0) page.EnqueueDequeue(id, id);
            if (page.Count == size) greatest = places.First(page.Peek());
        }
        var ids = page.UnorderedItems.Select(item => item.Element).ToList();
        ids.Sort(places.Compare);
        return ids;
    }

    private void Narrow(KeyTest test, int place)
    {
        foreach (var id in _fit)
        {
            if (test.Others is { } others && !others(id)) _fit.Remove(id);
            else if (test.Any is { } any && !any(id))
            {
                _fit.Remove(id);
                _almost[place].Add(id);
            }
        }
        // What already fails another test's values can't fail these as well.
        for (var before = 0; before < place; before++)
        {
            foreach (var id in _almost[before])
            {
                if ((test.Others is { } others && !others(id)) || (test.Any is { } any && !any(id))) _almost[before].Remove(id);
            }
        }
    }

    // A facet counts what fits, and what fits but for what the filter asks of its own key.
    private IEnumerable<KeySet> CountedIn(FilterKey facet)
    {
        yield return _fit;
        for (var i = 0; i < _tests.Count; i++)
        {
            if (_tests[i].Key == facet) yield return _almost[i];
        }
    }
}

/// <summary>The places of claims in an order: as <see cref="ClaimFilterQuery"/> has them in SQL.</summary>
internal sealed class ClaimPlaces(ClaimColumns columns, ClaimOrder order)
{
    /// <summary>What decides first between two claims: the smaller one comes first.</summary>
    public long First(int claim) => order switch
    {
        // Not negative, so that their bits are in their order.
        ClaimOrder.LeastSure => BitConverter.DoubleToInt64Bits(columns.Confidence[claim]),
        ClaimOrder.MostSure => -BitConverter.DoubleToInt64Bits(columns.Confidence[claim]),
        ClaimOrder.NewestSaid => -columns.SaidFirst[claim],
        ClaimOrder.OldestSaid => columns.SaidFirst[claim],
        ClaimOrder.Article => columns.Article[claim],
        ClaimOrder.Outlet => columns.OutletRank.GetValueOrDefault(columns.Outlet[claim], int.MaxValue), // those without an outlet come last
        ClaimOrder.NewestPublished => -columns.Published[claim],
        _ => throw new InvalidOperationException($"The order {order} has no column in memory."),
    };

    public int Compare(int left, int right)
    {
        var first = First(left).CompareTo(First(right));
        if (first != 0) return first;
        var article = columns.Article[left].CompareTo(columns.Article[right]);
        var place = article != 0 ? article : columns.Position[left].CompareTo(columns.Position[right]);
        // The surest first is the least sure first, the other way round in everything.
        return order == ClaimOrder.MostSure ? -place : place;
    }
}
