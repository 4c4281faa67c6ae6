using System.Globalization;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Claims.Views;
using ClaimsDesk.Web.Claims.List;

namespace ClaimsDesk.Web.Claims;

/// <summary>An address of the claims page: which claims, which of them is open, and how they are listed. Links are made from the address that is shown, so that a click changes one thing and keeps the rest.</summary>
/// <param name="Filter">Which claims, in which order, from where on.</param>
/// <param name="Claim">The open claim, or null.</param>
public sealed record ClaimsAddress(ClaimFilter Filter, int? Claim = null)
{
    /// <summary>The key that names the open claim.</summary>
    public const string ClaimKey = "claim";

    /// <summary>The key that names the saved view from which the reader set out.</summary>
    public const string SavedKey = "saved";

    /// <summary>The keys that this page has beside those of the filter.</summary>
    public static IReadOnlyList<string> Keys { get; } = [ClaimKey, SavedKey, ListLayout.ViewKey, ListLayout.ColumnsKey];

    /// <summary>How the claims are listed.</summary>
    public ListLayout Layout { get; init; } = ListLayout.Reading;

    /// <summary>The saved view from which the reader set out, or null.</summary>
    public int? Saved { get; init; }

    /// <summary>What a saved view keeps: the query without the open claim, the place in the list and the view's own number.</summary>
    public string ViewQuery => (this with { Filter = Filter.FromStart(), Claim = null, Saved = null }).Query;

    /// <summary>The address of a saved view.</summary>
    public static ClaimsAddress Of(SavedViewRow view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Read($"claims?{view.Query}").Address with { Saved = view.Id };
    }

    private string Query => string.Join('&', Parts().Where(part => part.Length > 0));

    /// <summary>The same claims, with this one open, or none.</summary>
    public ClaimsAddress Open(int? claim) => this with { Claim = claim };

    /// <summary>Other claims, with the same one open.</summary>
    public ClaimsAddress Show(ClaimFilter filter) => this with { Filter = filter };

    /// <summary>The same claims, listed in another way.</summary>
    public ClaimsAddress List(ListLayout layout) => this with { Layout = layout };

    /// <summary>The article of a claim, at the claim, with what is looked for here marked there.</summary>
    public string Article(ClaimRow claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var sought = (ClaimFilter.Everything with
        {
            Words = Filter.Words,
            Chain = Filter.Chain,
            Affiliations = Filter.Affiliations,
            Actors = Filter.Actors,
            Places = Filter.Places,
        }).ToQuery();
        return string.Create(CultureInfo.InvariantCulture, $"articles/{claim.ArticleId}{(sought.Length > 0 ? "?" : "")}{sought}#claim-{claim.Id}");
    }

    /// <summary>What to write behind <c>href</c>.</summary>
    public override string ToString() => Query is { Length: > 0 } query ? $"claims?{query}" : "claims";

    /// <summary>Reads an address; what could not be read is named beside it.</summary>
    public static (ClaimsAddress Address, IReadOnlyList<UnreadPart> Unread) Read(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        var query = uri.Split('#')[0].Split('?', 2) is [_, var behind] ? behind : "";
        var reading = ClaimFilterUrl.Read(query, Keys);
        var address = new ClaimsAddress(reading.Filter);
        var unread = reading.Unread.ToList();
        foreach (var (key, value) in ClaimFilterUrl.Pairs(query))
        {
            if (!Keys.Contains(key) || value.Length == 0) continue;
            if (address.With(key, value) is { } read) address = read;
            else unread.Add(new UnreadPart(key, value, $"“{key}={value}” was left out: “{key}” takes {Takes(key)}."));
        }
        return (address, unread);
    }

    private ClaimsAddress? With(string key, string value)
    {
        if (key is ClaimKey or SavedKey)
        {
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
            return key == ClaimKey ? this with { Claim = id } : this with { Saved = id };
        }
        return Layout.TryRead(key, value, out var layout) ? this with { Layout = layout } : null;
    }

    private static string Takes(string key) => key switch
    {
        ClaimKey => "the number of a claim",
        SavedKey => "the number of a saved view",
        ListLayout.ViewKey => "table or list",
        _ => "columns with commas between: " + string.Join(", ", Enum.GetValues<ClaimColumn>().Select(FilterWords.Word)),
    };

    private IEnumerable<string> Parts()
    {
        yield return Filter.ToQuery();
        foreach (var (key, value) in Layout.Write()) yield return $"{key}={value}";
        if (Saved is { } saved) yield return string.Create(CultureInfo.InvariantCulture, $"{SavedKey}={saved}");
        if (Claim is { } claim) yield return string.Create(CultureInfo.InvariantCulture, $"{ClaimKey}={claim}");
    }
}
