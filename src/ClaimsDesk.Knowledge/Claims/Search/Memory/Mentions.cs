namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>The records that each claim names, side by side in one array.</summary>
internal sealed class Mentions
{
    private int[] _start = [];
    private ushort[] _count = [];
    private int[] _records = [];
    private int _used;

    /// <summary>The greatest record there is.</summary>
    public int Greatest { get; private set; }

    public ReadOnlySpan<int> Of(int claim) => claim < _start.Length ? _records.AsSpan(_start[claim], _count[claim]) : [];

    /// <summary>Makes room for so many claims and mentions, so that a large knowledge base is read without copying what was read.</summary>
    public void Reserve(int claims, int mentions)
    {
        Array.Resize(ref _start, Room(claims));
        Array.Resize(ref _count, _start.Length);
        Array.Resize(ref _records, Room(mentions));
    }

    /// <summary>Replaces what a claim names. What it named before stays behind unused where it does not fit: claims rarely change.</summary>
    public void Set(int claim, ReadOnlySpan<int> records)
    {
        if (claim >= _start.Length)
        {
            Array.Resize(ref _start, Room(claim));
            Array.Resize(ref _count, _start.Length);
        }
        if (records.Length > _count[claim])
        {
            if (_used + records.Length > _records.Length) Array.Resize(ref _records, Room(_used + records.Length));
            _start[claim] = _used;
            _used += records.Length;
        }
        records.CopyTo(_records.AsSpan(_start[claim]));
        _count[claim] = (ushort)records.Length;
        foreach (var record in records) Greatest = Math.Max(Greatest, record);
    }

    public static int Room(int least) => Math.Max(1024, least + (least / 4) + 1);
}
