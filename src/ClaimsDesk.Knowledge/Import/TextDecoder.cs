using System.Text;
using UtfUnknown;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>What came of reading a file's bytes as text.</summary>
public abstract record Decoding
{
    private Decoding() { }

    /// <summary>It is a text.</summary>
    /// <param name="Text">The text, newlines as they came, without a byte order mark.</param>
    /// <param name="Encoding">The encoding, by its web name: <c>utf-8</c>.</param>
    public sealed record Read(string Text, string Encoding) : Decoding;

    /// <summary>It is no text that can be read.</summary>
    /// <param name="Reason">One or two sentences: what is wrong, and the cure.</param>
    public sealed record Unreadable(string Reason) : Decoding;
}

/// <summary>
/// Turns bytes into text. What the bytes themselves say (a byte order mark, the zero bytes of UTF-16, valid UTF-8) comes first; only then
/// is an encoding guessed, among those that news texts come in.
/// </summary>
public static class TextDecoder
{
    /// <summary>The longest file that is read, in bytes: some fifty times the longest newspaper article.</summary>
    public const int GreatestLength = 5 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    // Others are guessed for short texts by bad luck more often than met.
    private static readonly HashSet<string> Guessable = new(StringComparer.OrdinalIgnoreCase)
    {
        "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257",
        "iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-9", "iso-8859-15",
        "koi8-r", "shift-jis", "euc-jp", "iso-2022-jp", "gb18030", "gb2312", "big5", "euc-kr",
    };

    private static readonly (byte[] Start, string What)[] OtherFormats =
    [
        ("%PDF"u8.ToArray(), "a PDF file"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an Office document"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
        ("{\\rtf"u8.ToArray(), "a rich text document"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture"),
        ("GIF8"u8.ToArray(), "a picture"),
        ([0x1F, 0x8B], "a compressed file"),
        ("SQLite format 3"u8.ToArray(), "a database"),
    ];

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text of a file, or why there is none.</summary>
    public static Decoding Decode(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length == 0) return new Decoding.Unreadable("The file is empty. Save the text into it, and try again.");
        if (bytes.Length > GreatestLength) return TooLong(bytes.Length);
        foreach (var (start, what) in OtherFormats)
        {
            if (bytes.AsSpan().StartsWith(start))
                return new Decoding.Unreadable($"This is {what}, not a text. Save the article as plain text, and use that.");
        }
        if (BrokenUtf8(bytes) is { } broken) return broken;
        return DecodeText(bytes) is { } read ? Check(read) : NotText();
    }

    // In another encoding letters that happen to be valid UTF-8 are the exception. Where they are the rule, a guess would turn every
    // quotation mark of a damaged file into three wrong letters.
    private static Decoding.Unreadable? BrokenUtf8(byte[] bytes)
    {
        const char Replacement = '\uFFFD';
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.Count(c => c == Replacement);
        if (broken == 0 || text.Count(c => c > 127) <= 2 * broken || Strictly(StrictUtf8, bytes) is not null) return null;
        var (line, column) = new Extraction.Text.SourceText(text).Position(text.IndexOf(Replacement, StringComparison.Ordinal));
        return new($"Line {line}, column {column} holds bytes that are not UTF-8, as the rest of the text is: the file is damaged. Save the text again, and use that.");
    }

    /// <summary>What to say of a file that is too long to be read.</summary>
    public static Decoding.Unreadable TooLong(long length) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"The file is {Math.Ceiling(length / 104857.6) / 10:0.0} MB long; texts of up to {GreatestLength / 1024 / 1024} MB are read. Split it into one file an article, and use those."));

    private static Decoding.Read? DecodeText(byte[] bytes)
    {
        if (Marked(bytes) is var (marked, length)) return Strictly(marked, bytes.AsSpan(length));
        if (Utf16WithoutMark(bytes) is { } utf16) return Strictly(utf16, bytes);
        if (Strictly(StrictUtf8, bytes) is { } utf8) return utf8;
        if (bytes.AsSpan().Contains((byte)0)) return null;
        return Guess(bytes);
    }

    private static Decoding.Read Guess(byte[] bytes)
    {
        var guess = CharsetDetector.DetectFromBytes(bytes).Detected;
        var encoding = guess is { Encoding: not null, Confidence: >= 0.5f } && Guessable.Contains(guess.EncodingName)
            ? guess.Encoding
            : Encoding.GetEncoding(1252);
        // What ASCII and Latin-1 leave undefined, Windows-1252 uses for the quotation marks and dashes that news is full of.
        if (encoding.CodePage is 28591 or 20127) encoding = Encoding.GetEncoding(1252);
        return new Decoding.Read(encoding.GetString(bytes), encoding.WebName);
    }

    private static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (StrictUtf8, 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return (new UTF32Encoding(false, true, true), 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) return (new UTF32Encoding(true, true, true), 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (new UnicodeEncoding(false, true, true), 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (new UnicodeEncoding(true, true, true), 2);
        return null;
    }

    // Western text in UTF-16 has a zero in every second byte. Zeros on both sides are no text.
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0) return null;
        int first = 0, second = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i] == 0) first++;
            if (bytes[i + 1] == 0) second++;
        }
        var pairs = bytes.Length / 2;
        if (second * 4 >= pairs && first == 0) return new UnicodeEncoding(false, false, true);
        if (first * 4 >= pairs && second == 0) return new UnicodeEncoding(true, false, true);
        return null;
    }

    private static Decoding.Read? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new Decoding.Read(encoding.GetString(bytes), encoding.WebName);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Decoding Check(Decoding.Read read)
    {
        if (string.IsNullOrWhiteSpace(read.Text)) return new Decoding.Unreadable("The file holds nothing but white space. Save the text into it, and try again.");
        var start = read.Text.AsSpan().TrimStart();
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return new Decoding.Unreadable("This is the source of a web page (HTML). Copy the article's text from the page into a text file, and use that.");
        var odd = read.Text.Count(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u001A'));
        if (odd * 50 > read.Text.Length) return NotText();
        var zero = read.Text.IndexOf('\0', StringComparison.Ordinal);
        if (zero < 0) return read;
        var (line, column) = new Extraction.Text.SourceText(read.Text).Position(zero);
        return new Decoding.Unreadable($"Line {line}, column {column} holds a zero character, which no text has: the file is damaged. Save the text again, and use that.");
    }

    private static Decoding.Unreadable NotText() => new("This is a binary file, not a text. Save the article as plain text in UTF-8, and use that.");
}
