using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Pages;

namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>A saved web page: its text is the article without the page round it.</summary>
internal static class WebPage
{
    /// <summary>The longest page that is read, in bytes.</summary>
    public const int GreatestLength = 20 * 1024 * 1024;

    private static readonly string[] Extensions = [".html", ".htm", ".xhtml", ".shtml"];
    private static readonly string[] Openings = ["<!doctype html", "<html", "<head", "<body"];

    // Declared in a meta element, or in the XML declaration of XHTML.
    private static readonly Regex Charset = new(@"<meta[^>]{0,200}charset ?= ?[""']?(?<name>[\w\-]{2,40})|^\s*<\?xml[^>]{0,100}encoding ?= ?[""'](?<name>[\w\-]{2,40})",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>Whether the file is a web page, by its name or its first words.</summary>
    public static bool Is(Incoming incoming)
    {
        if (Extensions.Contains(incoming.Extension)) return true;
        var start = Head(incoming.Start);
        return Openings.Any(opening => start.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            || ((start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith("<!--", StringComparison.Ordinal)) && start.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The page as one item.</summary>
    public static FoundItem Item(Incoming incoming)
    {
        if (incoming.Stream.Length > GreatestLength) return FoundItem.Rejected(incoming.Name, TooLong(incoming.Stream.Length));
        var bytes = incoming.AllBytes()!;
        return new FoundItem(incoming.Name, bytes, () => Read(bytes));
    }

    /// <summary>Reads the bytes of a page.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="declared">The encoding that the server named.</param>
    public static ItemReading Read(byte[] bytes, Uri? address = null, string? declared = null)
    {
        if (bytes.Length == 0) return new ItemReading.Rejected("The page is empty. Save it again, and import that.");
        return TextDecoder.DecodeAny(bytes, declared ?? DeclaredIn(bytes)) switch
        {
            Decoding.Read read => Read(read.Text, read.Encoding, address),
            Decoding.Unreadable unreadable => new ItemReading.Rejected(unreadable.Reason),
            _ => new ItemReading.Rejected("This is no web page that can be read. Open it in a browser, save it as a web page, and import that."),
        };
    }

    /// <summary>Reads the source of a page.</summary>
    public static ItemReading Read(string html, string encoding, Uri? address)
    {
        var page = PageReader.Read(html, address);
        return page.Articles.Count == 0
            ? new ItemReading.Rejected("The page holds no text. If it is built by scripts, save it from the browser once it shows the article, and import that.")
            : new ItemReading.Text(page.Text, encoding, "html") { Known = page.Articles };
    }

    private static string? DeclaredIn(byte[] bytes) => Charset.Match(Head(bytes)).Groups["name"] is { Success: true } name ? name.Value : null;

    // The marks of markup are the same in every encoding that is not told by its bytes.
    private static string Head(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..Math.Min(bytes.Length, 4096)]).TrimStart();
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        return Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]).TrimStart();
    }

    private static string TooLong(long length) => string.Create(CultureInfo.InvariantCulture,
        $"The page is {Math.Ceiling(length / 104857.6) / 10:0.0} MB long; pages of up to {GreatestLength / 1024 / 1024} MB are read. Save it without its pictures, and import that.");
}
