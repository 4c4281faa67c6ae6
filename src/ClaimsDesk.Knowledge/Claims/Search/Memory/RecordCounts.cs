using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>How many claims name each record, at the index of its key.</summary>
internal sealed class RecordCounts
{
    // Pages further down than this are asked of the database: nobody turns a hundred pages.
    private const int MostRanked = 5_000;

    private readonly int[] _claims;
    private readonly Mentions[] _mentions;
    private readonly ClaimColumns _columns;
    private readonly Lazy<List<int>> _ranked;

    private RecordCounts(ClaimColumns columns, Mentions[] mentions)
    {
        (_columns, _mentions, _ranked) = (columns, mentions, new Lazy<List<int>>(Ranked));
        _claims = new int[mentions.Max(m => m.Greatest) + 1];
        for (var claim = 0; claim < columns.End; claim++)
        {
            if (columns.Flags[claim] == 0) continue;
            foreach (var record in mentions[0].Of(claim)) _claims[record]++;
            if (mentions.Length == 1) continue;
            foreach (var record in mentions[1].Of(claim))
            {
                if (!mentions[0].Of(claim).Contains(record)) _claims[record]++;
            }
        }
    }

    public static RecordCounts Of(ClaimColumns columns, bool sources) => new(columns, sources ? [columns.Tellers] : [columns.About, columns.Places]);

    /// <summary>How many claims name a record.</summary>
    public int this[int record] => record < _claims.Length ? _claims[record] : 0;

    /// <summary>A page of records, those that most claims name first, then by name; null where the counts do not tell their order so far down.</summary>
    /// <param name="records">The records to list.</param>
    /// <param name="skip">How many stand on the pages before.</param>
    /// <param name="size">How many a page holds; there is one more at least.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    public async Task<IReadOnlyList<int>?> PageAsync(IQueryable<NamedRecord> records, int skip, int size, CancellationToken cancellationToken)
    {
        // Where most records are to be listed, a few of the most named ones make the page; where few are, all must be asked for.
        foreach (var most in (List<int>[])[MostNamed(2 * (skip + size)), MostNamed(MostRanked)])
        {
            var found = await records.Where(r => EF.Parameter(most).Contains(r.Id)).ToListAsync(cancellationToken);
            if (found.Count <= skip + size) continue;
            return [.. found.OrderByDescending(r => this[r.Id]).ThenBy(r => r.NameKey, StringComparer.Ordinal).ThenBy(r => r.Id).Skip(skip).Take(size).Select(r => r.Id)];
        }
        return null;
    }

    // So many, and with them those that as many claims name as the last of them: only their names tell these apart.
    private List<int> MostNamed(int count)
    {
        var ranked = _ranked.Value;
        while (count < ranked.Count && _claims[ranked[count]] == _claims[ranked[count - 1]]) count++;
        return [.. ranked.Take(count)];
    }

    private List<int> Ranked()
    {
        var most = new PriorityQueue<int, int>();
        for (var record = 1; record < _claims.Length; record++)
        {
            if (_claims[record] == 0) continue;
            if (most.Count <= MostRanked) most.Enqueue(record, _claims[record]);
            else if (most.TryPeek(out _, out var fewest) && _claims[record] > fewest) most.EnqueueDequeue(record, _claims[record]);
        }
        var ranked = most.UnorderedItems.OrderByDescending(r => r.Priority).Select(r => r.Element).ToList();
        if (ranked.Count <= MostRanked) return ranked;
        // Those that as many claims name as the last one are not all here.
        var least = _claims[ranked[^1]];
        return [.. ranked.TakeWhile(record => _claims[record] > least)];
    }

    /// <summary>In how many articles each of the records is named.</summary>
    public Dictionary<int, int> Articles(IEnumerable<int> records)
    {
        var wanted = records.Distinct().ToList();
        // At the index of a record, one more than its place among the wanted ones; most records are none of them.
        var places = new int[Math.Max(_claims.Length, wanted.DefaultIfEmpty().Max() + 1)];
        for (var i = 0; i < wanted.Count; i++) places[wanted[i]] = i + 1;
        var articles = wanted.Select(_ => new HashSet<int>()).ToArray();
        foreach (var mentions in _mentions)
        {
            for (var claim = 0; claim < _columns.End; claim++)
            {
                if (_columns.Flags[claim] == 0) continue;
                foreach (var record in mentions.Of(claim))
                {
                    if (places[record] > 0) articles[places[record] - 1].Add(_columns.Article[claim]);
                }
            }
        }
        return wanted.Select((record, i) => (record, articles[i].Count)).ToDictionary(of => of.record, of => of.Count);
    }
}

/// <summary>A record that claims name, as lists are ordered by it.</summary>
internal sealed class NamedRecord
{
    public required int Id { get; init; }
    public required string NameKey { get; init; }
}
