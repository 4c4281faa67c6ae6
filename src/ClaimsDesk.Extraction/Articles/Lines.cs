using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Articles;

/// <summary>Cuts a page into lines, and lines into parts where a stamp, a disclaimer or a second printing is glued to other words, and says what each looks like.</summary>
internal static class Lines
{
    /// <summary>The lines of a page that hold something to see, in order.</summary>
    public static List<Line> Of(string text)
    {
        var lines = new List<Line>();
        foreach (var (span, afterGap) in Paragraphs.Of(text)) AddParts(lines, text, span, afterGap);
        for (var i = 1; i < lines.Count; i++)
        {
            if (IsCreditedParagraph(lines, i)) lines[i] = lines[i] with { Kind = LineKind.Prose };
        }
        return lines;
    }

    /// <summary>The parts of a line that is known to be one.</summary>
    public static List<Line> PartsOf(string text, TextSpan line)
    {
        var lines = new List<Line>();
        AddParts(lines, text, line, afterGap: false);
        return lines;
    }

    // "…, he added. (AFP)" after the last paragraph is the agency's credit for the report, not for a picture.
    private static bool IsCreditedParagraph(List<Line> lines, int i) =>
        lines[i].Kind is LineKind.Caption && lines[i].Words >= 8 && Caption.EndsInAgency(lines[i]) && !Caption.Points(lines[i])
        && lines[i - 1].Kind is LineKind.Prose && !lines.Skip(i + 1).Take(3).Any(after => after.Kind is LineKind.Prose);

    private static void AddParts(List<Line> lines, string text, TextSpan span, bool afterGap)
    {
        var (words, hasBullet) = WithoutMark(text, span);
        if (words.IsEmpty) words = span;
        if (Stamp.PrefixLength(words.Of(text)) is var stamp and > 0)
        {
            lines.Add(Line.Of(text, Visible.Trim(text, words with { End = words.Start + stamp }), afterGap) with { Kind = LineKind.Stamp });
            words = Visible.Trim(text, words with { Start = words.Start + stamp });
            while (words.Length > 1 && text[words.Start] is '-' or '–' or '—' or '|' or ':') words = Visible.Trim(text, words with { Start = words.Start + 1 });
        }
        if (SecondPrinting.Of(text, words) is { } second)
        {
            lines.Add(Classified(Line.Of(text, Visible.Trim(text, words with { End = second.Start }), afterGap, hasBullet)));
            lines.Add(Line.Of(text, second) with { Kind = LineKind.Doubled });
            return;
        }
        foreach (var (part, isDisclaimer) in WithDisclaimers(text, words))
        {
            var line = Line.Of(text, part, afterGap, hasBullet);
            lines.Add(isDisclaimer ? line with { Kind = LineKind.Disclaimer } : Classified(line));
        }
    }

    private static IEnumerable<(TextSpan Span, bool IsDisclaimer)> WithDisclaimers(string text, TextSpan words)
    {
        var disclaimers = Disclaimer.In(text, words);
        if (disclaimers.Count == 0) return [(words, false)];
        var before = Visible.Trim(text, words with { End = disclaimers[0].Start });
        var after = Visible.Trim(text, words with { Start = disclaimers[^1].End });
        return disclaimers.Select(d => (d, true)).Prepend((before, false)).Append((after, false)).Where(p => !p.Item1.IsEmpty);
    }

    /// <summary>What some words look like by themselves, as one line.</summary>
    public static Line Look(string words) => Classified(Line.Of(words, new TextSpan(0, words.Length)));

    private static Line Classified(Line line) => line with { Kind = KindOf(line) };

    private static LineKind KindOf(Line line) => line switch
    {
        _ when Stamp.Is(line.Text) => LineKind.Stamp,
        _ when Furniture.IsEnding(line) => LineKind.Ending,
        _ when Furniture.Is(line) => LineKind.Furniture,
        _ when Byline.Is(line) => LineKind.Byline,
        _ when Furniture.IsPlea(line) => LineKind.Furniture,
        _ when Caption.HasCredit(line) || Caption.Points(line) => LineKind.Caption,
        _ when line.HasBullet => LineKind.Bullet,
        _ when line.IsLong && (line.EndsSentence || line.Pauses > 0 || line.Words >= 30) => LineKind.Prose,
        _ when line.EndsSentence && line.Words >= 5 => LineKind.Prose,
        _ => LineKind.Short,
    };

    private static (TextSpan Words, bool HasBullet) WithoutMark(string text, TextSpan span)
    {
        var marked = text[span.Start] is '•' or '‣' or '◦' or '▪' or '●' or '■' or '∙' or '►' or '–' or '*' or '-';
        if (!marked || span.Length < 3 || (Visible.Is(text[span.Start + 1]) && text[span.Start] is '–' or '*' or '-')) return (span, false);
        return (Visible.Trim(text, span with { Start = span.Start + 1 }), true);
    }
}
