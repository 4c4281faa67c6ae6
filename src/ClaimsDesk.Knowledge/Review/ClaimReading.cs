using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Claims;

namespace ClaimsDesk.Knowledge.Review;

/// <summary>A claim as an extraction reads it, to be kept until somebody decides, and compared with what is stored.</summary>
public static class ClaimReading
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter(), new DateText(), new SpanText() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>As JSON.</summary>
    public static string Write(ExtractedClaim claim) => JsonSerializer.Serialize(claim, Json);

    /// <summary>From JSON.</summary>
    public static ExtractedClaim Read(string json) => JsonSerializer.Deserialize<ExtractedClaim>(json, Json)!;

    /// <summary>Where a claim stands: by its content's and its cue's spans it is known again, whatever else is read of it.</summary>
    public static string KeyOf(IReadOnlyList<TextSpan> content, IReadOnlyList<TextSpan> cue) => $"{Spans(content)} < {Spans(cue)}";

    /// <summary>What differs between a stored claim and a reading of it, in words: "act, hedged"; empty for nothing.</summary>
    public static IReadOnlyList<string> Differences(Claim stored, ExtractedClaim read)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(read);
        var told = stored.Hops.OrderBy(h => h.Position).ThenBy(h => h.Joint).Where(h => h.Joint == 0).Select(h => Sources.NameKey.Of(h.Source.Name));
        var differences = new List<string>();
        void Compare<T>(string what, T was, T now)
        {
            if (!Equals(was, now)) differences.Add(what);
        }
        Compare("content", Spans(stored.ContentSpans), Spans(read.Content));
        Compare("cue", Spans(stored.CueSpans), Spans(read.Cue));
        Compare("source words", Spans(stored.SourceSpans), Spans(read.Source));
        Compare("kind of source", stored.SourceKind, read.SourceKind);
        Compare("tellers", string.Join(" › ", told.Skip(1)), string.Join(" › ", read.Chain.Skip(1).Select(h => Sources.NameKey.Of(h.Name))));
        Compare("affiliation", stored.Affiliation, read.Affiliation);
        Compare("act", stored.Act, read.Act);
        Compare("quotation", stored.Quote, read.Quote);
        Compare("negation", stored.Negated, read.Negated);
        Compare("hedging", stored.Hedged, read.Hedged);
        Compare("day it was said", stored.SaidOn, read.SaidOn);
        Compare("day of the event", stored.EventDate, read.EventDate);
        return differences;
    }

    /// <summary>How much two claims' contents cover each other, from 0 to 1.</summary>
    public static double Overlap(IReadOnlyList<TextSpan> one, IReadOnlyList<TextSpan> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var shared = one.Sum(a => other.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        var all = one.Sum(s => s.Length) + other.Sum(s => s.Length) - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    private static string Spans(IEnumerable<TextSpan> spans) => string.Join(' ', spans.Select(s => $"{s.Start}-{s.End}"));

    private sealed class DateText : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class SpanText : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var ends = reader.GetString()!.Split('-');
            return new TextSpan(int.Parse(ends[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(ends[1], System.Globalization.CultureInfo.InvariantCulture));
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options) => writer.WriteStringValue($"{value.Start}-{value.End}");
    }
}
