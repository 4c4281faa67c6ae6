using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>What a page says of its article in JSON-LD, the vocabulary of schema.org.</summary>
internal sealed class JsonLd
{
    private const int MostNodes = 2000;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private readonly JsonElement? _article;

    private JsonLd(JsonElement? article) => _article = article;

    /// <summary>Reads the first description of an article; what cannot be read is as if it were not there.</summary>
    public static JsonLd In(IHtmlDocument page)
    {
        var nodes = page.GetElementsByTagName("script")
            .Where(script => script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) ?? false)
            .SelectMany(script => Nodes(script.TextContent)).Take(MostNodes).ToList();
        var articles = nodes.Where(IsArticle).ToList();
        return new JsonLd(articles.Concat(nodes.Where(node => Text(node, "datePublished") is not null)).Cast<JsonElement?>().FirstOrDefault());
    }

    /// <summary>The headline.</summary>
    public string? Headline => Of("headline") ?? Of("name");

    /// <summary>The day of publication, as written.</summary>
    public string? Published => Of("datePublished");

    /// <summary>The day of the last change, as written.</summary>
    public string? Modified => Of("dateModified");

    /// <summary>The language.</summary>
    public string? Language => Of("inLanguage");

    /// <summary>The address.</summary>
    public string? Url => Of("url") ?? Of("mainEntityOfPage");

    /// <summary>Who wrote it, by name.</summary>
    public IReadOnlyList<string> Authors => Names("author");

    /// <summary>Who published it.</summary>
    public string? Publisher => Names("publisher") is [var name, ..] ? name : null;

    /// <summary>Everybody who is credited otherwise.</summary>
    public IReadOnlyList<string> Credits => [.. Names("sourceOrganization"), .. Names("creditText"), .. Names("provider")];

    private string? Of(string property) => _article is { } article ? Text(article, property) : null;

    private IReadOnlyList<string> Names(string property) =>
        _article is { } article && article.TryGetProperty(property, out var value) ? [.. NamesIn(value).Distinct()] : [];

    private static IEnumerable<string> NamesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(Written(value)) is { } name ? [name] : [],
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => NamesIn(name),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(NamesIn),
        _ => [],
    };

    private static string? Text(JsonElement node, string property) => !node.TryGetProperty(property, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => Clean(Written(value)),
        JsonValueKind.Object when value.TryGetProperty("@id", out var id) && id.ValueKind is JsonValueKind.String => Clean(Written(id)),
        JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind is JsonValueKind.String => Clean(Written(value[0])),
        _ => null,
    };

    /// <summary>A string's words; null where half of a character stands in it, as programs leave it that shorten headlines: <c>"…\ud83d"</c>.</summary>
    private static string? Written(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Clean(string? words) => PageWords.Clean(PageWords.Decoded(words));

    private static bool IsArticle(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type)) return false;
        var types = type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().ToList() : [type];
        return types.Exists(t => t.ValueKind is JsonValueKind.String && Written(t) is { } name
            && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal) || name is "Report" or "Review"));
    }

    private static IEnumerable<JsonElement> Nodes(string script)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(WithoutControls(script)), Lenient);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return [];
        }
        return Objects(root);
    }

    // The parser's own limit of 64 levels keeps this shallow.
    private static IEnumerable<JsonElement> Objects(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Array) return element.EnumerateArray().SelectMany(Objects);
        if (element.ValueKind is not JsonValueKind.Object) return [];
        var below = element.TryGetProperty("@graph", out var graph) ? Objects(graph) : [];
        return below.Prepend(element);
    }

    // Line ends inside strings are a common fault.
    private static string WithoutControls(string script) =>
        new StringBuilder(script.Trim().TrimEnd(';')).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').ToString();
}
