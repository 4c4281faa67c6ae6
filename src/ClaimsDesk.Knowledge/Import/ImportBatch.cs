namespace ClaimsDesk.Knowledge.Import;

/// <summary>Where an import stands.</summary>
public enum BatchState
{
    /// <summary>Its files are being brought in.</summary>
    Receiving,
    /// <summary>All its files are there; nobody reads them yet.</summary>
    Waiting,
    /// <summary>It is being read and stored.</summary>
    Running,
    /// <summary>Somebody halted it; it can go on.</summary>
    Paused,
    /// <summary>Somebody ended it; what was stored stays.</summary>
    Cancelled,
    /// <summary>All its texts have an outcome.</summary>
    Finished,
    /// <summary>It is being taken out of the knowledge base.</summary>
    Undoing,
    /// <summary>It was taken out of the knowledge base, but for what people had worked on.</summary>
    Undone,
}

/// <summary>
/// One import: files that were brought in together. It is work to be done as well as the record of it: whichever process holds its lease
/// reads its files in their order and stores their texts, so it goes on after a restart where it stopped.
/// </summary>
public sealed class ImportBatch
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>What it is called: by default when it was brought in.</summary>
    public required string Name { get; set; }

    /// <summary>Who imported; null for the first texts, which ClaimsDesk itself brings, and for the command line.</summary>
    public string? PersonId { get; init; }

    /// <summary>When it was brought in, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it ended, UTC; null until then.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Where it stands.</summary>
    public BatchState State { get; set; } = BatchState.Finished;

    /// <summary>Whether it only finds out what would happen.</summary>
    public bool IsDryRun { get; set; }

    /// <summary>The extraction that reads it (<see cref="Extraction.Extractor.Version"/>); null for imports from before that was kept.</summary>
    public string? ExtractorVersion { get; set; }

    /// <summary>What the importer said of all its texts, in words: "outlet Harbour Gazette, published 2024-08-05"; null for nothing.</summary>
    public string? Settings { get; init; }

    /// <summary>What people noted about it.</summary>
    public string? Notes { get; set; }

    /// <summary>What a second run of the same command knows it by; null where it did not come from the command line.</summary>
    public string? Origin { get; init; }

    /// <summary>How many files were brought in.</summary>
    public int Files { get; set; }

    /// <summary>How many of them are done with.</summary>
    public int FilesDone { get; set; }

    /// <summary>How many bytes were brought in.</summary>
    public long Bytes { get; set; }

    /// <summary>How many bytes the files have that are done with.</summary>
    public long BytesDone { get; set; }

    /// <summary>How many texts have an outcome; the next one's place.</summary>
    public int ItemsDone { get; set; }

    /// <summary>How long it was worked on, in seconds, pauses aside.</summary>
    public double WorkedSeconds { get; set; }

    /// <summary>The process that works on it; null while none does.</summary>
    public string? LeasedBy { get; set; }

    /// <summary>When another process may take it over, UTC.</summary>
    public DateTime? LeasedUntil { get; set; }

    /// <summary>What became of each text.</summary>
    public List<ImportItem> Items { get; } = [];
}
