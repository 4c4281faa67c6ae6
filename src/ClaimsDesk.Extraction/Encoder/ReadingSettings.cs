using System.Text.Json.Serialization;

namespace ClaimsDesk.Extraction.Encoder;

/// <summary>How the scores are best read: measured for this model, so kept beside it.</summary>
internal sealed record ReadingSettings
{
    /// <summary>Pieces that two neighbouring windows share.</summary>
    [JsonPropertyName("overlap")] public required int Overlap { get; init; }

    /// <summary>A word may belong to a cue when 1 − P(O) is above this.</summary>
    [JsonPropertyName("cue_threshold")] public required double CueThreshold { get; init; }

    /// <summary>The same for cues inside a content that is read by itself.</summary>
    [JsonPropertyName("nested_cue_threshold")] public required double NestedCueThreshold { get; init; }

    /// <summary>The same as <see cref="KeepAbove"/> for attributions found there.</summary>
    [JsonPropertyName("nested_keep_above")] public required double NestedKeepAbove { get; init; }

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

    /// <summary>How certainty follows from the scores.</summary>
    [JsonPropertyName("certainty")] public required CertaintyWeights Certainty { get; init; }

    /// <summary>Attributions less certain than this are left out.</summary>
    [JsonPropertyName("keep_above")] public required double KeepAbove { get; init; }

    /// <summary>The settings for reading a content by itself.</summary>
    public ReadingSettings ForNested() => this with { CueThreshold = NestedCueThreshold, KeepAbove = NestedKeepAbove };
}

/// <summary>Weights of the logistic regression that says how likely an attribution is right as read.</summary>
internal sealed record CertaintyWeights
{
    [JsonPropertyName("bias")] public required double Bias { get; init; }

    /// <summary>Times the cue's likelihood.</summary>
    [JsonPropertyName("cue")] public required double Cue { get; init; }

    /// <summary>Times the mean likelihood of the source's words.</summary>
    [JsonPropertyName("source")] public required double Source { get; init; }

    /// <summary>Added where there is no source.</summary>
    [JsonPropertyName("no_source")] public required double NoSource { get; init; }

    /// <summary>Times the mean likelihood of the content's words.</summary>
    [JsonPropertyName("content")] public required double Content { get; init; }

    /// <summary>Times the content's length, 1 for ten words and more.</summary>
    [JsonPropertyName("length")] public required double Length { get; init; }

    /// <summary>Added where a part of the content stands in quotation marks.</summary>
    [JsonPropertyName("quoted")] public required double Quoted { get; init; }
}
