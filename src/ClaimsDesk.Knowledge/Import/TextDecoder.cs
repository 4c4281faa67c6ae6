using System.Text;
using ClaimsDesk.Extraction.Text;
using UtfUnknown;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>What came of reading a file's bytes as text.</summary>
public abstract record Decoding
{
    private Decoding() { }

    /// <summary>It is a text.</summary>
    /// <param name="Text">The text, newlines as they came, without a byte order mark.</param>
    /// <param name="Encoding">The encoding, by its web name: <c>utf-8</c>.</param>
    public sealed record Read(string Text, string Encoding) : Decoding
    {
        /// <summary>What was read with doubt: letters that the encoding does not know, zero characters.</summary>
        public IReadOnlyList<Note> Notes { get; init; } = [];
    }

    /// <summary>It is no text that can be read.</summary>
    /// <param name="Reason">One or two sentences: what is wrong, and the cure.</param>
    public sealed record Unreadable(string Reason) : Decoding;
}

/// <summary>
/// Turns bytes into text. What the bytes themselves say (a byte order mark, the zero bytes of UTF-16, valid UTF-8) comes first; then what
/// the file declares; only then is an encoding guessed, among those that news texts come in. A zero character, which databases cannot
/// keep, becomes U+FFFD, so that offsets stay.
/// </summary>
public static class TextDecoder
{
    /// <summary>The longest file that is read, in bytes: some fifty times the longest newspaper article.</summary>
    public const int GreatestLength = 5 * 1024 * 1024;

    private const char Replacement = '\uFFFD';
    private const int LongestSample = 1024 * 1024;

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
    /// <param name="bytes">The file.</param>
    /// <param name="declared">The encoding that it, or who sent it, declares; what is no encoding's name is passed over.</param>
    public static Decoding Decode(byte[] bytes, string? declared = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length == 0) return new Decoding.Unreadable("The file is empty. Save the text into it, and try again.");
        if (bytes.Length > GreatestLength) return TooLong(bytes.Length);
        foreach (var (start, what) in OtherFormats)
        {
            if (bytes.AsSpan().StartsWith(start))
                return new Decoding.Unreadable($"This is {what}, not a text. Save the article as plain text, and use that.");
        }
        return DecodeAny(bytes, declared) is { } read ? read : NotText();
    }

    /// <summary>The text of bytes that are known to be text, whatever they hold and however long they are; null where they are no text.</summary>
    public static Decoding? DecodeAny(byte[] bytes, string? declared = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return (DecodeText(bytes) ?? DamagedUtf8(bytes) ?? Declared(bytes, declared) ?? Guess(bytes)) is { } read ? Check(read) : null;
    }

    // In another encoding letters that happen to be valid UTF-8 are the exception. Where they are the rule, a guess would turn every
    // quotation mark of a damaged file into three wrong letters.
    private static Decoding.Read? DamagedUtf8(byte[] bytes)
    {
        if (bytes.AsSpan().Contains((byte)0)) return null;
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.Count(c => c == Replacement);
        return text.Count(c => c > 127) <= 2 * broken ? null : new Decoding.Read(text, "utf-8")
        {
            Notes = [At(text, text.IndexOf(Replacement, StringComparison.Ordinal), "damaged-letters", "The bytes here are not UTF-8, as the rest of the text is; they are shown as \uFFFD. Where it matters, save the text again, and import that.")],
        };
    }

    private static Decoding.Read? Declared(byte[] bytes, string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || bytes.AsSpan().Contains((byte)0)) return null;
        try
        {
            // UTF-8 and UTF-16 would have been read by now, were they that.
            var encoding = Encoding.GetEncoding(name.Trim().Trim('"', '\''), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001 ? null : Strictly(Modern(encoding), bytes);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Note At(string text, int offset, string code, string message) => new(code, message, new TextSpan(offset, Math.Min(text.Length, offset + 1)));

    /// <summary>What to say of a file that is too long to be read.</summary>
    public static Decoding.Unreadable TooLong(long length) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"The file is {Math.Ceiling(length / 104857.6) / 10:0.0} MB long; texts of up to {GreatestLength / 1024 / 1024} MB are read. Split it into one file an article, and use those."));

    private static Decoding.Read? DecodeText(byte[] bytes)
    {
        if (Marked(bytes) is var (marked, length)) return Strictly(marked, bytes.AsSpan(length)) ?? Leniently(marked, bytes.AsSpan(length));
        if (Utf16WithoutMark(bytes) is { } utf16) return Strictly(utf16, bytes);
        return Strictly(StrictUtf8, bytes);
    }

    // The mark says what it is; a letter or two are damaged.
    private static Decoding.Read Leniently(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.GetEncoding(encoding.CodePage).GetString(bytes);
        return new Decoding.Read(text, encoding.WebName)
        {
            Notes = [At(text, Math.Max(0, text.IndexOf(Replacement, StringComparison.Ordinal)), "damaged-letters", $"Bytes here are not {encoding.WebName}, as the start of the file says; they are shown as \uFFFD. Where it matters, save the text again, and import that.")],
        };
    }

    private static Decoding.Read? Guess(byte[] bytes)
    {
        if (bytes.AsSpan().Contains((byte)0)) return null;
        var guess = CharsetDetector.DetectFromBytes(bytes.Length > LongestSample ? bytes[..LongestSample] : bytes).Detected;
        var encoding = Modern(guess is { Encoding: not null, Confidence: >= 0.5f } && Guessable.Contains(guess.EncodingName)
            ? guess.Encoding
            : Encoding.GetEncoding(1252));
        var text = encoding.GetString(bytes);
        var seemsUtf8 = Encoding.UTF8.GetString(bytes).Any(c => c > 127 && c != Replacement);
        return new Decoding.Read(text, encoding.WebName)
        {
            Notes = seemsUtf8 ? [At(text, Math.Max(0, text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F')), "encoding-guessed", $"The text is neither whole UTF-8 nor declared to be anything; it was read as {encoding.WebName}. If letters look wrong, save it as UTF-8, and import that.")] : [],
        };
    }

    // What ASCII and Latin-1 leave undefined, Windows-1252 uses for the quotation marks and dashes that news is full of.
    private static Encoding Modern(Encoding encoding) => encoding.CodePage is 28591 or 20127 ? Encoding.GetEncoding(1252) : encoding;

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
        var odd = read.Text.Count(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u001A'));
        if (odd * 50 > read.Text.Length) return NotText();
        var zero = read.Text.IndexOf('\0', StringComparison.Ordinal);
        if (zero < 0) return read;
        return read with
        {
            Text = read.Text.Replace('\0', Replacement),
            Notes = [.. read.Notes, At(read.Text, zero, "zero-character", "A zero character stands here, which no text has; it is shown as \uFFFD.")],
        };
    }

    private static Decoding.Unreadable NotText() => new("This is a binary file, not a text. Save the article as plain text in UTF-8, and use that.");
}
