using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Grading;

namespace ClaimsDesk.Web.Claims;

/// <summary>A claim as a line to paste into a report: who said it through whom, where, and that nobody vouches for it.</summary>
public static class Citation
{
    /// <summary><c>“…”, two senior Greek sources, via Reuters, in “Holm asks …”, Daily Lantern, 3 May 2021. Unverified. http://…</c></summary>
    public static string Of(ClaimRow claim, Uri address)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var words = string.Join(' ', claim.Content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('“', '”', '"', ',', ' ');
        var own = claim.Tellers.Where(teller => teller.Position == claim.Source.Position).Select(teller => teller.Name);
        var way = claim.Tellers.Where(teller => teller.Position < claim.Source.Position && !(teller.Position == 0 && teller.Kind == SourceKind.Outlet)).Select(teller => teller.Name).Reverse();
        var parts = new[]
        {
            $"“{words}”",
            string.Join(" and ", own) + (claim.SaidOn is { } said ? $", {DateWords.Of(said)}" : ""),
            way.Any() ? "via " + string.Join(" via ", way) : null,
            claim.ArticleTitle is { } title ? $"in “{title}”" : null,
            claim.Outlet,
            claim.Published?.Brief(),
        };
        return $"{string.Join(", ", parts.Where(part => part is not null))}. {claim.Status.Label()}. {address}";
    }
}
