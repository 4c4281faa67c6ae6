using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>Reads sentences: where they end, their words, and each word's tag, name and place in the tree. Safe for threads.</summary>
public sealed class SentenceReader
{
    // The longest sentences of the treebanks have fewer; a tree's scores grow with the square of its words.
    private const int MostWordsOfTree = 250;

    // Words beyond which no sentence is one: a page without full stops. What looks at a sentence as a whole would cost its square.
    private const int MostWordsOfSentence = 400;

    private readonly LanguageModel _model;
    private readonly SentenceSplitter _sentences;
    private readonly WordSplitter _words;

    /// <summary>Reads with the given model and the English word lists beside the program.</summary>
    public SentenceReader(LanguageModel model)
    {
        var abbreviations = EnglishAbbreviations.Load();
        (_model, _sentences, _words) = (model, new SentenceSplitter(abbreviations), new WordSplitter(abbreviations));
    }

    /// <summary>
    /// The sentences of <paramref name="blocks"/> in order; none crosses the edge of a block. Words without a full stop that are too many
    /// for a sentence come in parts.
    /// </summary>
    public IReadOnlyList<Sentence> Read(SourceText text, IReadOnlyList<TextSpan> blocks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(blocks);
        return [.. Split(text, blocks).SelectMany(sentence => InParts(text, sentence))];
    }

    /// <summary>
    /// Reads one sentence whose place is known. It goes through the encoder alone: sentences side by side would be filled up to the
    /// longest of them, and share one scale of rounding, so that each tree would hang on its neighbours.
    /// </summary>
    public Sentence ReadOne(SourceText text, TextSpan sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Sentence(sentence, SentencePart.Join(text.Value, ReadParts(text.Value, sentence)));
    }

    private IEnumerable<Sentence> InParts(SourceText text, TextSpan sentence)
    {
        var parts = ReadParts(text.Value, sentence);
        if (parts.Sum(part => part.Count) <= MostWordsOfSentence) return [new Sentence(sentence, SentencePart.Join(text.Value, parts))];
        return parts.Select(part => new Sentence(part.Span, SentencePart.Join(text.Value, [part])) { PartOf = sentence });
    }

    private List<SentencePart> ReadParts(string text, TextSpan sentence)
    {
        var parts = PartsOf(text, sentence);
        foreach (var part in parts) part.Take(_model.Words(_model.Encode(part.Pieces), part.FirstRows()));
        return parts;
    }

    /// <summary>Where the sentences of <paramref name="blocks"/> stand, without reading their words: much cheaper.</summary>
    public IReadOnlyList<TextSpan> Split(SourceText text, IReadOnlyList<TextSpan> blocks) =>
        [.. blocks.SelectMany(b => _sentences.Split(text.Value, b))];

    /// <summary>
    /// As many words as the encoder reads at once, and no more than a tree is worth: a sentence longer than that is read in parts, cut
    /// behind a comma or the like where one is near enough, so that its cost grows with its length only.
    /// </summary>
    private List<SentencePart> PartsOf(string text, TextSpan sentence)
    {
        var places = _words.Split(text, sentence).ToArray();
        var pieces = _model.Pieces.Split(text, sentence).ToArray();
        var parts = new List<SentencePart>();
        for (int word = 0, piece = 0; word < places.Length;)
        {
            var (wordEnd, pieceEnd) = EndOfPart(text, places, word, pieces, piece);
            var length = Math.Min(pieceEnd - piece, _model.Labels.Window - 2);
            parts.Add(new SentencePart(places.AsMemory(word..wordEnd), pieces.AsMemory(piece, length)));
            (word, piece) = (wordEnd, pieceEnd);
        }
        return parts;
    }

    private (int Word, int Piece) EndOfPart(string text, TextSpan[] places, int firstWord, Piece[] pieces, int firstPiece)
    {
        int word = firstWord, piece = firstPiece, room = _model.Labels.Window - 2;
        var cut = (Word: firstWord, Piece: firstPiece);
        while (word < places.Length && word - firstWord < MostWordsOfTree)
        {
            var end = piece;
            while (end < pieces.Length && pieces[end].Span.Start < places[word].End) end++;
            if (end - firstPiece > room && word > firstWord) break;
            (word, piece) = (word + 1, end);
            if (text[places[word - 1].End - 1] is ',' or ';' or ':' or '–' or '—' or '”' or ')') cut = (word, piece);
        }
        var isNear = word < places.Length && cut.Word - firstWord > (word - firstWord) / 2;
        return isNear ? cut : (word, piece);
    }
}
