namespace ClaimsDesk.Extraction.Encoder;

/// <summary>A stretch of pieces that the encoder reads at once.</summary>
/// <param name="Start">Index of its first piece.</param>
/// <param name="End">Index past its last piece.</param>
/// <param name="OwnStart">From this piece on, no other window has the piece more in its middle.</param>
/// <param name="OwnEnd">The own pieces end before this one; the own stretches of all windows tile the text.</param>
internal readonly record struct Window(int Start, int End, int OwnStart, int OwnEnd)
{
    public int Length => End - Start;

    /// <summary>Cuts pieces into windows that overlap. A window starts with a whole word where one starts near enough.</summary>
    /// <param name="pieces">The pieces of a running text.</param>
    /// <param name="size">Most pieces a window holds.</param>
    /// <param name="overlap">Pieces that neighbours share.</param>
    public static IEnumerable<Window> Over(IReadOnlyList<Piece> pieces, int size, int overlap)
    {
        var start = 0;
        var ownStart = 0;
        while (ownStart < pieces.Count)
        {
            var end = Math.Min(start + size, pieces.Count);
            var next = WordStart(pieces, end - overlap, Math.Max(start + 1, end - 2 * overlap));
            var ownEnd = end == pieces.Count ? end : (next + end) / 2;
            yield return new Window(start, end, ownStart, ownEnd);
            (start, ownStart) = (next, ownEnd);
        }
    }

    private static int WordStart(IReadOnlyList<Piece> pieces, int at, int notBefore)
    {
        for (var i = at; i >= notBefore && i < pieces.Count; i--)
        {
            if (!pieces[i].Continues) return i;
        }
        return at;
    }
}
