namespace ClaimsDesk.Knowledge.Import;

/// <summary>One import: several texts that were brought in together.</summary>
public sealed class ImportBatch
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>What it is called: by default when it was brought in.</summary>
    public required string Name { get; init; }

    /// <summary>Who imported; null for the first texts, which ClaimsDesk itself brings.</summary>
    public string? PersonId { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it ended, UTC; null while it runs, and for one that was broken off by the end of the program.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>What became of each text.</summary>
    public List<ImportItem> Items { get; } = [];
}

/// <summary>What became of a text. There is nothing else that can become of it.</summary>
public enum ImportOutcome
{
    /// <summary>Its articles and claims are stored.</summary>
    Imported,
    /// <summary>The same text was stored before; nothing was added.</summary>
    AlreadyImported,
    /// <summary>It could not be read, for the reason given; nothing was added.</summary>
    Unreadable,
    /// <summary>ClaimsDesk made a mistake with it, which the log describes; nothing was added.</summary>
    Failed,
    /// <summary>The import was stopped before its turn; nothing was added.</summary>
    NotReached,
}

/// <summary>One text of an import.</summary>
public sealed class ImportItem
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The import.</summary>
    public int BatchId { get; init; }

    /// <summary>Its place in the import, from zero.</summary>
    public required int Position { get; init; }

    /// <summary>The name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>What became of it.</summary>
    public required ImportOutcome Outcome { get; init; }

    /// <summary>Why, and what to do, in one sentence; null where all went well.</summary>
    public string? Reason { get; init; }

    /// <summary>The stored file: the new one, or the one that was there already.</summary>
    public int? SourceFileId { get; set; }

    /// <summary>How many articles were stored.</summary>
    public int Articles { get; init; }

    /// <summary>How many claims were stored.</summary>
    public int Claims { get; init; }

    /// <summary>How many notes it has; they are kept with the file.</summary>
    public int Notes { get; init; }
}
