using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace ClaimsDesk.Web.Claims.Words;

/// <summary>A text with the words marked that are looked for.</summary>
public static class SoughtText
{
    /// <summary>The text, with the words marked where they stand in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">Where the words stand, in order and apart; null for nowhere.</param>
    public static MarkupString Of(string text, IReadOnlyList<TextSpan>? marks) =>
        marks is { Count: > 0 } ? Markup.Of($"{Runs(text, marks)}") : Markup.Of($"{text}");

    /// <summary>A part of a text, with the words marked that stand in it, or reach into it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="part">The part.</param>
    /// <param name="marks">Where the words stand in the text, in order and apart.</param>
    public static MarkupString Of(string text, TextSpan part, IReadOnlyList<TextSpan> marks) => Of(part.Of(text),
        [.. marks.Where(part.Overlaps).Select(mark => new TextSpan(Math.Max(mark.Start, part.Start) - part.Start, Math.Min(mark.End, part.End) - part.Start))]);

    private static IEnumerable<MarkupString> Runs(string text, IReadOnlyList<TextSpan> marks)
    {
        var at = 0;
        foreach (var mark in marks)
        {
            yield return Markup.Of($"""{text[at..mark.Start]}<mark class="sought">{text[mark.Start..mark.End]}</mark>""");
            at = mark.End;
        }
        yield return Markup.Of($"{text[at..]}");
    }
}
