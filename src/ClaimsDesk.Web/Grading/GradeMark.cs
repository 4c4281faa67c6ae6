using ClaimsDesk.Knowledge.Grading;
using Microsoft.AspNetCore.Components;

namespace ClaimsDesk.Web.Grading;

/// <summary>
/// One grade as a small mark of fixed width. What it means is said on hover and to screen readers; colour adds nothing that the frame does not
/// say. Markup of fixed words, and no component: a page of claims has a hundred of them, each in one piece.
/// </summary>
public static class GradeMark
{
    /// <summary>The letter of a source or a claim; null is not rated.</summary>
    /// <param name="grade">The letter.</param>
    /// <param name="isOverride">Whether an editor set it for one claim alone.</param>
    public static MarkupString Of(Reliability? grade, bool isOverride = false) =>
        Mark(isOverride ? "Reliability, set for this claim," : "Reliability", grade?.Code(), grade?.Label());

    /// <summary>The digit of a claim; null is not rated.</summary>
    public static MarkupString Of(Credibility? grade) => Mark("Credibility", grade?.Code(), grade?.Label());

    private static MarkupString Mark(string scale, string? code, string? label)
    {
        var look = code switch { null => "none", "F" or "6" => "beyond", _ => "set" };
        var words = code is null ? $"{scale}: not rated yet" : $"{scale} {code}: {label?.ToLowerInvariant()}";
        return new($"""<span class="grade {look}" title="{words}"><span aria-hidden="true">{code ?? "–"}</span><span class="visually-hidden">{words}</span></span>""");
    }
}
