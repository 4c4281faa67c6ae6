using System.Runtime.InteropServices;
using ClaimsDesk.Knowledge.Data.FullText;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>Which claims have which words where, in one of their texts.</summary>
internal sealed class WordIndex
{
    private const int MostUnsorted = 20_000;

    private readonly Dictionary<string, Postings> _words = new(StringComparer.Ordinal);

    // The words in order, for beginnings; and those that came since they were sorted.
    private string[] _sorted = [];
    private readonly List<string> _unsorted = [];

    /// <summary>Adds the text of a claim whose key is above those of all before it.</summary>
    public void Add(int claim, string text)
    {
        var place = 0;
        foreach (var word in SearchWords.Of(text))
        {
            ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word.Folded, out var isThere);
            if (!isThere) _unsorted.Add(word.Folded);
            (postings ??= new Postings()).Add(claim, place++);
        }
    }

    /// <summary>Gives back the room that was made for more, and sorts the words.</summary>
    public void Trim()
    {
        foreach (var postings in _words.Values) postings.Trim();
        _words.TrimExcess();
        Sort();
    }

    /// <summary>Adds the claims to a set in which the words of a term follow one another.</summary>
    public void Find(SearchTerm term, KeySet claims)
    {
        // Where the words before the last one end.
        var before = term.Words.Count == 1 ? null : Places(term.Words[0]);
        foreach (var word in term.Words.Skip(1).SkipLast(1)) before = Following(before!, word);
        foreach (var word in term.IsPrefix ? Beginning(term.Words[^1]) : [term.Words[^1]])
        {
            if (before is not null)
            {
                foreach (var place in Following(before, word)) claims.Add(Claim(place));
            }
            else if (_words.TryGetValue(word, out var postings))
            {
                postings.AddTo(claims);
            }
        }
    }

    private static int Claim(long place) => (int)(place >> 32);

    private List<long> Places(string word)
    {
        var places = new List<long>();
        if (_words.TryGetValue(word, out var postings))
        {
            foreach (var place in postings) places.Add(place);
        }
        return places;
    }

    // Where a word follows one of the places. A frequent one is gone through beside them, each place of a rarer one is looked up.
    private List<long> Following(List<long> before, string word)
    {
        var (found, next) = (new List<long>(), 0);
        if (before.Count == 0 || !_words.TryGetValue(word, out var postings)) return found;
        var isRare = postings.Length < before.Count / 4;
        foreach (var place in postings)
        {
            if (isRare)
            {
                if (before.BinarySearch(place - 1) >= 0) found.Add(place);
                continue;
            }
            while (next < before.Count && before[next] < place - 1) next++;
            if (next == before.Count) break;
            if (before[next] == place - 1) found.Add(place);
        }
        return found;
    }

    private IEnumerable<string> Beginning(string letters)
    {
        if (_unsorted.Count > MostUnsorted) Sort();
        var first = Array.BinarySearch(_sorted, letters, StringComparer.Ordinal);
        return _sorted.Skip(first < 0 ? ~first : first).TakeWhile(Fits).Concat(_unsorted.Where(Fits));
        bool Fits(string word) => word.StartsWith(letters, StringComparison.Ordinal);
    }

    private void Sort()
    {
        _sorted = [.. _words.Keys.Order(StringComparer.Ordinal)];
        _unsorted.Clear();
    }
}
