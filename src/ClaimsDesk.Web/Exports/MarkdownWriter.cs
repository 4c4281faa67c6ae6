using System.Text;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Web.Claims.Open;
using ClaimsDesk.Web.Claims.Words;

namespace ClaimsDesk.Web.Exports;

/// <summary>Claims as a report in Markdown (CommonMark).</summary>
public sealed class MarkdownWriter : ClaimWriter
{
    // What may begin or end something anywhere: https://spec.commonmark.org/0.31.2/#backslash-escapes.
    private const string Marks = "\\`*_[]~|#";

    /// <inheritdoc/>
    public override string Ending => "md";

    /// <inheritdoc/>
    public override string MediaType => "text/markdown; charset=utf-8";

    /// <inheritdoc/>
    public override string Title => "Report in Markdown";

    /// <inheritdoc/>
    public override void Open(TextWriter file, ExportHead head)
    {
        file.Write($"# {Text(head.Title)}\n\n");
        file.Write($"{ReportWords.Preface}\n\n");
        file.Write($"Made {ExportWords.Moment(head.At)} from <{head.Links.Claims(head.Filter)}>.\n\n");
    }

    /// <inheritdoc/>
    public override void Write(TextWriter file, ClaimRecord claim, int number, ExportHead head)
    {
        file.Write($"## {number}. {Text(claim.Claimant)}\n\n> {Text(claim.Content)}\n\n");
        foreach (var (name, value) in ReportWords.Of(claim)) file.Write($"- **{name}:** {Text(value)}\n");
        if (claim.Article.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            file.Write($"- **Published at:** <{address.AbsoluteUri}>\n");
        file.Write($"- **Open:** [{Citation.Code(claim.Id)}]({head.Links.Claim(claim.Id)})\n\n");
    }

    /// <inheritdoc/>
    public override void Close(TextWriter file, int count) => file.Write($"---\n\n{ReportWords.Count(count)}\n");

    /// <summary>Text on one line in which nothing is a mark.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in ExportWords.OneLine(text))
        {
            if (c is '<') escaped.Append("&lt;");
            else if (c is '>') escaped.Append("&gt;");
            else if (c is '&') escaped.Append("&amp;");
            else if (Marks.Contains(c)) escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        // A bare address becomes a link in many readers, "javascript:" ones too.
        escaped.Replace("://", ":\\//");
        if (BlockMark(escaped) is { } mark) escaped.Insert(mark, '\\');
        return escaped.ToString();
    }

    // Where a mark stands that begins a list or a rule where the text begins a line, as what is claimed does: "- ", "1. ", "2) ", "---".
    private static int? BlockMark(StringBuilder text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        if (digits == text.Length) return null;
        return (digits == 0 ? text[0] is '-' or '+' or '=' : text[digits] is '.' or ')') ? digits : null;
    }
}

/// <summary>What a report says of a claim.</summary>
internal static class ReportWords
{
    /// <summary>What has to be known before reading on.</summary>
    public const string Preface =
        "What follows is what somebody said, as articles report it, and not what is so. A claim is unverified unless its status says otherwise. "
        + "Reliability (A to F) is of those who tell it, credibility (1 to 6) of what is claimed; not rated is not F, and not 6. "
        + "Spans count UTF-16 code units of the article's text.";

    public static string Count(int claims) => claims == 1 ? "One claim." : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{claims:N0} claims.");

    public static IEnumerable<(string Name, string Value)> Of(ClaimRecord claim)
    {
        yield return ("Told by", ExportWords.ChainInFull(claim));
        yield return ("Article", Article(claim.Article));
        if (claim.SaidOn is { } said) yield return ("Said", DateWords.Of(said));
        if (claim.EventDate is { } date) yield return ("About something dated", DateWords.Of(date));
        yield return ("Act", Act(claim));
        if (claim.Actors.Any(a => a.Part == ClaimActorPart.About)) yield return ("About", Names(claim, ClaimActorPart.About));
        if (claim.Actors.Any(a => a.Part == ClaimActorPart.Place)) yield return ("Places", Names(claim, ClaimActorPart.Place));
        yield return ("Reliability", ExportWords.Reliability(claim) + From(claim) + ExportWords.By(claim.ReliabilityJudged));
        yield return ("Credibility", ExportWords.Credibility(claim) + ExportWords.By(claim.CredibilityJudged));
        yield return ("Status", claim.Status.Label() + ExportWords.By(claim.StatusJudged));
        if (claim.Review is { } review) yield return ("Reading", ExportWords.Review(review) + ExportWords.By(claim.ReviewJudged));
        yield return ("Spans", $"content {ExportWords.Spans(claim.ContentSpans)}" + (claim.SourceSpans.Count > 0 ? $", source {ExportWords.Spans(claim.SourceSpans)}" : "")
            + (claim.CueSpans.Count > 0 ? $", cue {ExportWords.Spans(claim.CueSpans)}" : ""));
    }

    private static string Article(RecordArticle article) => string.Join(", ", new[]
    {
        article.Title is { } title ? $"“{title}”" : "without a title",
        article.Outlet ?? "outlet not known",
        article.Published?.Brief(),
    }.Where(part => part is not null));

    private static string Act(ClaimRecord claim) => string.Join(", ", new[]
    {
        claim.Act.Name(),
        claim.Quote.Speech(),
        claim.Negated ? "negated" : null,
        claim.Hedged ? "hedged" : null,
    }.Where(part => part is not null));

    private static string From(ClaimRecord claim) =>
        claim.ReliabilityIsOverride ? ", set for this claim alone" : claim.ReliabilityFrom is { } from ? $", from {from.Name}" : "";

    private static string Names(ClaimRecord claim, ClaimActorPart part) =>
        string.Join(", ", claim.Actors.Where(actor => actor.Part == part).Select(actor => actor.Name));
}
