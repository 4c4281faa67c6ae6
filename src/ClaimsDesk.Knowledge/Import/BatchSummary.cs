namespace ClaimsDesk.Knowledge.Import;

/// <summary>How far an import is, and what became of its texts in numbers.</summary>
/// <param name="Batch">The import.</param>
/// <param name="ImportedBy">Who imported; null for ClaimsDesk itself and the command line.</param>
public sealed record BatchSummary(ImportBatch Batch, string? ImportedBy)
{
    /// <summary>How many texts ended in each way.</summary>
    public required IReadOnlyDictionary<ImportOutcome, int> Counts { get; init; }

    /// <summary>How many articles were stored.</summary>
    public required int Articles { get; init; }

    /// <summary>How many claims were stored; of a dry run, how many were found.</summary>
    public required int Claims { get; init; }

    /// <summary>Whether the files still lie in the database.</summary>
    public required bool KeepsFiles { get; init; }

    /// <summary>How many texts were stored; of a dry run, how many would be.</summary>
    public int Stored => Counts.Where(c => c.Key.IsStored()).Sum(c => c.Value);

    /// <summary>How many texts somebody has to do something about.</summary>
    public int Failures => Counts.Where(c => c.Key.IsFailure()).Sum(c => c.Value);

    /// <summary>Whether it is still to change by itself.</summary>
    public bool IsOpen => Batch.State is BatchState.Receiving or BatchState.Waiting or BatchState.Running or BatchState.Undoing;

    /// <summary>Texts a second while it was worked on; null before any is done.</summary>
    public double? Rate => Batch is { ItemsDone: > 0, WorkedSeconds: > 0 } ? Batch.ItemsDone / Batch.WorkedSeconds : null;

    /// <summary>How much of it is done, from 0 to 1, by files and bytes alike.</summary>
    public double Share => Batch.Files == 0 ? 0
        : Math.Clamp(((double)Batch.FilesDone / Batch.Files + (Batch.Bytes == 0 ? 1 : (double)Batch.BytesDone / Batch.Bytes)) / 2, 0, 1);

    /// <summary>How long the rest will take, judged by what is done; null before enough is.</summary>
    public TimeSpan? Left => Batch.FilesDone > 0 && Share is > 0 and < 1 ? TimeSpan.FromSeconds(Batch.WorkedSeconds / Share * (1 - Share)) : null;
}

/// <summary>A text of an import with its place.</summary>
/// <param name="Position">Its place, from zero.</param>
/// <param name="Item">What became of it.</param>
public sealed record PlacedItem(int Position, ImportReportItem Item);
