using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Encoder;

/// <summary>A word or a part of one, as the encoder knows it.</summary>
/// <param name="Id">Its number in the vocabulary.</param>
/// <param name="Span">The characters it stands for. Pieces cut out of one character (a Hangul syllable) share its span.</param>
/// <param name="Case">How its letters are written.</param>
/// <param name="Continues">Whether it goes on with the word of the piece before.</param>
internal readonly record struct Piece(int Id, TextSpan Span, LetterCase Case, bool Continues);

/// <summary>How a piece is written; the encoder's vocabulary is lower-case, so that this comes in beside it. The numbers are the model's.</summary>
internal enum LetterCase
{
    NoLetter = 0,
    Lower = 1,
    Initial = 2,
    Upper = 3,
    Mixed = 4,
    WithDigit = 5,
}

internal static class LetterCases
{
    /// <summary>The case of <paramref name="written"/>; a digit outweighs letters, and one capital alone is an initial.</summary>
    public static LetterCase Of(ReadOnlySpan<char> written)
    {
        int letters = 0, upper = 0, lower = 0;
        var firstIsUpper = false;
        foreach (var c in written.EnumerateRunes())
        {
            if (System.Text.Rune.IsDigit(c)) return LetterCase.WithDigit;
            if (!System.Text.Rune.IsLetter(c)) continue;
            if (System.Text.Rune.IsUpper(c)) upper++;
            if (System.Text.Rune.IsLower(c)) lower++;
            if (letters++ == 0) firstIsUpper = upper == 1;
        }
        return letters switch
        {
            0 => LetterCase.NoLetter,
            _ when lower == letters => LetterCase.Lower,
            > 1 when upper == letters => LetterCase.Upper,
            _ when firstIsUpper && lower == letters - 1 => LetterCase.Initial,
            _ => LetterCase.Mixed,
        };
    }
}
