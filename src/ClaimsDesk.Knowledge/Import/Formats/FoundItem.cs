using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>
/// One text that an incoming file holds: the file itself, or an entry of an archive, a feed or a table. Finding it costs little; what
/// costs (decoding, rendering) is done by <see cref="Read"/>, once, on any thread.
/// </summary>
/// <param name="Name">What it is called in reports: <c>page.html</c>, <c>archive.zip/page.html</c>, <c>feed.xml, entry 3</c>. On one line.</param>
/// <param name="Bytes">Its own bytes, to be kept and hashed; empty where they were not read, with the reason in <see cref="Read"/>.</param>
/// <param name="Read">Reads its text, or says why it can't be read. It does not throw for what the bytes hold.</param>
public sealed record FoundItem(string Name, byte[] Bytes, Func<ItemReading> Read)
{
    /// <summary>The line of the file around it on which it begins, from one; null where it has none.</summary>
    public int? Line { get; init; }

    /// <summary>An item that cannot be read, for this reason.</summary>
    public static FoundItem Rejected(string name, string reason, int? line = null) =>
        new(name, [], () => new ItemReading.Rejected(reason)) { Line = line };
}

/// <summary>What came of reading an item.</summary>
public abstract record ItemReading
{
    private ItemReading() { }

    /// <summary>It is a text.</summary>
    /// <param name="Value">The text that all spans will point into: as it came, or as it was rendered from a page or a document.</param>
    /// <param name="Encoding">The encoding of its bytes by its web name; <c>utf-8</c> for the entries of tables and feeds.</param>
    /// <param name="Format">What it was: <c>text</c>, <c>html</c>, <c>pdf</c> …</param>
    public sealed record Text(string Value, string Encoding, string Format = "text") : ItemReading
    {
        /// <summary>What the format says about the articles in it; empty for a plain text.</summary>
        public IReadOnlyList<KnownArticle> Known { get; init; } = [];

        /// <summary>What could not be read in it, or was read with doubt.</summary>
        public IReadOnlyList<Note> Notes { get; init; } = [];

        /// <summary>What to tell the extraction; <paramref name="publishedOn"/> is what the importer says, and wins.</summary>
        public ExtractionContext Context(DateOnly? publishedOn) => new(publishedOn) { Known = Known };
    }

    /// <summary>It is no text that can be read.</summary>
    /// <param name="Reason">One or two sentences: what is wrong, and the cure.</param>
    public sealed record Rejected(string Reason) : ItemReading;
}
