namespace ClaimsDesk.Knowledge.Import;

/// <summary>
/// A file on its way in. Its bytes lie in the database, so that whichever process works on the import can read them and a restart loses
/// nothing; they are taken away once all that the file holds is stored.
/// </summary>
public sealed class IncomingFile
{
    /// <summary>How many bytes a chunk has; the last one of a file may have fewer.</summary>
    public const int ChunkLength = 512 * 1024;

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The import.</summary>
    public int BatchId { get; init; }

    /// <summary>Its place in the import, from zero.</summary>
    public int Position { get; private set; }

    /// <summary>Its name, for the report.</summary>
    public required string Name { get; init; }

    /// <summary>How many bytes it has.</summary>
    public long Length { get; set; }

    /// <summary>Whether all its bytes are there.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Why it could not be brought in, in a sentence to show; null where it could.</summary>
    public string? Problem { get; set; }

    /// <summary>The day its articles were published, where the importer says so.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The outlet its articles come from, where the importer says so.</summary>
    public string? Outlet { get; init; }

    /// <summary>Where it was published, where the importer says so.</summary>
    public string? Url { get; init; }

    /// <summary>How many of its texts have an outcome.</summary>
    public int ItemsDone { get; set; }

    /// <summary>Whether all its texts have an outcome. Only a dry run keeps such files.</summary>
    public bool IsDone { get; set; }

    /// <summary>Its bytes.</summary>
    public List<IncomingChunk> Chunks { get; } = [];

    internal IncomingFile At(int position)
    {
        Position = position;
        return this;
    }
}

/// <summary>A part of an incoming file.</summary>
public sealed class IncomingChunk
{
    /// <summary>The file.</summary>
    public int FileId { get; internal set; }

    /// <summary>Its place in the file, from zero.</summary>
    public required int Number { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; init; }
}
