using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClaimsDesk.Knowledge.Import.Formats.Tables;

/// <summary>JSON: one object, an array of objects, an object that holds such an array, or an object a line.</summary>
internal static class JsonTable
{
    private const int LongestWhole = 128 * 1024 * 1024;
    private const int MostLevels = 3;

    /// <summary>Whether the file is JSON, by its name or its first character.</summary>
    public static bool Is(Incoming incoming) => incoming.Extension is ".json" or ".jsonl" or ".ndjson" or ".jsonlines"
        || (incoming.Extension is not (".txt" or ".md" or ".text") && incoming.Start.AsSpan().TrimStart(" \t\r\n\u00EF\u00BB\u00BF"u8) is [(byte)'{', (byte)'"', ..]);

    /// <summary>The objects, each with what is wrong with it where something is.</summary>
    public static IEnumerable<FoundRow> Rows(Incoming incoming) =>
        IsLines(incoming) ? OfLines(incoming.Stream) : incoming.Stream.Length > LongestWhole
            ? [FoundRow.Bad(1, $"The file is longer than {LongestWhole / 1024 / 1024} MB. Save it as JSON Lines, one object a line, and import that.")]
            : OfWhole(incoming);

    // One object a line, or a whole file on one line, which reads the same.
    private static bool IsLines(Incoming incoming)
    {
        if (incoming.Extension is ".jsonl" or ".ndjson" or ".jsonlines") return true;
        var start = incoming.Start.AsSpan().TrimStart(" \t\r\n\u00EF\u00BB\u00BF"u8);
        var end = start.IndexOf((byte)'\n');
        return end > 0 && start[0] == '{' && start[..end].TrimEnd("\r "u8)[^1] == '}' && start[(end + 1)..].TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
    }

    private static IEnumerable<FoundRow> OfLines(Stream stream)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            yield return OfLine(text, line);
        }
    }

    private static FoundRow OfLine(string text, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? FoundRow.Good(RowOf(document.RootElement, FoundRow.LinePlace(line), Encoding.UTF8.GetBytes(text)))
                : FoundRow.Bad(line, $"Line {line} holds no object of JSON. Each line is to hold one article, in braces.");
        }
        catch (JsonException e)
        {
            return FoundRow.Bad(line, Broken(e, line));
        }
    }

    private static IEnumerable<FoundRow> OfWhole(Incoming incoming)
    {
        JsonDocument document;
        string? problem = null;
        incoming.Stream.Position = 0;
        try
        {
            document = JsonDocument.Parse(incoming.Stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            (document, problem) = (null!, Broken(e, 1));
        }
        if (problem is not null) return [FoundRow.Bad(1, problem)];
        return Objects(document.RootElement, 0).Select((element, i) => FoundRow.Good(RowOf(element, string.Create(CultureInfo.InvariantCulture, $"entry {i + 1}"), Encoding.UTF8.GetBytes(element.GetRawText()))));
    }

    // [{…}, {…}], {"articles": [{…}]}, {"response": {"docs": [{…}]}}, or one article.
    private static IEnumerable<JsonElement> Objects(JsonElement root, int level)
    {
        if (root.ValueKind is JsonValueKind.Array) return root.EnumerateArray().Where(element => element.ValueKind is JsonValueKind.Object);
        if (root.ValueKind is not JsonValueKind.Object) return [];
        if (Ninjs.Is(root) || level == MostLevels) return [root];
        foreach (var property in root.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Array && p.Value.GetArrayLength() > 0 && p.Value[0].ValueKind is JsonValueKind.Object))
        {
            if (!root.EnumerateObject().Any(p => p.Value.ValueKind is JsonValueKind.String && p.Value.GetString()!.Length > 200)) return Objects(property.Value, level + 1);
        }
        var inner = root.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Object && p.Name is "response" or "data" or "result" or "results" or "feed").Take(1).ToList();
        return inner.Count == 1 ? Objects(inner[0].Value, level + 1) : [root];
    }

    private static TableRow RowOf(JsonElement element, string place, byte[] raw)
    {
        if (Ninjs.Is(element)) return new TableRow(place, raw, Ninjs.ValuesOf(element));
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object)
            {
                foreach (var inner in property.Value.EnumerateObject()) values.TryAdd($"{property.Name}.{inner.Name}", TextOf(inner.Value));
            }
            else values.TryAdd(property.Name, TextOf(property.Value));
        }
        return new TableRow(place, raw, values);
    }

    /// <summary>A value as text; of a list its texts, one after the other.</summary>
    internal static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join(value.EnumerateArray().Any(v => v.ValueKind is JsonValueKind.String && v.GetString()!.Length > 80) ? "\n\n" : ", ",
            value.EnumerateArray().Select(v => v.ValueKind is JsonValueKind.Object && v.TryGetProperty("name", out var name) ? name : v).Where(v => v.ValueKind is JsonValueKind.String).Select(v => v.GetString())),
        _ => "",
    };

    private static string Broken(JsonException problem, int line)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"Line {line + (problem.LineNumber ?? 0)}, byte {(problem.BytePositionInLine ?? 0) + 1}");
        return problem.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
            ? $"{place} lies deeper than the 64 levels of JSON that are read. Save the articles as a flat list, and import that."
            : $"{place} is not JSON. Mend it or save it again, and import that.";
    }
}
