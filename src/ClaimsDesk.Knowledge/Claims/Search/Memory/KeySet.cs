using System.Numerics;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>A set of keys, a bit each: a million take 125 KB, and are gone through without a branch that could be guessed wrong.</summary>
internal sealed class KeySet(int greatest = 0)
{
    // Room for the greatest key that is expected at first.
    private ulong[] _bits = greatest == 0 ? [] : new ulong[(greatest / 64) + 1];

    /// <summary>How many keys there are; counted at each call.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var bits in _bits) count += BitOperations.PopCount(bits);
            return count;
        }
    }

    public void Add(int key)
    {
        if (key >> 6 >= _bits.Length) Array.Resize(ref _bits, Mentions.Room(key >> 6));
        _bits[key >> 6] |= 1UL << key;
    }

    public void Remove(int key)
    {
        if (key / 64 < _bits.Length) _bits[key / 64] &= ~(1UL << (key % 64));
    }

    public bool Contains(int key) => key / 64 < _bits.Length && (_bits[key / 64] & (1UL << (key % 64))) != 0;

    /// <summary>Another set of the same keys.</summary>
    public KeySet Copy() => new() { _bits = [.. _bits] };

    /// <summary>The keys in their order. The one that is given may be taken out meanwhile.</summary>
    public Keys GetEnumerator() => new(_bits);

    /// <summary>Goes through a set.</summary>
    internal ref struct Keys(ulong[] bits)
    {
        private readonly ReadOnlySpan<ulong> _bits = bits;
        private ulong _left;
        private int _word = -1;

        public readonly int Current => (_word * 64) + BitOperations.TrailingZeroCount(_left);

        public bool MoveNext()
        {
            _left &= _left - 1;
            while (_left == 0)
            {
                if (++_word >= _bits.Length) return false;
                _left = _bits[_word];
            }
            return true;
        }
    }
}
