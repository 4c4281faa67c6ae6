using System.Text;
using ClaimsDesk.Knowledge.Import.Formats;
using ClaimsDesk.Knowledge.Import.Formats.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using static ClaimsDesk.Knowledge.Tests.Import.Formats.Reading;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ClaimsDesk.Knowledge.Tests.Import.Formats;

public sealed class FormatTests
{
    private const string Words = "The old bridge over the river will reopen to cars and trams in the first week of May, the mayor said on Tuesday.";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public async Task Every_entry_of_a_feed_is_an_item_with_what_the_feed_says_about_it()
    {
        var items = await ItemsAsync("feed.xml", Utf8($"""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The Daily</title><language>en-gb</language>
            <item><title>Bridge &amp;amp; trams</title><link>https://daily.example/a</link><dc:creator>Ana Ruiz</dc:creator>
            <pubDate>Mon, 05 Aug 2024 23:30:00 -0500</pubDate><description>Short</description><content:encoded><![CDATA[<p>{Words}</p><h2>Next</h2><p>She said so.</p>]]></content:encoded></item>
            <item><title>Two</title><link>javascript:alert(1)</link><pubDate>some day</pubDate><description>Plain words, he said.</description></item>
            </channel></rss>
            """));

        items.Select(i => i.Name).Should().Equal("feed.xml, entry 1", "feed.xml, entry 2");
        var first = items[0].Read.Text();
        first.Value.Should().Be($"Bridge & trams\n{Words}\nNext\nShe said so.\n");
        first.Known[0].Should().BeEquivalentTo(new { Title = "Bridge & trams", Outlet = "The Daily", Published = new DateOnly(2024, 8, 5), Url = "https://daily.example/a", Byline = "Ana Ruiz", Language = "en-gb" });
        items[1].Read.Text().Known[0].Should().BeEquivalentTo(new { Url = (string?)null, Published = (DateOnly?)null });
    }

