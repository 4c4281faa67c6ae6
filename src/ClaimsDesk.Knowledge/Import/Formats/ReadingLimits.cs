namespace ClaimsDesk.Knowledge.Import.Formats;

/// <summary>How much is read at most, so that no file, however made, takes the memory or the time of the others.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits that ClaimsDesk runs with.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Most bytes of one text, page, message or document.</summary>
    public int ItemBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Most bytes of an archive, a table or a feed.</summary>
    public long ContainerBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Most bytes that all entries of an archive unpack to.</summary>
    public long UnpackedBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Most entries of an archive, a table or a feed.</summary>
    public int Entries { get; init; } = 250_000;

    /// <summary>How many times longer an entry of more than a megabyte may be than its packed bytes; texts reach 20, bombs 1,000.</summary>
    public int UnpackingRatio { get; init; } = 200;

    /// <summary>How deep archives may lie in archives: 2 for one archive in another.</summary>
    public int ArchiveDepth { get; init; } = 2;
}
