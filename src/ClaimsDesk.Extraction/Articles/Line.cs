using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>What a line looks like by itself, before its neighbours are asked.</summary>
internal enum LineKind
{
    /// <summary>A few words that end no sentence: a heading, a link, a button.</summary>
    Short,
    /// <summary>Running text.</summary>
    Prose,
    /// <summary>Words behind a bullet.</summary>
    Bullet,
    /// <summary>A date or time of publication.</summary>
    Stamp,
    /// <summary>Who wrote it.</summary>
    Byline,
    /// <summary>Words under a picture.</summary>
    Caption,
    /// <summary>The publisher's disclaimer or note of provenance.</summary>
    Disclaimer,
    /// <summary>The second half of a line that was printed twice over.</summary>
    Doubled,
    /// <summary>Buttons, pleas to subscribe, labels.</summary>
    Furniture,
    /// <summary>Opens what follows an article: "Leave a Reply", "Related stories".</summary>
    Ending,
}

/// <summary>A line of the page, or a part of one, with its shape.</summary>
internal sealed record Line
{
    /// <summary>Its words, without white space and the mark of a bullet.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words of <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>What it looks like.</summary>
    public LineKind Kind { get; init; }

    /// <summary>Whether an empty line, or the start of the text, stands before it.</summary>
    public bool AfterGap { get; init; }

    /// <summary>Whether the mark of a bullet stands before it.</summary>
    public bool HasBullet { get; init; }

    /// <summary>Number of words; in scripts without spaces a guess from the length.</summary>
    public required int Words { get; init; }

    /// <summary>Whether it ends as sentences end, closing quotation marks and brackets left aside.</summary>
    public required bool EndsSentence { get; init; }

    /// <summary>Number of places inside where a sentence or a clause ends, by its punctuation.</summary>
    public required int Pauses { get; init; }

    /// <summary>Whether it is long enough to be a paragraph.</summary>
    public bool IsLong => Words >= 18;

    /// <summary>Whether it can be a headline by its length.</summary>
    public bool IsHeadlineLong => Words is >= 3 and <= 30 && Text.Length <= 250;

    /// <summary>Measures the words in a span.</summary>
    public static Line Of(string text, TextSpan span, bool afterGap = false, bool hasBullet = false)
    {
        var words = span.Of(text);
        var (count, pauses, inWord) = (0, 0, false);
        for (var i = 0; i < words.Length; i++)
        {
            var visible = Visible.Is(words[i]);
            if (visible && !inWord) count++;
            if (!visible && i > 0 && words[i - 1] is ',' or '.' or ';' or ':' or '?' or '!') pauses++;
            inWord = visible;
        }
        return new Line
        {
            Span = span,
            Text = words,
            AfterGap = afterGap,
            HasBullet = hasBullet,
            Words = Math.Max(count, words.Length / 30),
            EndsSentence = EndsAsSentence(words),
            Pauses = pauses,
        };
    }

    /// <summary>"… in May.[6][7]": the length up to the full stop.</summary>
    private static int LengthWithoutFootnotes(string words)
    {
        var length = words.Length;
        while (length > 0 && words[length - 1] == ']')
        {
            var digit = length - 2;
            while (digit >= 0 && char.IsAsciiDigit(words[digit])) digit--;
            if (digit < 0 || digit == length - 2 || words[digit] != '[') break;
            length = digit;
        }
        return length;
    }

    private static bool EndsAsSentence(string words)
    {
        var i = LengthWithoutFootnotes(words) - 1;
        while (i >= 0 && (words[i] is '"' or '\'' or '”' or '’' or '»' or ')' or ']' || !Visible.Is(words[i]))) i--;
        return i >= 0 && (words[i] is '.' or '!' or '?' or ':' or ';' or '…' or '。' or '؟' or '।' || i < words.Length - 1 && words[i] is ',');
    }
}
