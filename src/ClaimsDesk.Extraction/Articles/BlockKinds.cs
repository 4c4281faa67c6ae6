using System.Text.RegularExpressions;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>What a line is, from what it looks like and where it stands: above, inside or below the running text.</summary>
internal sealed class BlockKinds(IReadOnlyList<Line> lines, RunningText text, int headline)
{
    private const int FewestWordsOfABullet = 4;
    private const int LongestHeading = 15;
    private const int FewestLettersOfAHeading = 4;

    // "… at the port on Sunday. (Supplied)"
    private static readonly Regex EndsInCredit = new(@"[.!?”""] ?\([^()]{2,40}\)$", Phrases.Linear);

    private readonly int _reprint = headline < 0 ? -1 : LastPrinting(lines, headline, text.First);

    /// <summary>The kind of a line, second printings left aside.</summary>
    public BlockKind Of(int i) => i < text.First ? Above(i) : i <= text.Last ? Inside(i) : Below(lines[i]);

    private static int LastPrinting(IReadOnlyList<Line> lines, int headline, int end)
    {
        var last = headline;
        for (var i = headline + 1; i < end; i++)
        {
            if (lines[i].Text == lines[headline].Text) last = i;
        }
        return last;
    }

    private BlockKind Above(int i) => lines[i].Kind switch
    {
        _ when i == headline => BlockKind.Headline,
        _ when headline >= 0 && lines[i].Text == lines[headline].Text => BlockKind.Reprint,
        LineKind.Caption => BlockKind.Caption,
        LineKind.Disclaimer => BlockKind.Disclaimer,
        LineKind.Doubled => BlockKind.Reprint,
        LineKind.Prose when IsUnderPicture(i) => BlockKind.Caption,
        LineKind.Bullet or LineKind.Prose when i >= text.MainFirst || (i > headline && headline >= 0) => BlockKind.Bullet,
        _ => BlockKind.Furniture,
    };

    // Pages print the picture between the headline for the list and the headline for the article.
    private bool IsUnderPicture(int i) => (i > headline && i < _reprint) || EndsInCredit.IsMatch(lines[i].Text);

    private BlockKind Inside(int i) => lines[i].Kind switch
    {
        LineKind.Prose when IsAuthorNote(i) => BlockKind.Furniture,
        LineKind.Prose => BlockKind.Paragraph,
        LineKind.Bullet when IsLink(i) => BlockKind.Furniture,
        LineKind.Bullet => BlockKind.Bullet,
        LineKind.Caption => BlockKind.Caption,
        LineKind.Disclaimer => BlockKind.Disclaimer,
        LineKind.Doubled => BlockKind.Reprint,
        LineKind.Short when !text.IsProse || IsShortParagraph(i) => BlockKind.Paragraph,
        LineKind.Short when IsHeading(i) => BlockKind.CrossHeading,
        _ => BlockKind.Furniture,
    };

    private static BlockKind Below(Line line) => line.Kind switch
    {
        LineKind.Caption => BlockKind.Caption,
        LineKind.Disclaimer => BlockKind.Disclaimer,
        _ => BlockKind.Furniture,
    };

    // Links come in lists: a short bullet among short bullets.
    private bool IsLink(int i) => IsShortBullet(i) && (IsShortBullet(i - 1) || IsShortBullet(i + 1));

    private bool IsShortBullet(int i) => KindAt(i) is LineKind.Bullet && lines[i].Words < FewestWordsOfABullet && !lines[i].EndsSentence;

    // Where no paragraph follows, who is spoken of may be the author.
    private bool IsAuthorNote(int i) =>
        i > text.First && KindAt(i + 1) is not LineKind.Prose && KindAt(i + 2) is not LineKind.Prose && AuthorNote.Is(lines[i], []);

    // "He did not." and a paragraph that lost its full stop stand beside paragraphs.
    private bool IsShortParagraph(int i) =>
        (lines[i].IsLong || (lines[i].EndsSentence && lines[i].Words >= 2 && !lines[i].Text.EndsWith(':')))
        && (KindAt(i - 1) is LineKind.Prose || KindAt(i + 1) is LineKind.Prose);

    // A heading stands over running text; three short lines in a row are a list of links.
    private bool IsHeading(int i)
    {
        var line = lines[i];
        if (i == text.Last || line.Words > LongestHeading || line.Text.Count(char.IsLetter) < FewestLettersOfAHeading) return false;
        if (KindAt(i - 1) is LineKind.Ending || (i > 0 && Furniture.IsLinkLabel(lines[i - 1]))) return false;
        var (above, below) = (KindAt(i - 1) is LineKind.Short, KindAt(i + 1) is LineKind.Short);
        return !(above && below) && KindAt(below ? Math.Min(i + 2, text.Last) : i + 1) is LineKind.Prose or LineKind.Bullet;
    }

    private LineKind? KindAt(int i) => i >= 0 && i < lines.Count ? lines[i].Kind : null;
}
