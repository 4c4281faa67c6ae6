namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>How many claims name each record, at the index of its key.</summary>
internal sealed class RecordCounts
{
    // Pages further down than this are asked of the database: nobody turns a hundred pages.
    private const int MostRanked = 5_000;

    private readonly int[] _claims;
    private readonly Mentions[] _mentions;
    private readonly ClaimColumns _columns;
    private readonly Lazy<List<int>> _mostNamed;

    private RecordCounts(ClaimColumns columns, Mentions[] mentions)
    {
        (_columns, _mentions, _mostNamed) = (columns, mentions, new Lazy<List<int>>(Ranked));
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

    /// <summary>The records that more claims name than any other record, so many that a list of them is long, and no more.</summary>
    public List<int> MostNamed => _mostNamed.Value;

    private List<int> Ranked()
    {
        var ranked = Enumerable.Range(1, _claims.Length - 1).Where(record => _claims[record] > 0).OrderByDescending(record => _claims[record]).Take(MostRanked + 1).ToList();
        if (ranked.Count <= MostRanked) return ranked;
        // Those that as many claims name as the next one can't be told from it without their names.
        var least = _claims[ranked[^1]];
        return [.. ranked.TakeWhile(record => _claims[record] > least)];
    }

    /// <summary>In how many articles each of the records is named.</summary>
    public Dictionary<int, int> Articles(IEnumerable<int> records)
    {
        var articles = records.Distinct().ToDictionary(record => record, _ => new HashSet<int>());
        for (var claim = 0; claim < _columns.End; claim++)
        {
            if (_columns.Flags[claim] == 0) continue;
            foreach (var mentions in _mentions)
            {
                foreach (var record in mentions.Of(claim))
                {
                    if (articles.TryGetValue(record, out var of)) of.Add(_columns.Article[claim]);
                }
            }
        }
        return articles.ToDictionary(of => of.Key, of => of.Value.Count);
    }
}
