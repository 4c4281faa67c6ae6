using System.Globalization;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Web.Claims.Words;

namespace ClaimsDesk.Web.Claims.Open;

/// <summary>A claim as one cites it in a report: who said it through whom, where, and that nobody vouches for it.</summary>
public static class Citation
{
    private const string Prefix = "CLAIM-";

    /// <summary>The code to refer to a claim by; typed into the search field it opens the claim: <c>CLAIM-1204</c>.</summary>
    public static string Code(int claim) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{claim}");

    /// <summary>Reads a code, letter case aside; null for anything else.</summary>
    public static int? ReadCode(string? text) =>
        text?.Trim() is { } code && code.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && int.TryParse(code.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var claim) ? claim : null;

    /// <summary><c>“…”, two senior Greek sources, via Reuters, in “Holm asks …”, Daily Lantern, 3 May 2021. Unverified. CLAIM-17, http://…</c></summary>
    public static string Of(ClaimRow claim, Uri address)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var way = Way(claim).Reverse().ToList();
        var parts = new[]
        {
            $"“{Words(claim)}”",
            string.Join(" and ", Own(claim)) + (claim.SaidOn is { } said ? $", {DateWords.Of(said)}" : ""),
            way.Count > 0 ? "via " + string.Join(" via ", way) : null,
            claim.ArticleTitle is { } title ? $"in “{title}”" : null,
            claim.Outlet,
            claim.Published?.Brief(),
        };
        return $"{string.Join(", ", parts.Where(part => part is not null))}. {claim.Status.Label()}. {Code(claim.Id)}, {address}";
    }

    /// <summary>The claim as an entry of a BibTeX file, which LaTeX and reference managers read.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="address">Where it can be opened.</param>
    /// <param name="today">The day on which it is cited.</param>
    public static string BibTeX(ClaimRow claim, Uri address, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var way = Way(claim).ToList();
        var fields = new (string Name, string? Value)[]
        {
            ("author", $"{{{Escape(string.Join(" and ", Own(claim)))}}}"),
            ("title", Escape(Words(claim))),
            ("howpublished", Escape(string.Join(", ", new[] { claim.ArticleTitle is { } title ? $"In “{title}”" : null, claim.Outlet, way.Count > 0 ? "told by " + string.Join(", ", way) : null }.Where(part => part is not null)))),
            ("date", claim.SaidOn?.ToString() ?? claim.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("year", (claim.SaidOn?.Year ?? claim.Published?.Year)?.ToString("0000", CultureInfo.InvariantCulture)),
            ("note", Escape($"{claim.Status.Label()} claim {Code(claim.Id)}")),
            ("url", address.AbsoluteUri),
            ("urldate", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        };
        var lines = fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => $"  {field.Name} = {{{field.Value}}},");
        return $"@misc{{{Code(claim.Id)},\n{string.Join('\n', lines)}\n}}";
    }

    private static string Words(ClaimRow claim) =>
        string.Join(' ', claim.Content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('“', '”', '"', ',', ' ');

    private static IEnumerable<string> Own(ClaimRow claim) =>
        claim.Tellers.Where(teller => teller.Position == claim.Source.Position).Select(teller => teller.Name);

    // Those on the way, outermost first, without the outlet, which is named on its own.
    private static IEnumerable<string> Way(ClaimRow claim) => claim.Tellers
        .Where(teller => teller.Position < claim.Source.Position && !(teller.Position == 0 && teller.Kind == SourceKind.Outlet)).Select(teller => teller.Name);

    /// <summary>Text in which nothing is a mark to TeX.</summary>
    internal static string Escape(string text) => string.Concat(text.Select(c => c switch
    {
        '\\' => @"\textbackslash{}",
        // BibTeX counts braces whatever stands before them: one that is not closed would swallow the entries behind it.
        '{' => @"\textbraceleft{}",
        '}' => @"\textbraceright{}",
        '%' or '&' or '$' or '#' or '_' => $@"\{c}",
        '~' => @"\textasciitilde{}",
        '^' => @"\textasciicircum{}",
        _ => c.ToString(),
    }));
}
