using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimsDesk.Extraction.Encoder;

/// <summary>What <c>labels.json</c> says of the model beside it: its labels in the order of the scores, its size, and how its scores are best read.</summary>
internal sealed record ModelLabels
{
    [JsonPropertyName("cue")] public required string[] Cue { get; init; }
    [JsonPropertyName("role")] public required string[] Role { get; init; }
    [JsonPropertyName("upos")] public required string[] Tag { get; init; }
    [JsonPropertyName("deprel")] public required string[] Relation { get; init; }
    [JsonPropertyName("name")] public required string[] Name { get; init; }

    /// <summary>Most pieces the encoder reads at once, the opening and closing marks included.</summary>
    [JsonPropertyName("window")] public required int Window { get; init; }

    /// <summary>Width of a piece's hidden state.</summary>
    [JsonPropertyName("hidden")] public required int Hidden { get; init; }

    [JsonPropertyName("reading")] public required ReadingSettings Reading { get; init; }

    public static ModelLabels Load(string path)
    {
        try
        {
            var labels = JsonSerializer.Deserialize<ModelLabels>(File.ReadAllBytes(path))
                ?? throw new JsonException("it holds null");
            labels.Check();
            return labels;
        }
        catch (JsonException e)
        {
            throw new ModelFileException($"{path} does not describe a language model ({e.Message.TrimEnd('.')}); put back the labels.json that came with the model.", e);
        }
    }

    private void Check()
    {
        if (!Cue.SequenceEqual(["O", "B", "I"])) throw new JsonException("its \"cue\" labels are not O, B, I");
        if (!Role.SequenceEqual(["other", "source", "content"])) throw new JsonException("its \"role\" labels are not other, source, content");
        if (Tag.Length == 0 || Relation.Length == 0 || Name.Length == 0) throw new JsonException("\"upos\", \"deprel\" or \"name\" is empty");
        if (Hidden < 1) throw new JsonException("\"hidden\" is not positive");
        if (Window < 16) throw new JsonException("\"window\" is under 16");
        if (Reading.Overlap < 0 || Reading.Overlap > (Window - 2) / 2) throw new JsonException("\"overlap\" is negative or more than half a window");
    }
}

/// <summary>How the scores are best read: measured for this model, so kept beside it.</summary>
internal sealed record ReadingSettings
{
    /// <summary>Pieces that two neighbouring windows share.</summary>
    [JsonPropertyName("overlap")] public required int Overlap { get; init; }

    /// <summary>A word may belong to a cue when 1 − P(O) is above this.</summary>
    [JsonPropertyName("cue_threshold")] public required double CueThreshold { get; init; }

    /// <summary>The same for cues inside a content that is read by itself.</summary>
    [JsonPropertyName("nested_cue_threshold")] public double NestedCueThreshold { get; init; } = 0.85;

    /// <summary>Cost, in nats, of entering or leaving content.</summary>
    [JsonPropertyName("content_cost")] public required double ContentCost { get; init; }

    /// <summary>The same where the content borders the source.</summary>
    [JsonPropertyName("content_beside_source_cost")] public required double ContentBesideSourceCost { get; init; }

    /// <summary>Cost of entering or leaving a source.</summary>
    [JsonPropertyName("source_cost")] public double SourceCost { get; init; }

    /// <summary>How much entering or leaving content costs less at a quotation mark, a sentence end, beside the cue, or before "that".</summary>
    [JsonPropertyName("mark_discount")] public double MarkDiscount { get; init; }

    /// <summary>Where no source was read, the likeliest words become it when their P(source) is above this.</summary>
    [JsonPropertyName("source_above")] public double SourceAbove { get; init; } = 1;

    /// <summary>Words beside a content join it when their P(content) is above this.</summary>
    [JsonPropertyName("join_content_above")] public required double JoinContentAbove { get; init; }
}
