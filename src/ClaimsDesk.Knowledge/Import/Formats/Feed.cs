using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ClaimsDesk.Extraction;
using ClaimsDesk.Knowledge.Import.Formats.Tables;

namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>A feed of RSS or Atom: every entry is an item, whose bytes are its own piece of the XML.</summary>
internal static class Feed
{
    private const int LongestFeed = 64 * 1024 * 1024;
    private const int DeepestNesting = 200;
    private static readonly string[] Dates = ["pubDate", "published", "issued", "date", "updated", "modified"];
    private static readonly string[] Openings = ["<rss", "<feed", "<rdf:RDF"];
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/", DublinCore = "http://purl.org/dc/elements/1.1/";

    // No document type, so that no entity can be defined, from outside or to grow without end.
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestFeed, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true };

    /// <summary>Whether the file is a feed, by its first words.</summary>
    public static bool Is(Incoming incoming)
    {
        if (incoming.Extension is ".rss" or ".atom") return true;
        var start = Encoding.UTF8.GetString(incoming.Start).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith('<') && (incoming.Extension is ".xml" or ".rdf" || Openings.Any(tag => start.Contains(tag, StringComparison.Ordinal)) && !start.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The entries.</summary>
    public static IEnumerable<FoundItem> Items(Incoming incoming)
    {
        var (root, problem) = Load(incoming);
        if (root is null) return [FoundItem.Rejected(incoming.Name, problem!)];
        var entries = root.Descendants().Where(e => e.Name.LocalName is "item" or "entry" && e.Parent!.Name.LocalName is "channel" or "feed" or "RDF").ToList();
        if (entries.Count == 0) return [FoundItem.Rejected(incoming.Name, "This XML is no feed of RSS or Atom with entries in it. Save the articles as web pages or text, and import those.")];
        var feed = (Outlet: Words(root.Descendants().FirstOrDefault(e => e.Name.LocalName is "title")), Language: Words(root.Descendants().FirstOrDefault(e => e.Name.LocalName is "language")) ?? (string?)root.Attribute(XNamespace.Xml + "lang"));
        return entries.Take(incoming.Limits.Entries).Select((entry, i) => Item(string.Create(CultureInfo.InvariantCulture, $"{incoming.Name}, entry {i + 1}"), entry, feed.Outlet, feed.Language));
    }

    private static FoundItem Item(string name, XElement entry, string? outlet, string? language)
    {
        var xml = entry.ToString(SaveOptions.DisableFormatting);
        return new FoundItem(name, Encoding.UTF8.GetBytes(xml), () => Read(entry, outlet, language)) { Line = ((IXmlLineInfo)entry).LineNumber };
    }

    private static ItemReading Read(XElement entry, string? outlet, string? language)
    {
        try
        {
            var item = ItemOf(entry);
            var known = new KnownArticle
            {
                Segment = default,
                Title = Plain(item.Title?.Text),
                Outlet = Plain(item.SourceFeed?.Title?.Text) ?? Words(entry.Elements().FirstOrDefault(e => e.Name.LocalName == "source" && !e.HasElements)) ?? outlet,
                Published = Day(entry, "pubDate", "published", "issued", "date", "updated", "modified"),
                Updated = Day(entry, "updated", "modified"),
                Language = language,
                Url = WebAddress.Of(item.Links.FirstOrDefault(l => l.RelationshipType is null or "alternate")?.Uri?.OriginalString) ?? WebAddress.Of(item.Id),
                Byline = Words(entry.Element(DublinCore + "creator")) ?? item.Authors.Select(a => a.Name ?? a.Email).FirstOrDefault(n => !string.IsNullOrWhiteSpace(n)),
            };
            return MappedRow.Write(known, WordsOf(entry, item), "feed");
        }
        catch (Exception e) when (e is XmlException or FormatException or ArgumentException or UriFormatException)
        {
            return new ItemReading.Rejected("This entry of the feed is not as RSS or Atom want it. Open its address, save the page, and import that.");
        }
    }

    // RSS 1.0 has the items of RSS 2.0 under a namespace of its own. Dates are read as written, whatever the standard says of their form.
    private static SyndicationItem ItemOf(XElement entry)
    {
        var own = entry.Name.LocalName == "item" && entry.Name.Namespace != XNamespace.None ? WithoutNamespace(entry) : new XElement(entry);
        own.Elements().Where(e => Dates.Contains(e.Name.LocalName)).Remove();
        using var reader = own.CreateReader();
        reader.MoveToContent();
        SyndicationItemFormatter formatter = own.Name.LocalName == "item" ? new Rss20ItemFormatter() : new Atom10ItemFormatter();
        formatter.ReadFrom(reader);
        return formatter.Item;
    }

    private static XElement WithoutNamespace(XElement entry) =>
        new(entry.Name.LocalName, entry.Elements().Select(e => e.Name.Namespace == entry.Name.Namespace ? new XElement(e.Name.LocalName, e.Nodes()) : e));

    private static string WordsOf(XElement entry, SyndicationItem item) =>
        entry.Element(Content + "encoded")?.Value is { Length: > 0 } encoded ? encoded
        : item.Content is TextSyndicationContent { Text.Length: > 0 } text ? text.Text
        : item.Summary?.Text ?? "";

    private static DateOnly? Day(XElement entry, params string[] names) =>
        names.SelectMany(name => entry.Elements().Where(e => e.Name.LocalName == name)).Select(e => WrittenDay.Read(Words(e))).FirstOrDefault(day => day is not null);

    private static (XElement? Root, string? Problem) Load(Incoming incoming)
    {
        if (incoming.Stream.Length > LongestFeed) return (null, $"The feed is longer than {LongestFeed / 1024 / 1024} MB. Split it, and import the parts.");
        try
        {
            incoming.Stream.Position = 0;
            if (Depth(incoming.Stream) > DeepestNesting) return (null, "The elements of this XML nest deeper than those of any feed. Save the articles as web pages or text, and import those.");
            incoming.Stream.Position = 0;
            using var reader = XmlReader.Create(incoming.Stream, Safe);
            return (XDocument.Load(reader, LoadOptions.SetLineInfo).Root, null);
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return (null, "This XML defines a document type, which could draw in other files or grow without end, and is not read. Take the <!DOCTYPE …> out, and import it again.");
        }
        catch (XmlException e)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"Line {e.LineNumber}, column {e.LinePosition} is not XML. Save the feed again, and import that."));
        }
    }

    private static int Depth(Stream stream)
    {
        using var reader = XmlReader.Create(stream, Safe);
        var depth = 0;
        while (depth <= DeepestNesting && reader.Read()) depth = Math.Max(depth, reader.Depth);
        return depth;
    }

    private static string? Plain(string? words) => words is null ? null : Words(new XElement("x", System.Net.WebUtility.HtmlDecode(words)));

    private static string? Words(XElement? element) =>
        element is null || string.IsNullOrWhiteSpace(element.Value) ? null : string.Join(' ', element.Value.Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
