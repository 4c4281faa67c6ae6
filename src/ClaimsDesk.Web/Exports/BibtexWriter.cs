using System.Globalization;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Web.Claims.Open;

namespace ClaimsDesk.Web.Exports;

/// <summary>Claims as entries of a BibTeX file, which LaTeX and reference managers read.</summary>
public sealed class BibtexWriter : ClaimWriter
{
    /// <inheritdoc/>
    public override string Ending => "bib";

    /// <inheritdoc/>
    public override string MediaType => "application/x-bibtex; charset=utf-8";

    /// <inheritdoc/>
    public override string Title => "BibTeX, for references";

    /// <inheritdoc/>
    public override void Write(TextWriter file, ClaimRecord claim, int number, ExportHead head)
    {
        file.Write($"@misc{{{Citation.Code(claim.Id)},\n");
        foreach (var (name, value) in Fields(claim, head))
        {
            if (!string.IsNullOrEmpty(value)) file.Write($"  {name} = {{{value}}},\n");
        }
        file.Write("}\n\n");
    }

    private static IEnumerable<(string Name, string? Value)> Fields(ClaimRecord claim, ExportHead head)
    {
        var article = claim.Article.Title is { } title ? $"In “{title}”" : "In an article";
        yield return ("author", $"{{{Text(claim.Claimant)}}}");
        yield return ("title", Text(claim.Content));
        yield return ("howpublished", Text(claim.Article.Outlet is { } outlet ? $"{article}, {outlet}" : article));
        yield return ("date", claim.SaidOn?.ToString() ?? ExportWords.Day(claim.Article.Published));
        yield return ("year", (claim.SaidOn?.Year ?? claim.Article.Published?.Year)?.ToString("0000", CultureInfo.InvariantCulture));
        yield return ("note", Text($"{claim.Status.Label()} claim{ExportWords.By(claim.StatusJudged)}. Told by {ExportWords.Chain(claim)}. "
            + $"Reliability: {ExportWords.Reliability(claim)}{ExportWords.By(claim.ReliabilityJudged)}. "
            + $"Credibility: {ExportWords.Credibility(claim)}{ExportWords.By(claim.CredibilityJudged)}. "
            + (claim.Review is { } review ? $"Reading {ExportWords.Review(review)}{ExportWords.By(claim.ReviewJudged)}. " : "")
            + $"Characters {ExportWords.Spans(claim.ContentSpans)} of the text."));
        yield return ("url", Address(head.Links.Claim(claim.Id)));
        yield return ("urldate", ExportWords.Day(DateOnly.FromDateTime(head.At)));
    }

    private static string Text(string text) => Citation.Escape(ExportWords.OneLine(text));

    // In a url field only braces would end it; what stands in ours is made by ourselves and by the host's name.
    private static string Address(string address) => address.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal);
}
