using System.Security.Cryptography;
using System.Text;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Copies;
using ClaimsDesk.Knowledge.Import.Formats;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>A text that was read but not yet stored: what is in it, or why there is nothing.</summary>
internal sealed record ReadItem
{
    /// <summary>The file it came in.</summary>
    public required IncomingFile File { get; init; }

    /// <summary>The text and its bytes.</summary>
    public required FoundItem Found { get; init; }

    /// <summary>Whether it is the last one of its file.</summary>
    public bool EndsFile { get; init; }

    /// <summary>Why nothing of it can be stored; <see cref="ImportOutcome.Imported"/> where something can.</summary>
    public ImportOutcome Outcome { get; init; }

    /// <summary>The reason, in a sentence to show.</summary>
    public string? Reason { get; init; }

    /// <summary>SHA-256 of the bytes.</summary>
    public string BytesHash { get; init; } = "";

    /// <summary>SHA-256 of the words (<see cref="Articles.SourceFile.TextSha256"/>).</summary>
    public string TextHash { get; init; } = "";

    /// <summary>What was extracted; null where nothing can be stored.</summary>
    public ExtractedDocument? Document { get; init; }

    /// <summary>The records made of it; null where nothing can be stored.</summary>
    public TextRecords? Records { get; init; }

    /// <summary>By what near-copies of its articles are found.</summary>
    public IReadOnlyList<(Shingles Shingles, Sketch Sketch)> Sketches { get; init; } = [];

    /// <summary>How much it is to store.</summary>
    public int Weight => 1 + (Document?.Articles.Sum(a => a.Claims.Count) ?? 0);

    /// <summary>The same with another outcome.</summary>
    public ReadItem But(ImportOutcome outcome, string reason) => this with { Outcome = outcome, Reason = reason, Document = null, Records = null };
}

/// <summary>Reads texts: what takes long, and can be done for several at once.</summary>
/// <param name="batch">The import.</param>
/// <param name="model">How records are mapped.</param>
/// <param name="extract">The extraction.</param>
/// <param name="log">Where mistakes of ClaimsDesk's own are described.</param>
internal sealed class ItemReader(ImportBatch batch, IModel model, Extract extract, ILogger log)
{
    public const string OurMistake = "ClaimsDesk made a mistake with this text; the log says more. The others are not affected.";
    private const string NoArticle = "No article was found in it. Check that it holds running text in English, and import it again.";

    /// <summary>Whatever is wrong with the text, it ends in an outcome.</summary>
    public ReadItem Read(IncomingFile file, FoundItem found, bool endsFile)
    {
        var item = new ReadItem { File = file, Found = found, EndsFile = endsFile };
        try
        {
            return found.Read() switch
            {
                ItemReading.Rejected rejected => item.But(ImportOutcome.Unreadable, rejected.Reason),
                ItemReading.Text text => Read(item, text),
                _ => throw new InvalidOperationException("A new kind of reading."),
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "The text {FileName} could not be read", found.Name);
            return item.But(ImportOutcome.Failed, OurMistake);
        }
    }

    private ReadItem Read(ReadItem item, ItemReading.Text text)
    {
        var document = extract(new SourceText(text.Value), text.Context(item.File.PublishedOn));
        if (document.Articles.Count == 0) return item.But(ImportOutcome.Unreadable, NoArticle);
        document = document with { Notes = [.. document.Notes.Concat(text.Notes).OrderBy(n => n.Where)] };
        var file = new SourceFile
        {
            FileName = item.Found.Name,
            Sha256 = Hash(item.Found.Bytes),
            TextSha256 = Hash(Encoding.UTF8.GetBytes(text.Value.ReplaceLineEndings("\n").Trim())),
            Encoding = text.Encoding,
            Text = text.Value,
            Bytes = item.Found.Bytes,
            BatchId = batch.Id,
            ReadBy = batch.ExtractorVersion,
        };
        return item with
        {
            BytesHash = file.Sha256,
            TextHash = file.TextSha256,
            Sketches = [.. document.Articles.Select(a => Shingles.Of(text.Value, a.Body, a.Blocks)).Select(s => (s, Sketch.Of(s)))],
            Document = document,
            Records = TextRecords.Make(model, file, document, item.File),
        };
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
