using System.Text.Encodings.Web;
using System.Text.Unicode;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Web.Claims.Open;

namespace ClaimsDesk.Web.Exports;

/// <summary>Claims as a report to read and print, in one file that needs no other.</summary>
public sealed class HtmlWriter : ClaimWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Looks = """
        :root { color-scheme: light dark }
        body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 Charter, "Iowan Old Style", Georgia, serif }
        h1 { font-size: 1.6rem; line-height: 1.25 } h2 { font-size: 1rem; margin: 0 }
        article { border-top: 1px solid #8886; padding: 1rem 0; break-inside: avoid }
        blockquote { margin: .4rem 0 .6rem; font-size: 1.1rem }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .8rem; margin: 0; font: 14px/1.45 system-ui, sans-serif }
        dt { opacity: .75 } dd { margin: 0; overflow-wrap: anywhere }
        a { color: inherit }
        .note { font: 14px/1.5 system-ui, sans-serif }
        @media (max-width: 30rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .3rem } }
        @media print { body { margin: 0; max-width: none; font-size: 11pt } a { color: inherit } }
        """;

    /// <inheritdoc/>
    public override string Ending => "html";

    /// <inheritdoc/>
    public override string MediaType => "text/html; charset=utf-8";

    /// <inheritdoc/>
    public override string Title => "Report to print";

    /// <inheritdoc/>
    public override bool IsShown => true;

    /// <inheritdoc/>
    public override void Open(TextWriter file, ExportHead head)
    {
        var (title, address) = (Text(head.Title), Text(head.Links.Claims(head.Filter)));
        file.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        file.Write($"<link rel=\"icon\" href=\"data:,\">\n<title>{title}</title>\n<style>\n{Looks}\n</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n");
        file.Write($"<p class=\"note\">{Text(ReportWords.Preface)}</p>\n<p class=\"note\">Made {ExportWords.Moment(head.At)} from <a href=\"{address}\">{address}</a>.</p>\n");
    }

    /// <inheritdoc/>
    public override void Write(TextWriter file, ClaimRecord claim, int number, ExportHead head)
    {
        file.Write($"<article>\n<h2 dir=\"auto\">{number}. {Text(claim.Claimant)}</h2>\n<blockquote dir=\"auto\">{Text(claim.Content)}</blockquote>\n<dl>\n");
        foreach (var (name, value) in ReportWords.Of(claim)) file.Write($"<dt>{name}</dt><dd dir=\"auto\">{Text(value)}</dd>\n");
        if (claim.Article.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            file.Write($"<dt>Published at</dt><dd><a href=\"{Text(address.AbsoluteUri)}\" rel=\"noreferrer\">{Text(address.AbsoluteUri)}</a></dd>\n");
        file.Write($"<dt>Open</dt><dd><a href=\"{Text(head.Links.Claim(claim.Id))}\">{Citation.Code(claim.Id)}</a></dd>\n</dl>\n</article>\n");
    }

    /// <inheritdoc/>
    public override void Close(TextWriter file, int count) => file.Write($"<p class=\"note\">{ReportWords.Count(count)}</p>\n</main>\n</body>\n</html>\n");

    private static string Text(string text) => Encoder.Encode(text);
}
