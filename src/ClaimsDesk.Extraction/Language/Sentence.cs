using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Language;

/// <summary>A sentence with its words, tags, names and tree (Universal Dependencies).</summary>
/// <param name="Span">From its first character to its last.</param>
/// <param name="Words">Its words in order, punctuation included.</param>
public sealed record Sentence(TextSpan Span, IReadOnlyList<Word> Words)
{
    private readonly Lazy<IReadOnlyList<Word>[]> _children = new(() => ByHead(Words));

    /// <summary>Where it is a part of words without a full stop that are too many for one sentence: all of them; null for a whole sentence.</summary>
    public TextSpan? PartOf { get; init; }

    /// <summary>The word everything hangs on; null in a sentence without words.</summary>
    public Word? Root => Words.FirstOrDefault(w => w.Head < 0);

    /// <summary>The words that hang on <paramref name="word"/> directly, in order.</summary>
    public IReadOnlyList<Word> ChildrenOf(Word word) => _children.Value[word.Index];

    /// <summary>The word that <paramref name="word"/> hangs on; null for the root.</summary>
    public Word? HeadOf(Word word) => word.Head < 0 ? null : Words[word.Head];

    /// <summary><paramref name="word"/> and all that hangs on it, directly or not, in order.</summary>
    public IReadOnlyList<Word> SubtreeOf(Word word) => SubtreeOf(word, _ => true);

    /// <summary>The same without the branches whose top word fails <paramref name="follow"/>.</summary>
    public IReadOnlyList<Word> SubtreeOf(Word word, Func<Word, bool> follow)
    {
        var found = new List<Word> { word };
        for (var i = 0; i < found.Count; i++) found.AddRange(ChildrenOf(found[i]).Where(follow));
        found.Sort((a, b) => a.Index.CompareTo(b.Index));
        return found;
    }

    /// <summary>From the head of <paramref name="word"/> up to the root.</summary>
    public IEnumerable<Word> AncestorsOf(Word word)
    {
        for (var above = HeadOf(word); above is not null; above = HeadOf(above)) yield return above;
    }

    /// <summary>The words that share a character with <paramref name="span"/>, in order.</summary>
    public IEnumerable<Word> WordsIn(TextSpan span)
    {
        for (var i = FirstWordEndingAfter(span.Start); i < Words.Count && Words[i].Span.Start < span.End; i++) yield return Words[i];
    }

    /// <summary>Of the words in <paramref name="span"/> the one on whose tree the others hang: the first whose head lies outside; null where the span holds no word.</summary>
    public Word? HeadWordOf(TextSpan span) =>
        WordsIn(span).FirstOrDefault(w => w.Tag != "PUNCT" && (w.Head < 0 || !span.Overlaps(Words[w.Head].Span))) ?? WordsIn(span).FirstOrDefault();

    private int FirstWordEndingAfter(int offset)
    {
        int low = 0, high = Words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Words[middle].Span.End > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private static IReadOnlyList<Word>[] ByHead(IReadOnlyList<Word> words)
    {
        var children = new List<Word>[words.Count];
        for (var i = 0; i < children.Length; i++) children[i] = [];
        foreach (var word in words.Where(w => w.Head >= 0)) children[word.Head].Add(word);
        return children;
    }
}

/// <summary>A word of a sentence.</summary>
/// <param name="Index">Position in <see cref="Sentence.Words"/>.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">As printed.</param>
/// <param name="Tag">Universal part of speech: <c>NOUN</c>, <c>VERB</c>, … as in the model's labels.</param>
/// <param name="Head">Index of the word it hangs on; −1 for the root.</param>
/// <param name="Relation">Universal dependency relation to the head: <c>nsubj</c>, <c>ccomp</c>, …</param>
/// <param name="Name">BIO name label: <c>O</c>, <c>B-PER</c>, <c>I-ORG</c>, …</param>
public sealed record Word(int Index, TextSpan Span, string Text, string Tag, int Head, string Relation, string Name);
