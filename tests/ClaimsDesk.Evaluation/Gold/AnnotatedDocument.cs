using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimsDesk.Evaluation.Gold;

/// <summary>A text with its articles and claims, in the shape that <c>claimsdesk extract</c> prints and annotators write. Offsets are code points.</summary>
/// <param name="File">Name of the text's file.</param>
/// <param name="Articles">Its articles.</param>
public sealed record AnnotatedDocument(string File, IReadOnlyList<AnnotatedArticle> Articles)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true };

    /// <summary>Reads one document.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static AnnotatedDocument Parse(string json) => JsonSerializer.Deserialize<AnnotatedDocument>(json, Options)!;

    /// <summary>Every document of a folder, by name.</summary>
    public static IReadOnlyList<AnnotatedDocument> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => Parse(System.IO.File.ReadAllText(path)))];
}

/// <summary>An article.</summary>
public sealed record AnnotatedArticle
{
    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet, where the text names it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Day of publication, as yyyy-MM-dd.</summary>
    public string? Published { get; init; }

    /// <summary>Day of the last update.</summary>
    public string? Updated { get; init; }

    /// <summary>Everything that belongs to it: start and end.</summary>
    public int[]? Segment { get; init; }

    /// <summary>The running text: start and end.</summary>
    public int[]? Body { get; init; }

    /// <summary>The publisher's disclaimers.</summary>
    public IReadOnlyList<AnnotatedSpan> Disclaimers { get; init; } = [];

    /// <summary>What is on the page but not the article.</summary>
    public IReadOnlyList<AnnotatedSpan> Furniture { get; init; } = [];

    /// <summary>The attributed claims.</summary>
    public IReadOnlyList<AnnotatedClaim> Claims { get; init; } = [];
}

/// <summary>A stretch of the text.</summary>
/// <param name="Span">Start and end.</param>
/// <param name="Optional">Neither required nor penalised.</param>
public sealed record AnnotatedSpan(int[] Span, bool Optional = false);

/// <summary>An attributed claim.</summary>
public sealed record AnnotatedClaim
{
    /// <summary>Its name in the document.</summary>
    public required string Id { get; init; }

    /// <summary>What is claimed: starts and ends.</summary>
    public required int[][] Content { get; init; }

    /// <summary>The words that signal it.</summary>
    public int[][] Cue { get; init; } = [];

    /// <summary>Who tells, as printed.</summary>
    public int[][] Source { get; init; } = [];

    /// <summary>Resolved names; of an annotation all that are accepted.</summary>
    public IReadOnlyList<string> SourceNames { get; init; } = [];

    /// <summary>What sort of thing the source is.</summary>
    public string SourceKind { get; init; } = "";

    /// <summary>Whether the source is an unnamed informant.</summary>
    public bool Anonymous { get; init; }

    /// <summary>How many they are.</summary>
    public int? SourceCount { get; init; }

    /// <summary>What the source belongs to.</summary>
    public string? Affiliation { get; init; }

    /// <summary>The tellers, outermost first.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>The claim in whose content this one lies.</summary>
    public string? Parent { get; init; }

    /// <summary>direct, indirect or mixed.</summary>
    public string Quote { get; init; } = "";

    /// <summary>assertion, denial …</summary>
    public string Act { get; init; } = "";

    /// <summary>The source denies or withholds the content, or it is negative.</summary>
    public bool Negated { get; init; }

    /// <summary>A weakener stands on the main predication.</summary>
    public bool Hedged { get; init; }

    /// <summary>Who acts in the content; each with all accepted names, or with one.</summary>
    [JsonConverter(typeof(NameLists))]
    public IReadOnlyList<IReadOnlyList<string>> Actors { get; init; } = [];

    /// <summary>Actors that never count.</summary>
    [JsonConverter(typeof(NameLists))]
    public IReadOnlyList<IReadOnlyList<string>> ActorsOptional { get; init; } = [];

    /// <summary>When it was said.</summary>
    public string? SaidOn { get; init; }

    /// <summary>When what is claimed happens.</summary>
    public string? EventDate { get; init; }

    /// <summary>Neither required nor penalised.</summary>
    public bool Optional { get; init; }
}

/// <summary>Reads a list of names, or of lists of names, as a list of lists.</summary>
public sealed class NameLists : JsonConverter<IReadOnlyList<IReadOnlyList<string>>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<IReadOnlyList<string>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return [.. json.RootElement.EnumerateArray().Select(IReadOnlyList<string> (e) =>
            e.ValueKind == JsonValueKind.String ? [e.GetString()!] : [.. e.EnumerateArray().Select(n => n.GetString()!)])];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<IReadOnlyList<string>> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Select(names => names.ToArray()).ToArray(), options);
}