    [Fact]
    public async Task Atom_and_rdf_are_feeds_too()
    {
        var atom = await ItemsAsync("a.atom", Utf8($"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily</title><id>x</id><updated>2024-08-06T00:00:00Z</updated><entry><id>e</id><title>Bridge</title><updated>2024-08-06T00:00:00Z</updated><published>2024-08-05T00:00:00Z</published><link href="https://daily.example/a"/><content type="html">&lt;p&gt;{Words}&lt;/p&gt;</content></entry></feed>"""));
        var rdf = await ItemsAsync("a.rdf", Utf8($"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Daily</title></channel><item><title>Bridge</title><link>https://daily.example/a</link><description>{Words}</description><dc:date>2024-08-05</dc:date></item></rdf:RDF>"""));

        foreach (var item in atom.Concat(rdf))
        {
            item.Read.Text().Value.Should().Contain(Words);
            item.Read.Text().Known[0].Should().BeEquivalentTo(new { Title = "Bridge", Outlet = "The Daily", Published = new DateOnly(2024, 8, 5), Url = "https://daily.example/a" });
        }
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>", "This XML defines a document type")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&a;</title></item></channel></rss>", "This XML defines a document type")]
    [InlineData("<rss><channel><item>", "Line 1, column")]
    [InlineData("<note><to>Ann</to></note>", "This XML is no feed")]
    public async Task Xml_that_is_no_sound_feed_is_refused(string xml, string reason) =>
        (await ItemsAsync("feed.xml", Utf8(xml))).Should().ContainSingle().Which.Read.Reason().Should().StartWith(reason);

    [Fact]
    public async Task Xml_nested_without_end_is_refused() =>
        (await ItemsAsync("feed.xml", Utf8("<rss>" + string.Concat(Enumerable.Repeat("<a>", 100_000))))).Should().ContainSingle()
            .Which.Read.Reason().Should().StartWith("The elements of this XML nest deeper");

    [Fact]
    public async Task The_rows_of_a_table_are_items_and_ragged_ones_are_named_by_their_lines()
    {
        var items = await ItemsAsync("news.csv", Utf8($"""
            Headline;Body;Published;Source;Link
            Bridge;"{Words}
            He said ""so"".";2024-08-05;The Daily;https://daily.example/a
            Ferry;too few
            Tram;<script>alert(1)</script> he said;05.13.2024;=cmd();javascript:alert(1)
            """));

        items.Select(i => i.Name).Should().Equal("news.csv, line 2", "news.csv, line 4", "news.csv, line 5");
        items[0].Read.Text().Value.Should().Be($"Bridge\n\n{Words}\nHe said \"so\".");
        items[0].Read.Text().Known[0].Should().BeEquivalentTo(new { Title = "Bridge", Outlet = "The Daily", Published = new DateOnly(2024, 8, 5), Url = "https://daily.example/a" });
        items[1].Read.Reason().Should().StartWith("Line 4 has 2 fields where the first line names 5.");
        items[2].Read.Text().Value.Should().Contain("<script>alert(1)</script> he said");
        items[2].Read.Text().Known[0].Url.Should().BeNull();
    }

    [Theory]
    [InlineData("""[{"title":"Bridge","content":"WORDS","date":"2024-08-05","source":{"name":"The Daily"},"url":"https://daily.example/a"}]""", "a.json")]
    [InlineData("""{"status":"ok","articles":[{"title":"Bridge","content":"WORDS","publishedAt":"2024-08-05T10:00:00Z","source":{"id":null,"name":"The Daily"},"url":"https://daily.example/a"}]}""", "a.json")]
    [InlineData("""{"headline":"Bridge","text":"WORDS","published":1722844800,"outlet":"The Daily","link":"https://daily.example/a"}""", "a.jsonl")]
    [InlineData("""{"uri":"urn:x:1","type":"text","headline":"Bridge","body_text":"WORDS","versioncreated":"2024-08-05T10:00:00Z","copyrightholder":"The Daily","altlocator":"https://daily.example/a"}""", "a.json")]
    [InlineData("""{"uri":"https://daily.example/a","headlines":[{"role":"main","value":"Bridge"}],"bodies":[{"role":"main","contenttype":"text/plain","value":"WORDS"}],"firstCreated":"2024-08-05T10:00:00Z","provider":{"name":"The Daily"}}""", "a.json")]
    public async Task Json_of_every_shape_is_read(string json, string name)
    {
        var text = (await ItemsAsync(name, Utf8(json.Replace("WORDS", Words)))).Should().ContainSingle().Which.Read.Text();

        text.Value.Should().Be($"Bridge\n\n{Words}");
        text.Known[0].Should().BeEquivalentTo(new { Title = "Bridge", Outlet = "The Daily", Published = new DateOnly(2024, 8, 5), Url = "https://daily.example/a" });
    }

    [Fact]
    public async Task A_broken_line_of_json_lines_is_named_and_the_others_are_read()
    {
        var items = await ItemsAsync("a.jsonl", Utf8($$"""
            {"title":"One","text":"{{Words}}"}
            {"title":"Two","text":
            [1]
            {"title":"Four","text":"{{Words}}"}
            """));

        items[0].Read.Text().Known[0].Title.Should().Be("One");
        items[1].Read.Reason().Should().StartWith("Line 2, byte ");
        items[2].Read.Reason().Should().StartWith("Line 3 holds no object");
        items[3].Read.Text().Known[0].Title.Should().Be("Four");
    }

    [Fact]
    public async Task Json_nested_without_end_is_refused_with_the_cure() =>
        (await ItemsAsync("a.json", Utf8(new string('[', 100_000)))).Should().ContainSingle().Which.Read.Reason().Should().Contain("deeper than the 64 levels");

    [Fact]
    public async Task A_table_without_a_column_of_text_says_where_to_name_it_and_a_confirmed_mapping_is_used()
    {
        var csv = Utf8("a,b\nBridge,He said so.\n");
        var confirmed = new FormatReader(ReadingLimits.Default, columns => string.Join(",", columns) == "a,b" ? new ColumnMapping("b") { Title = "a" } : null);

        (await ItemsAsync("a.csv", csv)).Should().ContainSingle().Which.Read.Reason().Should().StartWith("None of the columns (a, b)");
        var found = confirmed.FindAsync(Reading.File("a.csv", csv)).ToBlockingEnumerable().Should().ContainSingle().Subject;
        found.Read().Text().Value.Should().Be("Bridge\n\nHe said so.");
        (await confirmed.PreviewAsync(Reading.File("a.csv", csv), 5)).Should().BeEquivalentTo(new { IsRemembered = true, Problem = (string?)null });
    }

    [Fact]
    public async Task A_saved_page_is_read_with_its_address()
    {
        var text = (await ItemsAsync("page.mhtml", Utf8(string.Join("\r\n",
            "From: <Saved by Blink>", "Snapshot-Content-Location: https://daily.example/2024/08/05/bridge", "Subject: Bridge", "MIME-Version: 1.0",
            "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"", "", "--b", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
            $"<html><head><title>Bridge</title></head><body><article><p>{Words}</p><p>{Words.Replace("old", "new")} =E2=80=9CYes.=E2=80=9D</p></article></body></html>", "--b--", "")))).Should().ContainSingle().Which.Read.Text();

        text.Format.Should().Be("html");
        text.Value.Should().Contain(Words).And.Contain("“Yes.”");
        text.Known[0].Should().BeEquivalentTo(new { Title = "Bridge", Url = "https://daily.example/2024/08/05/bridge", Published = new DateOnly(2024, 8, 5) });
    }

    [Fact]
    public async Task The_text_of_a_pdf_is_read_and_a_scan_is_refused()
    {
        (await ItemsAsync("a.pdf", Pdf(Words))).Should().ContainSingle().Which.Read.Text().Value.Should().Be(Words);
        (await ItemsAsync("a.pdf", Pdf(""))).Should().ContainSingle().Which.Read.Reason().Should().StartWith("The document holds pictures of text but no text");
        (await ItemsAsync("a.pdf", "%PDF-1.7 and nothing more"u8.ToArray())).Should().ContainSingle().Which.Read.Reason().Should().StartWith("The document is damaged");
    }

    [Fact]
    public async Task A_word_document_is_read_line_by_line()
    {
        var text = (await ItemsAsync("a.docx", Docx(new Paragraph(new Run(new Text("Bridge reopens"))), new Paragraph(new Run(new Text(Words))),
            new Paragraph(new ParagraphProperties(new NumberingProperties()), new Run(new Text("Trams first"))),
            new W.Table(new W.TableRow(new TableCell(new Paragraph(new Run(new Text("2025")))), new TableCell(new Paragraph(new Run(new Text("7 million"))))))))).Should().ContainSingle().Which.Read.Text();

        text.Value.Should().Be($"Bridge reopens\n{Words}\n• Trams first\n2025  | 7 million\n");
    }

    [Theory]
    [InlineData("EncryptedPackage", "The document is locked with a password")]
    [InlineData("WordDocument", "This is a document of an old Office")]
    public async Task An_old_or_locked_document_is_refused_with_the_cure(string stream, string reason) =>
        (await ItemsAsync("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes(stream)])).Should().ContainSingle()
            .Which.Read.Reason().Should().StartWith(reason);

    [Fact]
    public async Task A_spreadsheet_is_refused_with_the_cure() =>
        (await ItemsAsync("a.xlsx", Zip(("[Content_Types].xml", Utf8("<x/>")), ("xl/workbook.xml", Utf8("<x/>"))))).Should().ContainSingle()
            .Which.Read.Reason().Should().StartWith("This is a spreadsheet.");

    [Fact]
    public async Task An_archive_may_hold_files_of_all_formats()
    {
        var items = await ItemsAsync("all.zip", Zip(
            ("a.txt", Utf8(Words)), ("b.csv", Utf8($"title,text\nBridge,\"{Words}\"\n")), ("c.pdf", Pdf(Words)), ("d.docx", Docx(new Paragraph(new Run(new Text(Words))))),
            ("e.html", Utf8($"<html><body><p>{Words}</p><p>{Words.Replace("old", "new")}</p></body></html>")), ("f.bin", [0, 1, 2, 3, 0]), ("g.txt", [])));

        items.Select(i => i.Name).Should().Equal("all.zip/a.txt", "all.zip/b.csv, line 2", "all.zip/c.pdf", "all.zip/d.docx", "all.zip/e.html", "all.zip/f.bin", "all.zip/g.txt");
        items.Take(5).Should().OnlyContain(i => ((ItemReading.Text)i.Read).Value.Contains(Words));
        items.Skip(5).Should().OnlyContain(i => i.Read is ItemReading.Rejected);
    }

    [Theory]
    [InlineData(".html")]
    [InlineData(".csv")]
    [InlineData(".json")]
    [InlineData(".jsonl")]
    [InlineData(".xml")]
    [InlineData(".mhtml")]
    [InlineData(".pdf")]
    [InlineData(".docx")]
    [InlineData(".zip")]
    [InlineData(".txt")]
    public async Task No_bytes_under_any_name_throw(string extension)
    {
        var random = new Random(11);
        byte[][] starts = [[], "%PDF-1.4\n"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "<rss><channel>"u8.ToArray(), "{\"a\":"u8.ToArray(), "a,b\n\""u8.ToArray(), "MIME-Version: 1.0\n\n"u8.ToArray()];
        for (var i = 0; i < 70; i++)
        {
            var rest = new byte[random.Next(0, 300)];
            random.NextBytes(rest);
            foreach (var (_, read) in await ItemsAsync("x" + extension, [.. starts[i % starts.Length], .. rest])) read.Should().NotBeNull();
        }
    }

    [Fact]
    public async Task A_line_of_a_million_characters_and_a_file_of_a_hundred_megabytes_end_with_an_outcome()
    {
        var line = Utf8(string.Concat(Enumerable.Repeat("he said so ", 91_000)));

        (await ItemsAsync("a.txt", line)).Should().ContainSingle().Which.Read.Text().Value.Should().HaveLength(line.Length);
        foreach (var extension in new[] { ".txt", ".html", ".pdf", ".docx", ".xml" })
            (await ItemsAsync("a" + extension, new byte[100 * 1024 * 1024])).Should().ContainSingle().Which.Read.Reason().Should().Contain("MB");
    }

    private static byte[] Pdf(string words)
    {
        using var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        var page = pdf.AddPage(595, 842);
        foreach (var (chunk, i) in words.Split(' ').Chunk(8).Select((chunk, i) => (string.Join(' ', chunk), i))) page.AddText(chunk, 11, new PdfPoint(60, 780 - (14 * i)), font);
        return pdf.Build();
    }

    private static byte[] Docx(params OpenXmlElement[] elements)
    {
        var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(elements));
        }
        return bytes.ToArray();
    }
}
