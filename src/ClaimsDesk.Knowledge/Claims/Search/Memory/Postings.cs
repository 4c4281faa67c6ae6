namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>
/// Where one word stands: claims in the order of their keys, and places within each, as differences of seven bits a byte, the way text
/// indexes keep them (Manning, Raghavan and Schütze, Introduction to Information Retrieval, 5.3). A frequent word takes two bytes a time it stands.
/// </summary>
internal sealed class Postings
{
    // Blocks that are full stay where they are: a frequent word would be copied time and again as it grows. A number takes five bytes at most.
    private const int Block = 8192, TwoNumbers = 10;

    private List<byte[]>? _full;
    private byte[] _bytes = new byte[4];
    private int _length;
    private int _claim, _place;

    /// <summary>Adds a place; claims and places come in order.</summary>
    public void Add(int claim, int place)
    {
        MakeRoom();
        // The lowest bit tells whether another place of the same claim follows, or the first of another claim.
        if (claim == _claim)
        {
            Write(((uint)(place - _place) << 1) | 1);
        }
        else
        {
            Write((uint)(claim - _claim) << 1);
            Write((uint)place);
        }
        (_claim, _place) = (claim, place);
    }

    /// <summary>Gives back the room that nothing was written to.</summary>
    public void Trim() => Array.Resize(ref _bytes, _length);

    /// <summary>Adds the claims to a set.</summary>
    public void AddTo(KeySet claims)
    {
        var places = GetEnumerator();
        for (var last = 0; places.MoveNext();)
        {
            if (places.Claim == last) continue;
            claims.Add(last = places.Claim);
        }
    }

    public Places GetEnumerator() => new(_full, _bytes, _length);

    private void MakeRoom()
    {
        if (_length + TwoNumbers > Block)
        {
            Trim();
            (_full ??= []).Add(_bytes);
            (_bytes, _length) = (new byte[Block], 0);
        }
        else if (_length + TwoNumbers > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Min(Block, Math.Max(_length + TwoNumbers, _length + (_length / 2))));
        }
    }

    private void Write(uint number)
    {
        for (; number >= 0x80; number >>= 7) _bytes[_length++] = (byte)(number | 0x80);
        _bytes[_length++] = (byte)number;
    }

    /// <summary>Goes through the places, each a number that grows: the claim above 32 bits, the place within it below.</summary>
    internal struct Places(List<byte[]>? full, byte[] last, int length)
    {
        private byte[] _bytes = [];
        private int _block, _next, _end;
        private int _claim, _place;

        public readonly int Claim => _claim;

        public readonly long Current => ((long)_claim << 32) | (uint)_place;

        public bool MoveNext()
        {
            if (_next == _end && !NextBlock()) return false;
            var step = Read();
            if ((step & 1) != 0)
            {
                _place += (int)(step >> 1);
            }
            else
            {
                _claim += (int)(step >> 1);
                _place = (int)Read();
            }
            return true;
        }

        private bool NextBlock()
        {
            var blocks = full?.Count ?? 0;
            if (_block > blocks) return false;
            _bytes = _block < blocks ? full![_block] : last;
            _end = _block < blocks ? _bytes.Length : length;
            _next = 0;
            _block++;
            return _end > 0;
        }

        private uint Read()
        {
            // Nearly always it is a single byte.
            uint number = _bytes[_next++];
            if (number < 0x80) return number;
            number &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                var part = _bytes[_next++];
                number |= (uint)(part & 0x7F) << shift;
                if (part < 0x80) return number;
            }
        }
    }
}
