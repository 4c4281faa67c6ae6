using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>The blocks that are read as one running text, with what can be seen in them without a net. All lists are in order.</summary>
/// <param name="Text">The text they stand in.</param>
/// <param name="Blocks">Paragraphs and the like; what lies between them is not read.</param>
/// <param name="Sentences">None crosses the edge of a block.</param>
/// <param name="Quotations">With their marks; none crosses the edge of a block.</param>
internal sealed record RunningText(SourceText Text, IReadOnlyList<TextSpan> Blocks, IReadOnlyList<Sentence> Sentences, IReadOnlyList<TextSpan> Quotations)
{
    private SentenceShape? _lastShape;

    /// <summary>Number of the sentence that holds an offset; −1 where none does.</summary>
    public int SentenceAt(int offset)
    {
        var i = FirstEndingAfter(Sentences, offset);
        return i < Sentences.Count && Sentences[i].Span.Contains(offset) ? i : -1;
    }

    /// <summary>Number of the first sentence that ends past an offset; their number where none does.</summary>
    public static int FirstEndingAfter(IReadOnlyList<Sentence> sentences, int offset)
    {
        int low = 0, high = sentences.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Span.End > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>The shape of a sentence given by its number; null for −1. Texts are read from front to back, so that the last one is mostly asked for again.</summary>
    public SentenceShape? ShapeOf(int sentence)
    {
        if (sentence < 0) return null;
        if (_lastShape?.Sentence != Sentences[sentence]) _lastShape = new SentenceShape(Sentences[sentence]);
        return _lastShape;
    }

    /// <summary>The lines of a text that hold something, without the white space around it.</summary>
    public static List<TextSpan> LinesOf(SourceText text)
    {
        var lines = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text.Value[i] is not ('\n' or '\r')) continue;
            var end = i;
            while (start < end && char.IsWhiteSpace(text.Value[start])) start++;
            while (end > start && char.IsWhiteSpace(text.Value[end - 1])) end--;
            if (end > start) lines.Add(new TextSpan(start, end));
            start = i + 1;
        }
        return lines;
    }

    /// <summary>Whether a part of <paramref name="span"/> stands in quotation marks.</summary>
    public bool IsQuoted(TextSpan span)
    {
        var i = Places.At(Quotations, span.Start);
        return i < Quotations.Count && Quotations[i].Overlaps(span);
    }
}
