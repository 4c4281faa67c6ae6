using System.Globalization;

namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>A file, or an entry of an archive, whose format is to be found out.</summary>
/// <param name="Name">Its name for reports.</param>
/// <param name="Stream">Its bytes; can be read from anywhere.</param>
/// <param name="Limits">How much is read at most.</param>
/// <param name="Budget">What archives may still unpack.</param>
/// <param name="Depth">In how many archives it lies.</param>
internal sealed record Incoming(string Name, Stream Stream, ReadingLimits Limits, UnpackingBudget Budget, int Depth = 0)
{
    private const int LongestStart = 4096;

    /// <summary>Its first bytes, by which formats are told apart.</summary>
    public byte[] Start { get; } = FirstBytes(Stream);

    /// <summary>The end of its name from the last dot, in lower case: <c>.html</c>.</summary>
    public string Extension { get; } = Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>Whether nothing of this length is read.</summary>
    public bool IsTooLong => Stream.Length > Limits.ContainerBytes;

    /// <summary>The refusal of a file that is too long.</summary>
    public FoundItem TooLong() => FoundItem.Rejected(Name, string.Create(CultureInfo.InvariantCulture,
        $"The file is {Megabytes(Stream.Length)} MB long; files of up to {Megabytes(Limits.ContainerBytes)} MB are read. Split it, and import the parts."));

    /// <summary>All its bytes; null where they are more than one item may have.</summary>
    public byte[]? AllBytes()
    {
        if (Stream.Length > Limits.ItemBytes) return null;
        Stream.Position = 0;
        var bytes = new byte[Stream.Length];
        Stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Megabytes(long bytes) => (Math.Ceiling(bytes / 104857.6) / 10).ToString("0.#", CultureInfo.InvariantCulture);

    private static byte[] FirstBytes(Stream stream)
    {
        var start = new byte[(int)Math.Min(LongestStart, stream.Length)];
        stream.Position = 0;
        stream.ReadExactly(start);
        stream.Position = 0;
        return start;
    }
}

/// <summary>How many bytes an archive, with the archives in it, may still unpack to.</summary>
internal sealed class UnpackingBudget(long bytes)
{
    private long _left = bytes;

    /// <summary>Takes some; false where that was more than was left.</summary>
    public bool Take(int count) => (_left -= count) >= 0;
}
