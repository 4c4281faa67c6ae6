namespace ClaimsDesk.Extraction.Text;

/// <summary>
/// A text as it was decoded, never edited: every span of a claim, a source or a piece of furniture points into it for good.
/// Newlines are kept as they came.
/// </summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;
    private readonly int[] _surrogateStarts;

    /// <summary>Keeps <paramref name="value"/> and notes where its lines start.</summary>
    public SourceText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        var lines = new List<int> { 0 };
        var pairs = new List<int>();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\n' || (value[i] == '\r' && (i + 1 == value.Length || value[i + 1] != '\n'))) lines.Add(i + 1);
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) pairs.Add(i);
        }
        _lineStarts = [.. lines];
        _surrogateStarts = [.. pairs];
    }

    /// <summary>The whole text.</summary>
    public string Value { get; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => Value.Length;

    /// <summary>Length in Unicode code points; an unpaired surrogate counts as one.</summary>
    public int LengthInCodePoints => ToCodePoints(Length);

    /// <summary>The words in <paramref name="span"/>.</summary>
    public string this[TextSpan span] => span.Of(Value);

    /// <summary>Line and column, both counted from one, of a UTF-16 offset; the column is in UTF-16 code units.</summary>
    public (int Line, int Column) Position(int offset)
    {
        var line = Array.BinarySearch(_lineStarts, offset);
        if (line < 0) line = ~line - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The offset in Unicode code points of a UTF-16 offset: what the command line prints. An offset inside a surrogate pair counts as the pair's start.</summary>
    public int ToCodePoints(int offset)
    {
        var pairsBefore = Array.BinarySearch(_surrogateStarts, offset);
        if (pairsBefore < 0) pairsBefore = ~pairsBefore;
        return offset - pairsBefore;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
