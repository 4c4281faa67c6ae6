using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Data.FullText;
using ClaimsDesk.Web.Claims.Words;
using ClaimsDesk.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace ClaimsDesk.Web.Claims.List;

/// <summary>The tellers as a path, outermost first, the claim's own source last: Daily Lantern › Reuters › two senior Greek sources.</summary>
public static class ChainPath
{
    /// <summary>A path whose tellers lead to their own pages.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="skip">How many outer hops are left out, because the page already names them.</param>
    public static MarkupString Of(ClaimRow claim, int skip = 0) => Path(claim, skip, teller =>
        Markup.Of($"""<span class="teller"><a class="{Look(claim, teller)}" href="sources/{teller.SourceId}" title="{FacetWords.Of(teller.Kind)}" dir="auto">{teller.Name}</a></span>"""));

    /// <summary>A path whose tellers are values to filter by: a click shows what one told.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="address">The address that a click adds the teller to.</param>
    /// <param name="sought">What is looked for, and marked; null for nothing.</param>
    public static MarkupString Of(ClaimRow claim, ClaimsAddress address, SoughtWords? sought) => Path(claim, 0, teller =>
    {
        var value = teller.SourceId == claim.OutletId ? RowValue.Outlet(claim)! : RowValue.Source(teller);
        var name = SoughtText.Of(teller.Name, sought?.Marks(teller.Name, SearchField.Teller));
        var link = address.Show(address.Filter.Include(value.Key, value.Value)).ToString();
        return Markup.Of($"""
            <span class="teller" data-filter="{value.Key}" data-value="{value.Value}" data-label="{teller.Name}"><a class="{Look(claim, teller)}" href="{link}" title="{FacetWords.Of(teller.Kind)}: show what it told" dir="auto">{name}</a></span>
            """);
    });

    private static MarkupString Path(ClaimRow claim, int skip, Func<Teller, MarkupString> link) =>
        Markup.Of($"""<ol class="path" aria-label="Told by, outermost first">{claim.Tellers.GroupBy(teller => teller.Position).Skip(skip).Select(hop => Hop(hop, link))}</ol>""");

    private static MarkupString Hop(IEnumerable<Teller> tellers, Func<Teller, MarkupString> link) =>
        Markup.Of($"<li>{tellers.Select((teller, place) => place == 0 ? link(teller) : Markup.Of($"<span>and</span>{link(teller)}"))}</li>");

    private static string Look(ClaimRow claim, Teller teller) =>
        "hop" + (teller.IsUnnamed ? " unnamed" : "") + (teller.Position == claim.Source.Position ? " last" : "");
}
