using System.Globalization;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>
/// Takes what an import brought out of the knowledge base again: articles, claims, and the sources and actors that nothing else uses. What
/// people have worked on since stays, and is named. Works text by text, the latest first, and goes on after a restart.
/// </summary>
public sealed class BatchUndo(WriteGate gate, TimeProvider clock)
{
    private const int FilesAtOnce = 5;

    /// <summary>Orders it; whoever works on imports does it. Needs an administrator.</summary>
    public async Task<BatchOrder> OrderAsync(string? personId, int batchId, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        if (personId is not null && !await write.Db.MayAsync(personId, Role.Admin, cancellationToken)) return BatchOrder.NotAllowed;
        BatchState[] ended = [BatchState.Finished, BatchState.Cancelled];
        var changed = await write.Db.ImportBatches.Where(b => b.Id == batchId && ended.Contains(b.State) && !b.IsDryRun)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BatchState.Undoing), cancellationToken);
        if (changed == 0) return BatchOrder.TooLate;
        write.Db.Note(clock.GetUtcNow().UtcDateTime, personId, AuditSubject.ImportBatch, batchId, "undo", null, "ordered");
        await write.CommitAsync(cancellationToken);
        return BatchOrder.Done;
    }

    /// <summary>Does it, for an import whose lease this process holds.</summary>
    /// <exception cref="KnowledgeBaseUnusableException">The database can't be written to; what is taken out stays so, the rest follows later.</exception>
    public async Task RunAsync(ImportBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var before = int.MaxValue;
        while (true)
        {
            await using var write = await gate.EnterAsync(cancellationToken);
            if (!await RenewAsync(write.Db, batch, cancellationToken)) return;
            var files = await write.Db.SourceFiles.Where(f => f.BatchId == batch.Id && f.Id < before)
                .OrderByDescending(f => f.Id).Select(f => f.Id).Take(FilesAtOnce).ToListAsync(cancellationToken);
            if (files.Count == 0)
            {
                await EndAsync(write.Db, batch, cancellationToken);
                await write.CommitAsync(cancellationToken);
                return;
            }
            foreach (var file in files) await UndoAsync(write.Db, batch, file, cancellationToken);
            before = files[^1];
            await write.CommitAsync(cancellationToken);
        }
    }

    private static async Task UndoAsync(ClaimsDeskDb db, ImportBatch batch, int fileId, CancellationToken cancellationToken)
    {
        var file = new StoredText(db, fileId);
        var items = db.ImportItems.Where(i => i.SourceFileId == fileId);
        if (await file.WhyKeptAsync(batch.Id, cancellationToken) is { } why)
        {
            await items.Where(i => i.BatchId == batch.Id && i.Articles > 0).ExecuteUpdateAsync(set => set.SetProperty(i => i.Reason, "Kept: " + why), cancellationToken);
            return;
        }
        await items.ExecuteUpdateAsync(set => set.SetProperty(i => i.SourceFileId, (int?)null), cancellationToken);
        await file.RemoveAsync(cancellationToken);
    }

    private async Task<bool> RenewAsync(ClaimsDeskDb db, ImportBatch batch, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow().UtcDateTime + BatchLeases.Length;
        return await db.ImportBatches.Where(b => b.Id == batch.Id && b.State == BatchState.Undoing && b.LeasedBy == batch.LeasedBy)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.LeasedUntil, until), cancellationToken) == 1;
    }

    private async Task EndAsync(ClaimsDeskDb db, ImportBatch batch, CancellationToken cancellationToken)
    {
        var kept = await db.SourceFiles.CountAsync(f => f.BatchId == batch.Id, cancellationToken);
        await db.ImportBatches.Where(b => b.Id == batch.Id).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.State, BatchState.Undone).SetProperty(b => b.LeasedBy, (string?)null).SetProperty(b => b.LeasedUntil, (DateTime?)null),
            cancellationToken);
        db.Note(clock.GetUtcNow().UtcDateTime, null, AuditSubject.ImportBatch, batch.Id, "undo", "ordered",
            kept == 0 ? "all texts taken out" : string.Create(CultureInfo.InvariantCulture, $"taken out, but for {kept} texts that people worked on or that others use"));
    }
}
