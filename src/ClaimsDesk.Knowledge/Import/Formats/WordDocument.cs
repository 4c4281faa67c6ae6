using System.IO.Compression;
using System.Text;
using System.Xml;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using DocumentFormat.OpenXml.Packaging;

namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>A document of Word: one line a paragraph, a row of a table a line, items of lists marked as such.</summary>
internal static class WordDocument
{
    private const int LongestPart = 64 * 1024 * 1024;
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestPart };

    /// <summary>Whether the file is an Office document, of today or of old.</summary>
    public static bool Is(Incoming incoming) => incoming.Start.AsSpan().StartsWith(Compound) || (IsZip(incoming) && KindOf(incoming) is not null);

    /// <summary>The document as one item.</summary>
    public static FoundItem Item(Incoming incoming)
    {
        if (incoming.AllBytes() is not { } bytes) return FoundItem.Rejected(incoming.Name, $"The document is longer than {incoming.Limits.ItemBytes / 1024 / 1024} MB. Save it without its pictures, and import that.");
        if (incoming.Start.AsSpan().StartsWith(Compound))
            return FoundItem.Rejected(incoming.Name, bytes.AsSpan().IndexOf(Encrypted) >= 0
                ? "The document is locked with a password. Save a copy without it, and import that."
                : "This is a document of an old Office. Save it as a Word document (.docx), and import that.");
        return KindOf(incoming) == "word" ? new FoundItem(incoming.Name, bytes, () => Read(bytes))
            : FoundItem.Rejected(incoming.Name, KindOf(incoming) == "xl" ? "This is a spreadsheet. Save it as CSV, and import that." : "This is no Word document. Save its text as a Word document, PDF or plain text, and import that.");
    }

    private static bool IsZip(Incoming incoming) => incoming.Start is [(byte)'P', (byte)'K', 3, 4, ..];

    // An Office document is an archive with a folder named for its kind; other documents say their kind in a file of that name.
    private static string? KindOf(Incoming incoming)
    {
        try
        {
            incoming.Stream.Position = 0;
            using var zip = new ZipArchive(incoming.Stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("[Content_Types].xml") is not null)
                return zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.Ordinal)) ? "word" : zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal)) ? "xl" : "office";
            return zip.GetEntry("mimetype") is not null ? "other" : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static ItemReading Read(byte[] bytes)
    {
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false, new OpenSettings { MaxCharactersInPart = LongestPart });
            if (document.MainDocumentPart is not { } part) return Damaged();
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            using var xml = XmlReader.Create(stream, Safe);
            var text = Lines(xml);
            if (string.IsNullOrWhiteSpace(text)) return new ItemReading.Rejected("The document holds no text. If it holds pictures of text, have the text recognised (OCR), and import that.");
            var title = document.PackageProperties.Title;
            return new ItemReading.Text(text, "utf-8", "word")
            {
                Known = text.AsSpan().Contains(title, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(title) ? [new KnownArticle { Segment = new TextSpan(0, text.Length), Title = title.Trim() }] : [],
            };
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or InvalidDataException or FileFormatException or IOException or ArgumentException or NotSupportedException)
        {
            return Damaged();
        }
    }

    private static ItemReading.Rejected Damaged() => new("The document is damaged, or grows beyond all measure when it is unpacked. Open it in Word, save it again, and import that.");

    // Read as a stream: a tree of elements nested without end would overrun the stack.
    private static string Lines(XmlReader xml)
    {
        var (lines, line) = (new StringBuilder(), new StringBuilder());
        var (isItem, cells) = (false, 0);
        while (xml.Read())
        {
            if (xml.NamespaceURI is not (Word or StrictWord)) continue;
            if (xml.NodeType is XmlNodeType.Element) Open();
            else if (xml.NodeType is XmlNodeType.EndElement) Close();
        }
        return lines.ToString().Replace('\0', '\uFFFD');

        void Open()
        {
            switch (xml.LocalName)
            {
                case "t": line.Append(xml.ReadElementContentAsText()); break;
                case "tab": line.Append(' '); break;
                case "br" or "cr": line.Append('\n'); break;
                case "numPr": isItem = true; break;
                case "tc": cells++; if (cells > 1) line.Append(" | "); break;
                case "tr": cells = 0; break;
            }
        }

        void Close()
        {
            if (xml.LocalName == "p" && cells > 0) line.Append(' ');
            else if (xml.LocalName is "p" or "tr") End();
            if (xml.LocalName == "tr") cells = 0;
        }

        void End()
        {
            var words = line.ToString().Trim();
            if (words.Length > 0) lines.Append(isItem ? "• " : "").Append(words).Append('\n');
            line.Clear();
            isItem = false;
        }
    }
}

/// <summary>What XmlReader lacks.</summary>
file static class Reading
{
    /// <summary>The text of an element without children, the reader left on its end.</summary>
    public static string ReadElementContentAsText(this XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = new StringBuilder();
        while (xml.Read() && xml.NodeType is not XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) text.Append(xml.Value);
        }
        return text.ToString();
    }
}
