namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>What filters and facets ask of the claims, a column an array, at the index of the claim's key. A code is one more than the value, zero for none.</summary>
internal sealed class ClaimColumns
{
    /// <summary>Marks a claim that is there; negated; hedged.</summary>
    public const byte IsThere = 1, IsNegated = 2, IsHedged = 4;

    public byte[] Flags = [], Kind = [], Act = [], Quote = [], Reliability = [], Credibility = [], Status = [], Review = [];
    public int[] Article = [], Position = [], Source = [], Outlet = [];

    /// <summary>The affiliation of the claim's source, as its number among <see cref="Affiliations"/>; zero for none.</summary>
    public int[] Affiliation = [];

    /// <summary>Day numbers; zero is not known.</summary>
    public int[] SaidFirst = [], SaidLast = [], EventFirst = [], EventLast = [], Published = [];

    /// <summary>How sure the finder is.</summary>
    public double[] Confidence = [];

    /// <summary>The batch of each article, at the index of its key.</summary>
    public int[] BatchOfArticle = [];

    private readonly List<string> _affiliations = [""];
    private readonly Dictionary<string, int> _affiliationCodes = new(StringComparer.Ordinal);

    /// <summary>The affiliations that claims have, as compared; the first stands for none.</summary>
    public IReadOnlyList<string> Affiliations => _affiliations;

    public readonly Mentions Tellers = new(), JointEnds = new(), About = new(), Places = new();

    /// <summary>Keys below this are or were claims.</summary>
    public int End { get; private set; }

    /// <summary>Where each outlet stands in the order of names, at the index of its source.</summary>
    public Dictionary<int, int> OutletRank { get; set; } = [];

    /// <summary>Outlets of articles whose outlet nobody knows: no facet shows them.</summary>
    public readonly HashSet<int> UnknownOutlets = [];

    /// <summary>How many claims each outlet carries, at the index of its source.</summary>
    public int[] Carried = [];

    /// <summary>No claim names a source or an actor of a greater number: the last teller is among the tellers.</summary>
    public int GreatestRecord => Math.Max(Carried.Length, new[] { Tellers, JointEnds, About, Places }.Max(named => named.Greatest));

    /// <summary>Takes a claim out; what it was is forgotten when its key is set again, which does not happen.</summary>
    public void Remove(int claim)
    {
        if (claim >= End || Flags[claim] == 0) return;
        if (Outlet[claim] > 0) Carried[Outlet[claim]]--;
        Flags[claim] = 0;
    }

    /// <summary>Makes room for a claim.</summary>
    public void Reserve(int claim)
    {
        if (claim >= Flags.Length)
        {
            var room = Mentions.Room(claim);
            foreach (var bytes in new Grow<byte>[] { r => Array.Resize(ref Flags, r), r => Array.Resize(ref Kind, r), r => Array.Resize(ref Act, r),
                r => Array.Resize(ref Quote, r), r => Array.Resize(ref Reliability, r), r => Array.Resize(ref Credibility, r), r => Array.Resize(ref Status, r), r => Array.Resize(ref Review, r) }) bytes(room);
            foreach (var numbers in new Grow<int>[] { r => Array.Resize(ref Article, r), r => Array.Resize(ref Position, r), r => Array.Resize(ref Source, r),
                r => Array.Resize(ref Outlet, r), r => Array.Resize(ref Affiliation, r), r => Array.Resize(ref SaidFirst, r), r => Array.Resize(ref SaidLast, r), r => Array.Resize(ref EventFirst, r),
                r => Array.Resize(ref EventLast, r), r => Array.Resize(ref Published, r) }) numbers(room);
        }
        if (claim >= Confidence.Length) Array.Resize(ref Confidence, Flags.Length);
        End = Math.Max(End, claim + 1);
    }

    /// <summary>Sets the outlet of a claim that is there.</summary>
    public void Carry(int claim, int outlet)
    {
        Outlet[claim] = outlet;
        if (outlet == 0) return;
        if (outlet >= Carried.Length) Array.Resize(ref Carried, Mentions.Room(outlet));
        Carried[outlet]++;
    }

    /// <summary>The number of an affiliation, which it gets where it has none yet.</summary>
    public int AffiliationCode(string key)
    {
        if (_affiliationCodes.TryGetValue(key, out var code)) return code;
        _affiliations.Add(key);
        return _affiliationCodes[key] = _affiliations.Count - 1;
    }

    private delegate void Grow<T>(int room);
}
