using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>The blocks that are read as one running text, with what can be seen in them without a net. All lists are in order.</summary>
/// <param name="Text">The text they stand in.</param>
/// <param name="Blocks">Paragraphs and the like; what lies between them is not read.</param>
/// <param name="Sentences">None crosses the edge of a block.</param>
/// <param name="Quotations">With their marks; none crosses the edge of a block.</param>
internal sealed record RunningText(SourceText Text, IReadOnlyList<TextSpan> Blocks, IReadOnlyList<TextSpan> Sentences, IReadOnlyList<TextSpan> Quotations)
{
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

    /// <summary>For each of some words whether spans often begin or end just before it: at a sentence end, a quotation mark, or "that".</summary>
    public bool[] MarksBefore(TextSpan[] words)
    {
        var marks = new bool[words.Length];
        for (var w = 1; w < words.Length; w++)
        {
            int before = words[w - 1].Start, here = words[w].Start;
            marks[w] = Places.At(Sentences, before) != Places.At(Sentences, here) || QuotationEndsWith(words[w - 1]) || QuotationBeginsAt(here)
                || Text[words[w]].Equals("that", StringComparison.OrdinalIgnoreCase);
        }
        return marks;
    }

    /// <summary>Whether a part of <paramref name="span"/> stands in quotation marks.</summary>
    public bool IsQuoted(TextSpan span)
    {
        var i = Places.At(Quotations, span.Start);
        return i < Quotations.Count && Quotations[i].Overlaps(span);
    }

    /// <summary>For each of some words whether a sentence ends just before it, outside quotation marks.</summary>
    public bool[] SentenceEndsBefore(TextSpan[] words)
    {
        var ends = new bool[words.Length];
        for (var w = 1; w < words.Length; w++)
        {
            int before = words[w - 1].Start, here = words[w].Start;
            ends[w] = Places.At(Sentences, before) != Places.At(Sentences, here) && !StandInOneQuotation(before, here);
        }
        return ends;
    }

    private bool StandInOneQuotation(int before, int here)
    {
        var i = Places.At(Quotations, before);
        return i < Quotations.Count && Quotations[i].Contains(before) && Quotations[i].Contains(here);
    }

    private bool QuotationEndsWith(TextSpan word)
    {
        var i = Places.At(Quotations, word.Start);
        return i < Quotations.Count && Quotations[i].End == word.End;
    }

    private bool QuotationBeginsAt(int offset)
    {
        var i = Places.At(Quotations, offset);
        return i < Quotations.Count && Quotations[i].Start == offset;
    }
}
