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
        if (term.Words.Count == 1)
        {
            foreach (var word in term.IsPrefix ? Beginning(term.Words[0]) : term.Words) _words.GetValueOrDefault(word)?.AddTo(claims);
        }
        else if (term.IsPrefix)
        {
            FindBeginning([.. term.Words.SkipLast(1)], term.Words[^1], claims);
        }
        else
        {
            foreach (var place in Phrase(term.Words)) claims.Add(Claim(place));
        }
    }

    private static int Claim(long place) => (int)(place >> 32);

    // Where the last word of a phrase stands, in order. The words are gone through side by side, each as far as the furthest of them asks.
    private IEnumerable<long> Phrase(IReadOnlyList<string> words)
    {
        var places = new Postings.Places[words.Count];
        for (var i = 0; i < places.Length; i++)
        {
            if (!_words.TryGetValue(words[i], out var postings)) yield break;
            places[i] = postings.GetEnumerator();
            places[i].MoveNext();
        }
        for (var first = places[0].Current; ;)
        {
            var next = first;
            for (var i = 0; i < places.Length && next == first; i++)
            {
                while (places[i].Current < first + i)
                {
                    if (!places[i].MoveNext()) yield break;
                }
                next = places[i].Current - i;
            }
            if (next == first) yield return first++ + places.Length - 1;
            else first = next;
        }
    }

    // Words that begin so may be many: of them, only what stands in claims that have the words before is looked at.
    private void FindBeginning(IReadOnlyList<string> before, string letters, KeySet claims)
    {
        var having = new KeySet();
        foreach (var place in Phrase(before)) having.Add(Claim(place));
        var follow = new HashSet<long>();
        foreach (var word in Beginning(letters))
        {
            foreach (var place in _words[word])
            {
                if (having.Contains(Claim(place))) follow.Add(place);
            }
        }
        foreach (var place in Phrase(before))
        {
            if (follow.Contains(place + 1)) claims.Add(Claim(place));
        }
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
