using System.Globalization;
using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Web.Claims;

/// <summary>An address of the claims page: which claims, and which of them is open. Links are made from the address that is shown, so that a click changes one thing and keeps the rest.</summary>
/// <param name="Filter">Which claims, in which order, from where on.</param>
/// <param name="Claim">The open claim, or null.</param>
public sealed record ClaimsAddress(ClaimFilter Filter, int? Claim = null)
{
    /// <summary>The key that names the open claim.</summary>
    public const string ClaimKey = "claim";

    /// <summary>The same claims, with this one open, or none.</summary>
    public ClaimsAddress Open(int? claim) => this with { Claim = claim };

    /// <summary>Other claims, with the same one open.</summary>
    public ClaimsAddress Show(ClaimFilter filter) => this with { Filter = filter };

    /// <summary>What to write behind <c>href</c>.</summary>
    public override string ToString()
    {
        var query = Filter.ToQuery();
        if (Claim is { } id) query += (query.Length > 0 ? "&" : "") + ClaimKey + "=" + id.ToString(CultureInfo.InvariantCulture);
        return query.Length > 0 ? $"claims?{query}" : "claims";
    }

    /// <summary>Reads an address; what could not be read is named beside it.</summary>
    public static (ClaimsAddress Address, IReadOnlyList<UnreadPart> Unread) Read(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        var query = uri.Split('#')[0].Split('?', 2) is [_, var behind] ? behind : "";
        var reading = ClaimFilterUrl.Read(query, ClaimKey);
        var claim = query.Split('&').Select(pair => pair.Split('=', 2)).LastOrDefault(pair => pair is [ClaimKey, _]);
        if (claim is null) return (new ClaimsAddress(reading.Filter), reading.Unread);
        if (int.TryParse(claim[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return (new ClaimsAddress(reading.Filter, id), reading.Unread);
        return (new ClaimsAddress(reading.Filter), [.. reading.Unread, new UnreadPart(ClaimKey, claim[1], $"“{claim[1]}” is not the number of a claim.")]);
    }
}
