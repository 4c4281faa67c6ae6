using System.Globalization;
using System.Text;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Encoder;

/// <summary>
/// BERT's word pieces, each with its exact place in the text. A text is cut into words at white space, punctuation and
/// CJK characters; accents and case are set aside; a word is the fewest pieces of the vocabulary, longest first.
/// </summary>
internal sealed class WordPieces
{
    /// <summary>
    /// Characters between white space beyond which a stretch is not read: no word or address is so long, only the address of a
    /// whole page, an inlined picture or a script without spaces. It is one piece, and unknown.
    /// </summary>
    public const int LongestChunk = 1000;

    private const int LongestWord = 100;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _starts;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuations;

    private WordPieces(Dictionary<string, int> starts, Dictionary<string, int> continuations, int size)
    {
        (_starts, _continuations) = (starts.GetAlternateLookup<ReadOnlySpan<char>>(), continuations.GetAlternateLookup<ReadOnlySpan<char>>());
        (Opening, Closing, Unknown, Size) = (starts["[CLS]"], starts["[SEP]"], starts["[UNK]"], size);
    }

    /// <summary>Number of the mark before the first piece.</summary>
    public int Opening { get; }

    /// <summary>Number of the mark after the last piece.</summary>
    public int Closing { get; }

    /// <summary>Number that stands for a word the vocabulary cannot spell.</summary>
    public int Unknown { get; }

    /// <summary>Number of pieces in the vocabulary.</summary>
    public int Size { get; }

    /// <summary>Reads a vocabulary: one piece a line, its number the line's; <c>##</c> opens a piece that continues a word.</summary>
    /// <exception cref="ModelFileException">The file is no vocabulary.</exception>
    public static WordPieces Load(string path)
    {
        var lines = File.ReadAllLines(path);
        Dictionary<string, int> starts = new(lines.Length, StringComparer.Ordinal), continuations = new(lines.Length / 4, StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            var isContinuation = lines[i].StartsWith("##", StringComparison.Ordinal) && lines[i].Length > 2;
            if (!(isContinuation ? continuations.TryAdd(lines[i][2..], i) : starts.TryAdd(lines[i], i)))
                throw new ModelFileException($"{path} is no vocabulary: line {i + 1} repeats an earlier one; put back the vocab.txt that came with the model.");
        }
        if (!starts.ContainsKey("[CLS]") || !starts.ContainsKey("[SEP]") || !starts.ContainsKey("[UNK]"))
            throw new ModelFileException($"{path} is no vocabulary: [CLS], [SEP] or [UNK] is missing; put back the vocab.txt that came with the model.");
        return new WordPieces(starts, continuations, lines.Length);
    }

    /// <summary>The pieces of a stretch of <paramref name="text"/>, with offsets into the whole text. Nothing a text holds is a mark: a written "[SEP]" is a bracket, a word and a bracket.</summary>
    public List<Piece> Split(string text, TextSpan within)
    {
        var pieces = new List<Piece>(within.Length / 4);
        var word = new Word();
        for (var i = within.Start; i < within.End;)
        {
            var end = i + 1;
            if (!IsSpace(text[i]))
            {
                while (end < within.End && !IsSpace(text[end])) end++;
                SplitChunk(text, new TextSpan(i, end), word, pieces);
            }
            i = end;
        }
        return pieces;
    }

    private void SplitChunk(string text, TextSpan chunk, Word word, List<Piece> pieces)
    {
        if (chunk.Length > LongestChunk)
        {
            pieces.Add(At(Unknown, chunk, text, false));
            return;
        }
        for (var i = chunk.Start; i < chunk.End;)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(i, chunk.End - i), out var rune, out var length);
            if (status == System.Buffers.OperationStatus.Done && !IsDropped(rune)) Add(rune, new TextSpan(i, i + length), word, text, pieces);
            i += length;
        }
        Flush(word, text, pieces);
    }

    private void Add(Rune rune, TextSpan place, Word word, string text, List<Piece> pieces)
    {
        var standsAlone = IsChinese(rune);
        if (standsAlone) Flush(word, text, pieces);
        if (rune.IsAscii) AddPlain(rune, place, word, text, pieces);
        else foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes()) AddPlain(part, place, word, text, pieces);
        if (standsAlone) Flush(word, text, pieces);
    }

    private void AddPlain(Rune part, TextSpan place, Word word, string text, List<Piece> pieces)
    {
        // An accent that is a character of its own belongs to the letter before it, so that no span cuts the two apart.
        if (!part.IsAscii && Rune.GetUnicodeCategory(part) == UnicodeCategory.NonSpacingMark)
        {
            word.Stretch(place.End);
            return;
        }
        var standsAlone = IsPunctuation(part);
        if (standsAlone) Flush(word, text, pieces);
        word.Add(Rune.ToLowerInvariant(part), place);
        if (standsAlone) Flush(word, text, pieces);
    }

    private void Flush(Word word, string text, List<Piece> pieces)
    {
        if (word.Length == 0) return;
        var before = pieces.Count;
        if (word.Length > LongestWord || !Match(word, text, pieces))
        {
            pieces.RemoveRange(before, pieces.Count - before);
            pieces.Add(At(Unknown, word.Place(0, word.Length), text, false));
        }
        word.Clear();
    }

    private bool Match(Word word, string text, List<Piece> pieces)
    {
        for (var start = 0; start < word.Length;)
        {
            var vocabulary = start == 0 ? _starts : _continuations;
            var end = word.Length;
            int id;
            while (!vocabulary.TryGetValue(word.Characters(start, end), out id))
            {
                if (--end == start) return false;
            }
            pieces.Add(At(id, word.Place(start, end), text, start > 0));
            start = end;
        }
        return true;
    }

    private static Piece At(int id, TextSpan place, string text, bool continues) =>
        new(id, place, LetterCases.Of(text.AsSpan(place.Start, place.Length)), continues);

    private static bool IsSpace(char c) =>
        c is ' ' or '\t' or '\n' or '\r'
        || (!char.IsAscii(c) && char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool IsDropped(Rune rune) =>
        rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsPunctuation(Rune rune) =>
        rune.IsAscii ? rune.Value > ' ' && !Rune.IsLetterOrDigit(rune) : Rune.IsPunctuation(rune);

    private static bool IsChinese(Rune rune) => rune.Value is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0x20000 and <= 0x2A6DF
        or >= 0x2A700 and <= 0x2B73F or >= 0x2B740 and <= 0x2B81F or >= 0x2B820 and <= 0x2CEAF or >= 0xF900 and <= 0xFAFF or >= 0x2F800 and <= 0x2FA1F;

    /// <summary>The word being read: its plain characters, and beside each the place in the text it comes from.</summary>
    private sealed class Word
    {
        private readonly List<char> _characters = [];
        private readonly List<TextSpan> _places = [];

        public int Length => _characters.Count;

        public void Add(Rune rune, TextSpan place)
        {
            Span<char> units = stackalloc char[2];
            foreach (var unit in units[..rune.EncodeToUtf16(units)])
            {
                _characters.Add(unit);
                _places.Add(place);
            }
        }

        public void Stretch(int end)
        {
            if (Length > 0 && _places[^1].End < end) _places[^1] = _places[^1] with { End = end };
        }

        public ReadOnlySpan<char> Characters(int start, int end) =>
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_characters)[start..end];

        public TextSpan Place(int start, int end) => new(_places[start].Start, _places[end - 1].End);

        public void Clear()
        {
            _characters.Clear();
            _places.Clear();
        }
    }
}
