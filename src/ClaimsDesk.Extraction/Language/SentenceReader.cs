using System.Runtime.InteropServices;
using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>Reads sentences: where they end, their words, and each word's tag, name and place in the tree. Safe for threads.</summary>
public sealed class SentenceReader
{
    // The longest sentences of the treebanks have fewer; a tree's scores grow with the square of its words.
    private const int MostWordsOfTree = 250;

    private readonly LanguageModel _model;
    private readonly SentenceSplitter _sentences;
    private readonly WordSplitter _words;

    /// <summary>Reads with the given model and the English word lists beside the program.</summary>
    public SentenceReader(LanguageModel model)
    {
        var abbreviations = EnglishAbbreviations.Load();
        (_model, _sentences, _words) = (model, new SentenceSplitter(abbreviations), new WordSplitter(abbreviations));
    }

    /// <summary>The sentences of <paramref name="blocks"/> in order; none crosses the edge of a block.</summary>
    public IReadOnlyList<Sentence> Read(SourceText text, IReadOnlyList<TextSpan> blocks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(blocks);
        return [.. Split(text, blocks).Select(s => ReadOne(text, s))];
    }

    /// <summary>Reads one sentence whose place is known.</summary>
    public Sentence ReadOne(SourceText text, TextSpan sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadSentence(text.Value, sentence);
    }

    /// <summary>Where the sentences of <paramref name="blocks"/> stand, without reading their words: much cheaper.</summary>
    public IReadOnlyList<TextSpan> Split(SourceText text, IReadOnlyList<TextSpan> blocks) =>
        [.. blocks.SelectMany(b => _sentences.Split(text.Value, b))];

    private Sentence ReadSentence(string text, TextSpan span)
    {
        var places = _words.Split(text, span);
        var pieces = _model.Pieces.Split(text, span);
        var words = new List<Word>(places.Count);
        var root = -1;
        for (var nextPiece = 0; words.Count < places.Count;)
        {
            var part = TakePart(text, places, words.Count, pieces, nextPiece);
            AddPart(text, places, pieces, part, words, ref root);
            nextPiece = part.PieceEnd;
        }
        return new Sentence(span, words);
    }

    private readonly record struct Part(int WordStart, int WordEnd, int PieceStart, int PieceEnd);

    /// <summary>
    /// As many words as the encoder reads at once, and no more than a tree is worth: a sentence longer than that is read in parts, cut
    /// behind a comma or the like where one is near enough, so that its cost grows with its length only.
    /// </summary>
    private Part TakePart(string text, List<TextSpan> places, int firstWord, List<Piece> pieces, int firstPiece)
    {
        int word = firstWord, piece = firstPiece, room = _model.Labels.Window - 2;
        var cut = (Word: firstWord, Piece: firstPiece);
        while (word < places.Count && word - firstWord < MostWordsOfTree)
        {
            var end = piece;
            while (end < pieces.Count && pieces[end].Span.Start < places[word].End) end++;
            if (end - firstPiece > room && word > firstWord) break;
            (word, piece) = (word + 1, end);
            if (text[places[word - 1].End - 1] is ',' or ';' or ':' or '–' or '—' or '”' or ')') cut = (word, piece);
        }
        var isNear = word < places.Count && cut.Word - firstWord > (word - firstWord) / 2;
        return isNear ? new Part(firstWord, cut.Word, firstPiece, cut.Piece) : new Part(firstWord, word, firstPiece, piece);
    }

    private void AddPart(string text, List<TextSpan> places, List<Piece> pieces, Part part, List<Word> words, ref int root)
    {
        var length = Math.Min(part.PieceEnd - part.PieceStart, _model.Labels.Window - 2);
        var encoded = _model.Encode(CollectionsMarshal.AsSpan(pieces).Slice(part.PieceStart, length));
        var scores = _model.Words(encoded, FirstRows(places, pieces, part, length));
        var heads = scores.Heads();
        for (var i = 0; i < heads.Length; i++)
        {
            var place = places[part.WordStart + i];
            var head = heads[i] < 0 ? root : part.WordStart + heads[i];
            var relation = heads[i] < 0 && root >= 0 ? "parataxis" : scores.Relation(i, heads[i]);
            words.Add(new Word(words.Count, place, place.Of(text), scores.Tag(i), head, relation, scores.Name(i)));
        }
        if (root < 0) root = part.WordStart + Array.IndexOf(heads, -1);
    }

    /// <summary>The row of each word's first piece. A word without a piece of its own (an odd character that was dropped) takes its neighbour's.</summary>
    private static int[] FirstRows(List<TextSpan> places, List<Piece> pieces, Part part, int length)
    {
        var rows = new int[part.WordEnd - part.WordStart];
        var piece = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            while (piece < length && pieces[part.PieceStart + piece].Span.End <= places[part.WordStart + i].Start) piece++;
            rows[i] = Math.Min(piece, Math.Max(length - 1, 0)) + 1;
        }
        return rows;
    }
}
