using System.Text.Json.Serialization;

namespace ClaimsDesk.Extraction.Encoder;

/// <summary>How the scores are best read: measured for this model, so kept beside it.</summary>
internal sealed record ReadingSettings
{
    /// <summary>Pieces that two neighbouring windows share.</summary>
    [JsonPropertyName("overlap")] public required int Overlap { get; init; }

    /// <summary>A cue has a word whose 1 − P(O) is above this.</summary>
    [JsonPropertyName("cue_threshold")] public required double CueThreshold { get; init; }

    /// <summary>The words around it belong to it when theirs is above this.</summary>
    [JsonPropertyName("cue_word_threshold")] public required double CueWordThreshold { get; init; }

    /// <summary>The same for cues inside a content that is read by itself.</summary>
    [JsonPropertyName("nested_cue_threshold")] public required double NestedCueThreshold { get; init; }

    /// <summary>The same as <see cref="KeepAbove"/> for attributions found there.</summary>
    [JsonPropertyName("nested_keep_above")] public required double NestedKeepAbove { get; init; }

    /// <summary>The bar for cues of shy readings, which count only where grammar bears them out; without it there are none.</summary>
    [JsonPropertyName("shy_cue_threshold")] public double? ShyCueThreshold { get; init; }

    /// <summary>The same as <see cref="KeepAbove"/> for shy readings.</summary>
    [JsonPropertyName("shy_keep_above")] public double? ShyKeepAbove { get; init; }

    /// <summary>By how much, in nats, a reading without a source must be better than any with one.</summary>
    [JsonPropertyName("without_source")] public required double WithoutSource { get; init; }

    /// <summary>How certainty follows from the scores.</summary>
    [JsonPropertyName("certainty")] public required CertaintyWeights Certainty { get; init; }

    /// <summary>Attributions less certain than this are left out.</summary>
    [JsonPropertyName("keep_above")] public required double KeepAbove { get; init; }

    /// <summary>What share is right, by certainty: points with straight lines between them, from certainty 0 to certainty 1.</summary>
    [JsonPropertyName("calibration")] public required double[][] Calibration { get; init; }

    /// <summary>The share of attributions that are right among those of some certainty.</summary>
    public double Calibrated(double certainty)
    {
        var to = Array.FindIndex(Calibration, point => point[0] >= certainty);
        if (to <= 0) return to < 0 ? Calibration[^1][1] : Calibration[0][1];
        double[] low = Calibration[to - 1], high = Calibration[to];
        return low[1] + (high[1] - low[1]) * (certainty - low[0]) / (high[0] - low[0]);
    }

    /// <summary>Whether the points of the calibration rise, and are points.</summary>
    public bool IsCalibrated =>
        Calibration.Length > 1 && Calibration.All(point => point.Length == 2 && point.All(x => x is >= 0 and <= 1))
        && Calibration.Zip(Calibration.Skip(1)).All(pair => pair.First[0] < pair.Second[0] && pair.First[1] <= pair.Second[1]);

    /// <summary>The lower bars.</summary>
    public ReadingSettings ForShy() => this with { CueThreshold = ShyCueThreshold ?? CueThreshold, KeepAbove = ShyKeepAbove ?? KeepAbove };

    /// <summary>The settings for reading a content by itself.</summary>
    public ReadingSettings ForNested() => this with { CueThreshold = NestedCueThreshold, KeepAbove = NestedKeepAbove };
}

/// <summary>Weights of the logistic regression that says how likely an attribution is right as read.</summary>
internal sealed record CertaintyWeights
{
    [JsonPropertyName("bias")] public required double Bias { get; init; }

    /// <summary>Times the logarithm of one minus the cue's likelihood: the net is very sure of most cues, and the little that is left tells.</summary>
    [JsonPropertyName("cue_doubt")] public required double CueDoubt { get; init; }

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
