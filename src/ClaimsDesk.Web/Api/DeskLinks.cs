using System.Globalization;
using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Web.Api;

/// <summary>Whole addresses, for those who read an answer elsewhere than in the browser it was made for.</summary>
/// <param name="root">The address of the desk, with a slash at its end.</param>
public sealed class DeskLinks(string root)
{
    /// <summary>Where the API begins.</summary>
    public const string ApiPath = "api/v1";

    /// <summary>The address of the desk, with a slash at its end.</summary>
    public string Root { get; } = root;

    /// <summary>As the request addressed the desk.</summary>
    public static DeskLinks Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new DeskLinks($"{request.Scheme}://{request.Host}{request.PathBase}/");
    }

    /// <summary>A claim, opened on its page.</summary>
    public string Claim(int id) => Root + string.Create(CultureInfo.InvariantCulture, $"claims?claim={id}");

    /// <summary>An article on its page, at a claim where one is given.</summary>
    public string Article(int id, int? claim = null) =>
        Root + string.Create(CultureInfo.InvariantCulture, $"articles/{id}") + (claim is { } c ? string.Create(CultureInfo.InvariantCulture, $"#claim-{c}") : "");

    /// <summary>A source on its page.</summary>
    public string Source(int id) => Root + string.Create(CultureInfo.InvariantCulture, $"sources/{id}");

    /// <summary>An actor on its page.</summary>
    public string Actor(int id) => Root + string.Create(CultureInfo.InvariantCulture, $"actors/{id}");

    /// <summary>The page of the claims that a filter means.</summary>
    public string Claims(ClaimFilter filter) => Root + "claims" + Query(filter.ToQuery());

    /// <summary>A list of the API.</summary>
    public string Api(string resource, string query) => Root + ApiPath + "/" + resource + Query(query);

    private static string Query(string query) => query.Length > 0 ? "?" + query : "";
}
