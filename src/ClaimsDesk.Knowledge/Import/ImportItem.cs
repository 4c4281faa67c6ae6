namespace ClaimsDesk.Knowledge.Import;

/// <summary>What became of a text. There is nothing else that can become of it.</summary>
public enum ImportOutcome
{
    /// <summary>Its articles and claims are stored.</summary>
    Imported,
    /// <summary>They are stored, and it is much the same as an article that was there: a reprint or another version.</summary>
    NearCopy,
    /// <summary>They are stored, but for places that could not be read, or were read with doubt.</summary>
    PartlyRead,
    /// <summary>The same text was stored before; nothing was added.</summary>
    AlreadyImported,
    /// <summary>It could not be read, for the reason given; nothing was added.</summary>
    Unreadable,
    /// <summary>ClaimsDesk made a mistake with it, which the log describes; nothing was added.</summary>
    Failed,
    /// <summary>The import was stopped before its turn; nothing was added.</summary>
    NotReached,
}

/// <summary>Groups of outcomes.</summary>
public static class ImportOutcomes
{
    /// <summary>Whether articles were stored; of a dry run, whether they would be.</summary>
    public static bool IsStored(this ImportOutcome outcome) => outcome is ImportOutcome.Imported or ImportOutcome.NearCopy or ImportOutcome.PartlyRead;

    /// <summary>Whether somebody has to do something about it.</summary>
    public static bool IsFailure(this ImportOutcome outcome) => outcome is ImportOutcome.Unreadable or ImportOutcome.Failed or ImportOutcome.NotReached;
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

    /// <summary>Its name: of the file, or of the entry in it.</summary>
    public required string FileName { get; init; }

    /// <summary>The line of the file around it on which it begins, from one; null where it has none.</summary>
    public int? Line { get; init; }

    /// <summary>What became of it.</summary>
    public required ImportOutcome Outcome { get; init; }

    /// <summary>Why, and what to do, in one sentence; null where all went well.</summary>
    public string? Reason { get; init; }

    /// <summary>The stored file: the new one, or the one that was there already.</summary>
    public int? SourceFileId { get; set; }

    /// <summary>The article that was there and is much the same; null where there is none.</summary>
    public int? NearCopyOfId { get; set; }

    /// <summary>How many articles were stored.</summary>
    public int Articles { get; init; }

    /// <summary>How many claims were stored.</summary>
    public int Claims { get; init; }

    /// <summary>How many notes it has; they are kept with the file.</summary>
    public int Notes { get; init; }
}
