using System.Runtime.InteropServices;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Filters.Keys;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>The claims that fit a filter, and for each facet those that fit all but what the filter includes of its key.</summary>
internal sealed class ClaimSelection
{
    private const byte Unfit = 255;

    // 1900 to 2100.
    private const int FirstDay = 693_595, LastDay = 766_644;

    private readonly ClaimColumns _columns;

    // Zero: fits. One more than a test's place: fits but for its values of which any will do. Else it does not fit.
    private readonly byte[] _fit;
    private readonly IReadOnlyList<KeyTest> _tests;

    public ClaimSelection(ClaimColumns columns, IReadOnlyList<KeyTest> tests)
    {
        (_columns, _tests, _fit) = (columns, tests, new byte[columns.End]);
        for (var id = 0; id < _fit.Length; id++) _fit[id] = (columns.Flags[id] & ClaimColumns.IsThere) != 0 ? (byte)0 : Unfit;
        for (var i = 0; i < tests.Count; i++) Narrow(tests[i], (byte)(i + 1));
        foreach (var fit in _fit)
        {
            if (fit == 0) Count++;
        }
    }

    public ClaimColumns Columns => _columns;

    /// <summary>How many claims fit.</summary>
    public int Count { get; }

    /// <summary>How many claims were said when.</summary>
    public TalliedDays CountSaid()
    {
        var (own, undated, stretches) = (Own(TimeKeys.Said), 0, new Dictionary<(int First, int Last), int>());
        var (first, last, days) = (_columns.SaidFirst, _columns.SaidLast, new int[LastDay - FirstDay]);
        for (var id = 0; id < _fit.Length; id++)
        {
            if (_fit[id] != 0 && _fit[id] != own) continue;
            var day = first[id];
            if (day == 0) undated++;
            // Nearly all are dated to the day, and of these nearly all are of our time.
            else if (day == last[id] && day is >= FirstDay and < LastDay) days[day - FirstDay]++;
            else CollectionsMarshal.GetValueRefOrAddDefault(stretches, (day, last[id]), out _)++;
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
        var (own, fit, counts) = (Own(facet), _fit, new int[256]);
        for (var id = 0; id < fit.Length; id++)
        {
            if (fit[id] == 0 || fit[id] == own) counts[column[id]]++;
        }
        return counts;
    }

    /// <summary>How many claims name each record.</summary>
    public int[] CountRecords(FilterKey facet, Mentions mentions)
    {
        var (own, fit, counts) = (Own(facet), _fit, new int[mentions.Greatest + 1]);
        for (var id = 0; id < fit.Length; id++)
        {
            if (fit[id] != 0 && fit[id] != own) continue;
            foreach (var record in mentions.Of(id)) counts[record]++;
        }
        return counts;
    }

    /// <summary>How many claims have each number of a column; those that have zero are left out.</summary>
    public int[] CountNumbers(FilterKey facet, int[] column, int greatest)
    {
        var (own, fit, counts) = (Own(facet), _fit, new int[greatest + 1]);
        for (var id = 0; id < fit.Length; id++)
        {
            if (fit[id] == 0 || fit[id] == own) counts[column[id]]++;
        }
        counts[0] = 0;
        return counts;
    }

    /// <summary>The first claims in an order, after a claim; from the start where that is null or gone.</summary>
    public IReadOnlyList<int> Page(ClaimOrder order, int? after, int size)
    {
        var places = new ClaimPlaces(_columns, order);
        var from = after is { } claim && claim < _fit.Length && _columns.Flags[claim] != 0 ? claim : (int?)null;
        // The greatest of the page stands on top, and goes when a smaller one comes.
        var page = new PriorityQueue<int, int>(size + 1, Comparer<int>.Create((a, b) => places.Compare(b, a)));
        for (var id = 0; id < _fit.Length; id++)
        {
            if (_fit[id] != 0 || (from is { } start && places.Compare(id, start) <= 0)) continue;
            if (page.Count < size) page.Enqueue(id, id);
            else if (places.Compare(id, page.Peek()) < 0) page.EnqueueDequeue(id, id);
        }
        var ids = page.UnorderedItems.Select(item => item.Element).ToList();
        ids.Sort(places.Compare);
        return ids;
    }

    private void Narrow(KeyTest test, byte own)
    {
        for (var id = 0; id < _fit.Length; id++)
        {
            var before = _fit[id];
            if (before == Unfit) continue;
            if (test.Others is { } others && !others(id)) _fit[id] = Unfit;
            else if (test.Any is { } any && !any(id)) _fit[id] = before == 0 ? own : Unfit;
        }
    }

    // Of a key that nothing is asked of, the facet counts what fits.
    private byte Own(FilterKey? facet)
    {
        for (var i = 0; i < _tests.Count; i++)
        {
            if (_tests[i].Key == facet) return (byte)(i + 1);
        }
        return 0;
    }
}

/// <summary>The places of claims in an order: as <see cref="ClaimFilterQuery"/> has them in SQL.</summary>
internal sealed class ClaimPlaces(ClaimColumns columns, ClaimOrder order)
{
    // The surest first is the least sure first, the other way round in everything.
    public int Compare(int left, int right) => order == ClaimOrder.MostSure ? Ascending(right, left) : Ascending(left, right);

    private int Ascending(int left, int right)
    {
        var first = order switch
        {
            ClaimOrder.LeastSure or ClaimOrder.MostSure => columns.Confidence[left].CompareTo(columns.Confidence[right]),
            ClaimOrder.NewestSaid => columns.SaidFirst[right].CompareTo(columns.SaidFirst[left]),
            ClaimOrder.OldestSaid => columns.SaidFirst[left].CompareTo(columns.SaidFirst[right]),
            ClaimOrder.Article => 0,
            ClaimOrder.Outlet => Rank(left).CompareTo(Rank(right)),
            ClaimOrder.NewestPublished => columns.Published[right].CompareTo(columns.Published[left]),
            _ => throw new InvalidOperationException($"The order {order} has no column in memory."),
        };
        if (first != 0) return first;
        var article = columns.Article[left].CompareTo(columns.Article[right]);
        return article != 0 ? article : columns.Position[left].CompareTo(columns.Position[right]);
    }

    // Those without an outlet come last.
    private int Rank(int claim) => columns.OutletRank.GetValueOrDefault(columns.Outlet[claim], int.MaxValue);
}
