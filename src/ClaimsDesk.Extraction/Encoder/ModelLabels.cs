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

    /// <summary>Number of pieces in the vocabulary, where the file says it.</summary>
    [JsonPropertyName("vocabulary")] public int? Vocabulary { get; init; }

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
        if (!Reading.IsCalibrated) throw new JsonException("\"calibration\" is no rising line of points between 0 and 1");
    }
}
