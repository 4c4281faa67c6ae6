using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Attributions;

/// <summary>The words of one window (pieces joined), numbered from 0, with the rows of the encoder's scores they stand on.</summary>
internal sealed class RunningWords
{
    private readonly int[] _firstPiece;

    public RunningWords(RunningText running, IReadOnlyList<Piece> pieces, Window window)
    {
        var first = new List<int>();
        for (var i = window.Start; i < window.End; i++)
        {
            if (i == window.Start || !pieces[i].Continues) first.Add(i);
        }
        first.Add(window.End);
        _firstPiece = [.. first];
        Window = window;
        Spans = new TextSpan[first.Count - 1];
        for (var w = 0; w < Spans.Length; w++) Spans[w] = new TextSpan(pieces[first[w]].Span.Start, pieces[first[w + 1] - 1].Span.End);
        Texts = Array.ConvertAll(Spans, s => running.Text[s]);
        IsQuoted = Array.ConvertAll(Spans, running.IsQuoted);
    }

    public Window Window { get; }

    /// <summary>Where each word stands in the text.</summary>
    public TextSpan[] Spans { get; }

    /// <summary>Each word as printed.</summary>
    public string[] Texts { get; }

    /// <summary>For each word whether it stands in quotation marks.</summary>
    public bool[] IsQuoted { get; }

    public int Count => Spans.Length;

    /// <summary>Number, in the running text, of a word's first piece.</summary>
    public int FirstPiece(int word) => _firstPiece[word];

    /// <summary>Row of a word's first piece; row 0 is the opening mark.</summary>
    public int FirstRow(int word) => _firstPiece[word] - Window.Start + 1;

    /// <summary>Row of a word's last piece.</summary>
    public int LastRow(int word) => _firstPiece[word + 1] - Window.Start;

    /// <summary>The mean over a word's pieces of what <paramref name="score"/> gives for a row.</summary>
    public float Mean(int word, Func<int, float> score)
    {
        float sum = 0;
        for (var row = FirstRow(word); row <= LastRow(word); row++) sum += score(row);
        return sum / (LastRow(word) - FirstRow(word) + 1);
    }
}
