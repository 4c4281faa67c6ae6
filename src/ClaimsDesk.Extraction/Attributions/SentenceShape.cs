using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>Where the branches of a sentence's tree begin and end.</summary>
internal sealed class SentenceShape
{
    private readonly int[] _first;
    private readonly int[] _last;

    public SentenceShape(Sentence sentence)
    {
        Sentence = sentence;
        var words = sentence.Words;
        _first = [.. Enumerable.Range(0, words.Count)];
        _last = [.. Enumerable.Range(0, words.Count)];
        TopFrom = [.. Enumerable.Range(0, words.Count)];
        TopTo = [.. Enumerable.Range(0, words.Count)];
        Crossing = new int[words.Count];
        foreach (var word in words.Where(w => w.Relation != "punct")) Spread(word);
        foreach (var word in words.Where(w => w.Relation != "punct"))
        {
            Widen(TopFrom, _first[word.Index], word.Index);
            Widen(TopTo, _last[word.Index], word.Index);
        }
        CountCrossing();
    }

    public Sentence Sentence { get; }

    /// <summary>For each word the topmost word whose branch begins there.</summary>
    public int[] TopFrom { get; }

    /// <summary>For each word the topmost word whose branch ends there.</summary>
    public int[] TopTo { get; }

    /// <summary>For each word how many arcs, those of punctuation apart, pass over the place just before it.</summary>
    public int[] Crossing { get; }

    /// <summary>Punctuation is in nobody's branch: it hangs where it stands, and would stretch branches over their own commas.</summary>
    private void Spread(Word word)
    {
        for (var above = word.Head; above >= 0; above = Sentence.Words[above].Head)
        {
            _first[above] = Math.Min(_first[above], word.Index);
            _last[above] = Math.Max(_last[above], word.Index);
        }
    }

    private void Widen(int[] tops, int edge, int word)
    {
        var known = tops[edge];
        if (_last[word] - _first[word] > _last[known] - _first[known]) tops[edge] = word;
    }

    private void CountCrossing()
    {
        var change = new int[Sentence.Words.Count + 1];
        foreach (var word in Sentence.Words.Where(w => w.Head >= 0 && w.Relation != "punct"))
        {
            change[Math.Min(word.Index, word.Head) + 1]++;
            change[Math.Max(word.Index, word.Head) + 1]--;
        }
        var open = 0;
        for (var i = 0; i < Crossing.Length; i++) Crossing[i] = open += change[i];
    }
}
