using System.Text.Json;

namespace ClaimsDesk.Knowledge.Import.Formats.Tables;

/// <summary>ninjs, the JSON of the International Press Telecommunications Council, in its versions 1 and 2.</summary>
internal static class Ninjs
{
    private static readonly string[] Bodies = ["body_text", "body_xhtml", "body_html"];

    /// <summary>The columns that its fields become.</summary>
    public static ColumnMapping Mapping { get; } = new("text") { Title = "title", Date = "date", Outlet = "outlet", Url = "url", Language = "language", Byline = "byline" };

    /// <summary>Whether an object is one.</summary>
    public static bool Is(JsonElement element) => element.ValueKind is JsonValueKind.Object && element.TryGetProperty("uri", out _)
        && (Bodies.Any(name => element.TryGetProperty(name, out _)) || IsList(element, "bodies"));

    /// <summary>Its values under the names of <see cref="Mapping"/>.</summary>
    public static IReadOnlyDictionary<string, string> ValuesOf(JsonElement element) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ninjs"] = "",
        ["title"] = First(element, "headline", "title") ?? FromList(element, "headlines") ?? "",
        ["text"] = First(element, Bodies) ?? FromList(element, "bodies") ?? "",
        ["date"] = First(element, "firstcreated", "versioncreated", "contentcreated", "firstCreated", "versionCreated", "contentCreated") ?? "",
        ["outlet"] = First(element, "copyrightholder", "copyrightHolder") ?? Named(element, "provider") ?? "",
        ["url"] = First(element, "altlocator", "url") ?? First(element, "uri") ?? "",
        ["language"] = First(element, "language") ?? "",
        ["byline"] = First(element, "byline", "by") ?? Named(element, "byline") ?? "",
    };

    private static bool IsList(JsonElement element, string name) => element.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array;

    private static string? First(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text) return text;
        }
        return null;
    }

    // The main one of several headlines or bodies, else the first.
    private static string? FromList(JsonElement element, string name)
    {
        if (!IsList(element, name)) return null;
        var values = element.GetProperty(name).EnumerateArray().Where(v => v.ValueKind is JsonValueKind.Object && First(v, "value") is not null).ToList();
        return values.Count == 0 ? null : First(values.Find(v => First(v, "role") is "main" or "headline") is { ValueKind: JsonValueKind.Object } main ? main : values[0], "value");
    }

    private static string? Named(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object ? First(value, "name") : null;
}
