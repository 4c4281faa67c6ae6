using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace ClaimsDesk.Web.Api;

/// <summary>How the API and the exports write JSON: names as <c>said_on</c>, fixed values as a filter takes them (<c>no-comment</c>).</summary>
public static class ApiJson
{
    /// <summary>
    /// The options, closed: many requests write by them at once. The resolver is named because JSON nodes, unlike the serializer, do not bring one.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Closed();

    private static JsonSerializerOptions Closed()
    {
        var options = Set(new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Makes other options the same.</summary>
    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        // Names stay readable; signs that mean something in HTML are written as escapes all the same.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        return options;
    }
}
