using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>A line that prints the same words twice over, glued or with white space between: "… the old pierAthens also … the old pier".</summary>
internal static class SecondPrinting
{
    private const int ShortestCopy = 12;

    /// <summary>The second copy, or null.</summary>
    public static TextSpan? Of(string text, TextSpan line)
    {
        // Both copies are equal, so the line is twice as long as one and the white space between.
        for (var between = line.Length % 2; between <= 4; between += 2)
        {
            var length = (line.Length - between) / 2;
            if (length < ShortestCopy) return null;
            var second = new TextSpan(line.End - length, line.End);
            var gap = text.AsSpan(line.Start + length, between);
            if (IsBlank(gap) && text.AsSpan(line.Start, length).SequenceEqual(text.AsSpan(second.Start, length)) && Visible.Is(text[second.Start])
                && text.AsSpan(second.Start, length).ContainsAny(" \u00A0") && !IsOneCharacter(text.AsSpan(second.Start, length)))
                return second;
        }
        return null;
    }

    private static bool IsBlank(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
        {
            if (Visible.Is(c)) return false;
        }
        return true;
    }

    private static bool IsOneCharacter(ReadOnlySpan<char> copy) => !copy.ContainsAnyExcept(copy[0]);
}
