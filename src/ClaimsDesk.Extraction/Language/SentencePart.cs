using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>As much of a sentence as the encoder reads at once, mostly all of it: its words' places and pieces, then what was read of them.</summary>
internal sealed class SentencePart(ReadOnlyMemory<TextSpan> places, ReadOnlyMemory<Piece> pieces)
{
    private readonly string[] _tags = new string[places.Length];
    private readonly string[] _names = new string[places.Length];
    private readonly string[] _relations = new string[places.Length];
    private int[] _heads = [];

    public ReadOnlyMemory<Piece> Pieces => pieces;

    /// <summary>Number of words; never zero.</summary>
    public int Count => places.Length;

    /// <summary>From the first character of the first word to the last of the last.</summary>
    public TextSpan Span => new(places.Span[0].Start, places.Span[^1].End);

    /// <summary>The row of each word's first piece. A word without a piece of its own (an odd character that was dropped) takes its neighbour's.</summary>
    public int[] FirstRows()
    {
        var words = places.Span;
        var all = pieces.Span;
        var rows = new int[words.Length];
        var piece = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            while (piece < all.Length && all[piece].Span.End <= words[i].Start) piece++;
            rows[i] = Math.Min(piece, Math.Max(all.Length - 1, 0)) + 1;
        }
        return rows;
    }

    /// <summary>Keeps what the scores say, not the scores: they grow with the square of the words.</summary>
    public void Take(WordScores scores)
    {
        _heads = scores.Heads();
        for (var i = 0; i < _heads.Length; i++) (_tags[i], _names[i], _relations[i]) = (scores.Tag(i), scores.Name(i), scores.Relation(i, _heads[i]));
    }

    /// <summary>The words of a sentence from its parts; the later parts hang on the root of the first.</summary>
    public static IReadOnlyList<Word> Join(string text, IReadOnlyList<SentencePart> parts)
    {
        var words = new List<Word>();
        var root = -1;
        foreach (var part in parts)
        {
            var first = words.Count;
            for (var i = 0; i < part._heads.Length; i++) words.Add(part.WordAt(i, first, text, root));
            if (root < 0) root = first + Array.IndexOf(part._heads, -1);
        }
        return words;
    }

    private Word WordAt(int i, int first, string text, int root)
    {
        var place = places.Span[i];
        return _heads[i] >= 0
            ? new Word(first + i, place, place.Of(text), _tags[i], first + _heads[i], _relations[i], _names[i])
            : new Word(first + i, place, place.Of(text), _tags[i], root, root < 0 ? _relations[i] : "parataxis", _names[i]);
    }
}
