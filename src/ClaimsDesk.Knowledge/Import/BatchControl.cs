using System.Globalization;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>What came of an order to an import.</summary>
public enum BatchOrder
{
    /// <summary>It is done.</summary>
    Done,
    /// <summary>The import is not in a state for it: it has ended meanwhile, or somebody was quicker. Nothing was done.</summary>
    TooLate,
    /// <summary>The person may not; nothing was done.</summary>
    NotAllowed,
}

/// <summary>Halts, continues and ends imports. Whoever works on one notices before it stores the next texts. Needs an administrator.</summary>
public sealed class BatchControl(WriteGate gate, TimeProvider clock)
{
    private const string Ended = "The import was ended before its turn. Import it again.";

    /// <summary>Halts an import that is worked on or waits; null as the person is the machine's own user.</summary>
    public Task<BatchOrder> PauseAsync(string? personId, int batchId, CancellationToken cancellationToken = default) =>
        SetAsync(personId, batchId, [BatchState.Waiting, BatchState.Running], BatchState.Paused, "paused", cancellationToken);

    /// <summary>Lets a halted import go on.</summary>
    public Task<BatchOrder> ResumeAsync(string? personId, int batchId, CancellationToken cancellationToken = default) =>
        SetAsync(personId, batchId, [BatchState.Paused], BatchState.Waiting, "resumed", cancellationToken);

    /// <summary>Ends an import: what is stored stays, what is not is named in the report.</summary>
    public async Task<BatchOrder> CancelAsync(string? personId, int batchId, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        if (!await MayAsync(write.Db, personId, cancellationToken)) return BatchOrder.NotAllowed;
        BatchState[] open = [BatchState.Receiving, BatchState.Waiting, BatchState.Running, BatchState.Paused];
        if (!await write.Db.ImportBatches.AnyAsync(b => b.Id == batchId && open.Contains(b.State), cancellationToken)) return BatchOrder.TooLate;
        await EndAsync(write.Db, batchId, Ended, clock.GetUtcNow().UtcDateTime, cancellationToken);
        write.Db.Note(clock.GetUtcNow().UtcDateTime, personId, AuditSubject.ImportBatch, batchId, "state", null, "cancelled");
        await write.CommitAsync(cancellationToken);
        return BatchOrder.Done;
    }

    /// <summary>Imports what a dry run has looked at, as it lies in the database.</summary>
    public async Task<BatchOrder> ImportAfterDryRunAsync(string? personId, int batchId, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        if (!await MayAsync(write.Db, personId, cancellationToken)) return BatchOrder.NotAllowed;
        var batch = await write.Db.ImportBatches.FirstOrDefaultAsync(b => b.Id == batchId && b.IsDryRun && b.State == BatchState.Finished, cancellationToken);
        if (batch is null || !await write.Db.IncomingFiles.AnyAsync(f => f.BatchId == batchId, cancellationToken)) return BatchOrder.TooLate;
        await write.Db.ImportItems.Where(i => i.BatchId == batchId).ExecuteDeleteAsync(cancellationToken);
        await write.Db.IncomingFiles.Where(f => f.BatchId == batchId)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.IsDone, false).SetProperty(f => f.ItemsDone, 0), cancellationToken);
        write.Db.Note(clock.GetUtcNow().UtcDateTime, personId, AuditSubject.ImportBatch, batchId, "dry run", "yes", "no");
        (batch.IsDryRun, batch.State, batch.FinishedAt) = (false, BatchState.Waiting, null);
        (batch.ItemsDone, batch.FilesDone, batch.BytesDone, batch.WorkedSeconds) = (0, 0, 0, 0);
        await write.CommitAsync(cancellationToken);
        return BatchOrder.Done;
    }

    /// <summary>Gives an import another name and notes.</summary>
    public async Task<BatchOrder> DescribeAsync(string personId, int batchId, string name, string? notes, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        if (!await MayAsync(write.Db, personId, cancellationToken)) return BatchOrder.NotAllowed;
        var batch = await write.Db.ImportBatches.FirstOrDefaultAsync(b => b.Id == batchId, cancellationToken);
        if (batch is null || string.IsNullOrWhiteSpace(name)) return BatchOrder.TooLate;
        var now = clock.GetUtcNow().UtcDateTime;
        notes = string.IsNullOrWhiteSpace(notes) ? null : notes.Trim();
        if (batch.Name != name.Trim()) write.Db.Note(now, personId, AuditSubject.ImportBatch, batchId, "name", batch.Name, name.Trim());
        if (batch.Notes != notes) write.Db.Note(now, personId, AuditSubject.ImportBatch, batchId, "notes", batch.Notes, notes);
        (batch.Name, batch.Notes) = (name.Trim(), notes);
        await write.CommitAsync(cancellationToken);
        return BatchOrder.Done;
    }

    /// <summary>Ends an import in the caller's transaction: every file that is left gets an outcome with the reason, and its bytes go.</summary>
    internal static async Task EndAsync(ClaimsDeskDb db, int batchId, string reason, DateTime now, CancellationToken cancellationToken)
    {
        var batch = await db.ImportBatches.SingleAsync(b => b.Id == batchId, cancellationToken);
        var left = await db.IncomingFiles.AsNoTracking().Where(f => f.BatchId == batchId && !f.IsDone).OrderBy(f => f.Position)
            .Select(f => new { f.Name, f.ItemsDone }).ToListAsync(cancellationToken);
        await new RowWriter(db).InsertAsync([.. left.Select((file, i) => new ImportItem
        {
            BatchId = batchId,
            Position = batch.ItemsDone + i,
            FileName = file.Name,
            Outcome = ImportOutcome.NotReached,
            Reason = file.ItemsDone == 0 ? reason : string.Create(CultureInfo.InvariantCulture, $"{reason} Its first {file.ItemsDone:N0} texts are done."),
        })], cancellationToken);
        await db.IncomingFiles.Where(f => f.BatchId == batchId).ExecuteDeleteAsync(cancellationToken);
        (batch.State, batch.FinishedAt) = (BatchState.Cancelled, now);
        (batch.LeasedBy, batch.LeasedUntil, batch.ItemsDone) = (null, null, batch.ItemsDone + left.Count);
    }

    private async Task<BatchOrder> SetAsync(
        string? personId, int batchId, BatchState[] from, BatchState to, string word, CancellationToken cancellationToken)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        if (!await MayAsync(write.Db, personId, cancellationToken)) return BatchOrder.NotAllowed;
        var changed = await write.Db.ImportBatches.Where(b => b.Id == batchId && from.Contains(b.State)).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.State, to).SetProperty(b => b.LeasedBy, (string?)null).SetProperty(b => b.LeasedUntil, (DateTime?)null), cancellationToken);
        if (changed == 0) return BatchOrder.TooLate;
        write.Db.Note(clock.GetUtcNow().UtcDateTime, personId, AuditSubject.ImportBatch, batchId, "state", null, word);
        await write.CommitAsync(cancellationToken);
        return BatchOrder.Done;
    }

    private static async Task<bool> MayAsync(ClaimsDeskDb db, string? personId, CancellationToken cancellationToken) =>
        personId is null || await db.MayAsync(personId, Role.Admin, cancellationToken);
}
