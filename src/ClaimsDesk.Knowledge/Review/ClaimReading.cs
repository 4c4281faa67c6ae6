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

    /// <summary>What differs between a stored claim and a reading of it; empty for nothing.</summary>
    /// <param name="stored">The claim, with its hops and their sources.</param>
    /// <param name="read">The reading.</param>
    /// <param name="text">The text that both have their spans in.</param>
    public static IReadOnlyList<ChangedPart> Differences(Claim stored, ExtractedClaim read, string text)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(text);
        var told = stored.Hops.OrderBy(h => h.Position).ThenBy(h => h.Joint).Where(h => h.Joint == 0).Select(h => h.Source.Name);
        var differences = new List<ChangedPart>();
        void Compare<T>(string what, T was, T now, Func<T, string> words)
        {
            if (!Equals(was, now)) differences.Add(new ChangedPart(what, words(was), words(now)));
        }
        void CompareSpans(string what, IReadOnlyList<TextSpan> was, IReadOnlyList<TextSpan> now)
        {
            if (!was.SequenceEqual(now)) differences.Add(new ChangedPart(what, Words(was, text), Words(now, text)));
        }
        CompareSpans("content", stored.ContentSpans, read.Content);
        CompareSpans("cue", stored.CueSpans, read.Cue);
        CompareSpans("source words", stored.SourceSpans, read.Source);
        Compare("kind of source", stored.SourceKind, read.SourceKind, Lower);
        var (tellers, readTellers) = (told.Skip(1).ToList(), read.Chain.Skip(1).Select(h => h.Name).ToList());
        if (!tellers.Select(Sources.NameKey.Of).SequenceEqual(readTellers.Select(Sources.NameKey.Of)))
            differences.Add(new ChangedPart("tellers", string.Join(" › ", tellers), string.Join(" › ", readTellers)));
        Compare("affiliation", stored.Affiliation, read.Affiliation, affiliation => affiliation ?? "");
        Compare("act", stored.Act, read.Act, Lower);
        Compare("quotation", stored.Quote, read.Quote, Lower);
        Compare("negation", stored.Negated, read.Negated, yes => yes ? "negated" : "not negated");
        Compare("hedging", stored.Hedged, read.Hedged, yes => yes ? "hedged" : "not hedged");
        Compare("day it was said", stored.SaidOn, read.SaidOn, day => day?.ToString() ?? "");
        Compare("day of the event", stored.EventDate, read.EventDate, day => day?.ToString() ?? "");
        return differences;
    }

    /// <summary>The words of spans in a text, on one line.</summary>
    public static string Words(IEnumerable<TextSpan> spans, string text) =>
        string.Join(" … ", spans.Select(span => string.Join(' ', text[span.Start..span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>How much two claims' contents cover each other, from 0 to 1.</summary>
    public static double Overlap(IReadOnlyList<TextSpan> one, IReadOnlyList<TextSpan> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var shared = one.Sum(a => other.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        var all = one.Sum(s => s.Length) + other.Sum(s => s.Length) - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

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

/// <summary>One thing that a newer extraction reads otherwise.</summary>
/// <param name="What">What it is: "act", "tellers".</param>
/// <param name="Was">As stored, in words; blank for nothing.</param>
/// <param name="Now">As read now; blank for nothing.</param>
public sealed record ChangedPart(string What, string Was, string Now);
