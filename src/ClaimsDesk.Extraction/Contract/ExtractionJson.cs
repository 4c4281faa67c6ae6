using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClaimsDesk.Extraction.Attributions;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Contract;

/// <summary>
/// Writes what was extracted as the command line prints it: one JSON object on one line. Offsets are Unicode code points of the
/// text, end exclusive. Keys and their words are fixed, since other programs read them.
/// </summary>
public static class ExtractionJson
{
    // The output is a file or a terminal, never a web page: names stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line for one text.</summary>
    /// <param name="file">The file's name, without its folder.</param>
    /// <param name="document">What was read from it.</param>
    /// <param name="isRendered">Whether the text is no file but was made from one, a page or a document: then it is printed too, for the offsets point into it.</param>
    public static string Document(string file, ExtractedDocument document, bool isRendered = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Write(json =>
        {
            json.WriteString("file", file);
            json.WriteNumber("text_length", document.Text.LengthInCodePoints);
            if (isRendered) json.WriteString("text", document.Text.Value);
            json.WriteStartArray("articles");
            foreach (var article in document.Articles) WriteArticle(json, document.Text, article);
            json.WriteEndArray();
        });
    }

    /// <summary>The line for the outermost attributions of one text.</summary>
    /// <param name="name">The document's name: the file's, without its ending.</param>
    /// <param name="text">The text.</param>
    /// <param name="attributions">Its outermost attributions.</param>
    public static string Attributions(string name, SourceText text, IEnumerable<Attribution> attributions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(attributions);
        return Write(json =>
        {
            json.WriteString("doc", name);
            json.WriteStartArray("attributions");
            foreach (var attribution in attributions)
            {
                json.WriteStartObject();
                WriteSpans(json, "source", text, attribution.Source);
                WriteSpans(json, "cue", text, attribution.Cue);
                WriteSpans(json, "content", text, attribution.Content);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteArticle(Utf8JsonWriter json, SourceText text, ExtractedArticle article)
    {
        json.WriteStartObject();
        json.WriteString("title", article.Title);
        json.WriteString("publisher", article.Publisher);
        json.WriteString("published", Day(article.Published));
        json.WriteString("updated", Day(article.Updated));
        json.WriteString("dateline_place", article.DatelinePlace);
        WriteStrings(json, "agencies", article.Agencies);
        json.WriteString("translated_by", article.TranslatedBy);
        WriteSpan(json, "segment", text, article.Segment);
        WriteSpan(json, "body", text, article.Body);
        WriteSpanObjects(json, "disclaimers", text, article.Disclaimers);
        WriteSpanObjects(json, "furniture", text, article.Furniture);
        json.WriteStartArray("claims");
        foreach (var claim in article.Claims) WriteClaim(json, text, claim);
        json.WriteEndArray();
        json.WriteStartArray("actors");
        foreach (var actor in article.Actors) WriteActor(json, actor);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, SourceText text, ExtractedClaim claim)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        WriteSpans(json, "content", text, claim.Content);
        WriteSpans(json, "cue", text, claim.Cue);
        WriteSpans(json, "source", text, claim.Source);
        WriteStrings(json, "source_names", claim.SourceNames);
        json.WriteString("source_kind", ContractWords.Of(claim.SourceKind));
        json.WriteBoolean("anonymous", claim.SourceKind == SourceKind.Anonymous);
        if (claim.SourceCount is { } count) json.WriteNumber("source_count", count);
        else json.WriteNull("source_count");
        json.WriteString("affiliation", claim.Affiliation);
        WriteStrings(json, "chain", claim.ChainNames);
        json.WriteString("parent", claim.Parent);
        json.WriteString("quote", ContractWords.Of(claim.Quote));
        json.WriteString("act", ContractWords.Of(claim.Act));
        json.WriteBoolean("negated", claim.Negated);
        json.WriteBoolean("hedged", claim.Hedged);
        WriteStrings(json, "actors", claim.Actors);
        WriteStrings(json, "places", claim.Places);
        json.WriteString("said_on", claim.SaidOn?.ToString());
        json.WriteString("event_date", claim.EventDate?.ToString());
        WriteSpans(json, "said_words", text, claim.SaidWords is { } said ? [said] : []);
        WriteSpans(json, "event_words", text, claim.EventWords is { } happened ? [happened] : []);
        json.WriteString("found_by", claim.FoundBy);
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, ExtractedActor actor)
    {
        json.WriteStartObject();
        WriteStrings(json, "names", actor.Names);
        json.WriteString("kind", ContractWords.Of(actor.Kind));
        WriteStrings(json, "roles", actor.Roles);
        json.WriteEndObject();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteStrings(Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteSpans(Utf8JsonWriter json, string key, SourceText text, IEnumerable<TextSpan> spans)
    {
        json.WriteStartArray(key);
        foreach (var span in spans) WriteSpanValue(json, text, span);
        json.WriteEndArray();
    }

    private static void WriteSpanObjects(Utf8JsonWriter json, string key, SourceText text, IEnumerable<TextSpan> spans)
    {
        json.WriteStartArray(key);
        foreach (var span in spans)
        {
            json.WriteStartObject();
            WriteSpan(json, "span", text, span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, string key, SourceText text, TextSpan span)
    {
        json.WritePropertyName(key);
        WriteSpanValue(json, text, span);
    }

    private static void WriteSpanValue(Utf8JsonWriter json, SourceText text, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(text.ToCodePoints(span.Start));
        json.WriteNumberValue(text.ToCodePoints(span.End));
        json.WriteEndArray();
    }
}
