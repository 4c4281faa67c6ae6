using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Works on one import, whose lease this process holds, to its end or until somebody stops it.</summary>
internal sealed class BatchRun(WriteGate gate, TimeProvider clock, ILogger log, ImportBatch batch, IProgress<ImportProgress>? progress)
{
    internal const int MostTexts = 64;
    private const int MostClaims = 800, FewestClaims = 100;

    // A person who saves waits for one group at most: on a busy machine groups shrink until one takes no longer than this, and than half of
    // it for a while after somebody has waited.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMilliseconds(300), AfterWaiting = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Heartbeat = BatchLeases.Length / 4;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<string, string> _rehearsed = new(StringComparer.Ordinal);
    private int _mostClaims = MostClaims / 2;
    private long? _waitedFor;
    private bool _ended;

    /// <summary>Stores what is read, in order, a few texts at a time.</summary>
    /// <exception cref="KnowledgeBaseUnusableException">The database can't be written to; what is stored stays stored.</exception>
    public async Task RunAsync(BatchReading reading, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var items = reading.Start(stop.Token);
        try
        {
            while (!_ended && await NextAsync(items, cancellationToken) is { } first)
            {
                var group = new List<ReadItem> { await BeatingAsync(first, cancellationToken) };
                while (group.Count < MostTexts && group.Sum(i => i.Weight) < _mostClaims && items.TryPeek(out var next) && next.IsCompletedSuccessfully && items.TryRead(out _))
                    group.Add(await next);
                await StoreAsync(group, cancellationToken);
            }
            if (!_ended) await FinishAsync();
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private async Task<Task<ReadItem>?> NextAsync(System.Threading.Channels.ChannelReader<Task<ReadItem>> items, CancellationToken cancellationToken) =>
        await BeatingAsync(items.WaitToReadAsync(cancellationToken).AsTask(), cancellationToken) && items.TryRead(out var item) ? item : null;

    // A text may take longer than a lease lasts.
    private async Task<T> BeatingAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        while (await Task.WhenAny(task, Task.Delay(Heartbeat, cancellationToken)) != task)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var write = await gate.EnterAsync(cancellationToken);
            _ended = !await RenewAsync(write.Db, 0, 0, 0, cancellationToken);
            await write.CommitAsync(cancellationToken);
        }
        return await task;
    }

    private async Task StoreAsync(List<ReadItem> group, CancellationToken cancellationToken)
    {
        try
        {
            await StoreInOneAsync(group, cancellationToken);
        }
        catch (Exception e) when (e is not (KnowledgeBaseUnusableException or OperationCanceledException or OutOfMemoryException))
        {
            if (group.Count == 1)
            {
                log.LogError(e, "The text {FileName} could not be stored", group[0].Found.Name);
                await StoreInOneAsync([group[0].But(ImportOutcome.Failed, ItemReader.OurMistake)], cancellationToken);
                return;
            }
            // One of them can't be stored, and no other is to suffer for it.
            foreach (var item in group) await StoreAsync([item], cancellationToken);
        }
    }

    private async Task StoreInOneAsync(List<ReadItem> group, CancellationToken cancellationToken)
    {
        if (_ended) return;
        IReadOnlyList<ImportReportItem>? report;
        await using (var write = await gate.EnterAsync(cancellationToken))
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                report = await StoreAsync(write, group, cancellationToken);
            }
            catch (Exception e) when (write.Db.TroubleOf(e) is { } trouble)
            {
                // No room, no connection: no fault of these texts.
                throw new KnowledgeBaseUnusableException(trouble, e);
            }
            FitGroups(Stopwatch.GetElapsedTime(began));
        }
        _ended = report is null;
        if (report is null) return;
        batch.ItemsDone += group.Count;
        foreach (var (item, told) in group.Zip(report))
        {
            if (item.EndsFile) batch.FilesDone++;
            progress?.Report(new ImportProgress(batch.FilesDone, batch.Files, item.File.Position, told));
        }
    }

    private void FitGroups(TimeSpan turn)
    {
        if (gate.IsWaitedFor) _waitedFor = Stopwatch.GetTimestamp();
        var longest = _waitedFor is { } at && Stopwatch.GetElapsedTime(at) < AfterWaiting ? LongestTurn / 2 : LongestTurn;
        if (turn > longest) _mostClaims = Math.Max(FewestClaims, _mostClaims / 2);
        else if (turn < longest / 3) _mostClaims = Math.Min(MostClaims, _mostClaims * 2);
    }

    // Null where the import is no longer to be worked on.
    private async Task<IReadOnlyList<ImportReportItem>?> StoreAsync(Write write, List<ReadItem> group, CancellationToken cancellationToken)
    {
        var db = write.Db;
        if (batch.PersonId is not null && !await db.MayAsync(batch.PersonId, Role.Admin, cancellationToken))
        {
            await BatchControl.EndAsync(db, batch.Id, "The right to import was taken away before its turn.", clock.GetUtcNow().UtcDateTime, cancellationToken);
            await write.CommitAsync(cancellationToken);
            return null;
        }
        var done = group.Where(i => i.EndsFile).Select(i => i.File).ToList();
        if (!await RenewAsync(db, group.Count, done.Count, done.Sum(f => f.Length), cancellationToken)) return null;
        var report = await new ItemStore(db, batch, clock.GetUtcNow().UtcDateTime, _rehearsed).StoreAsync(group, batch.ItemsDone, cancellationToken);
        await LeaveAsync(db, group, done, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return report;
    }

    // The bytes of a file are not needed any more once its last text is stored; a dry run keeps them for the import that may follow.
    private async Task LeaveAsync(ClaimsDeskDb db, List<ReadItem> group, List<IncomingFile> done, CancellationToken cancellationToken)
    {
        var keys = done.Select(f => f.Id).ToList();
        if (keys.Count > 0 && batch.IsDryRun)
            await db.IncomingFiles.Where(f => keys.Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.IsDone, true), cancellationToken);
        else if (keys.Count > 0)
            await db.IncomingFiles.Where(f => keys.Contains(f.Id)).ExecuteDeleteAsync(cancellationToken);
        var begun = group[^1].File;
        if (group[^1].EndsFile) return;
        var more = group.Count(i => i.File == begun);
        await db.IncomingFiles.Where(f => f.Id == begun.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.ItemsDone, f => f.ItemsDone + more), cancellationToken);
    }

    // False where somebody paused or ended the import, or another process took it.
    private async Task<bool> RenewAsync(ClaimsDeskDb db, int items, int files, long bytes, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow().UtcDateTime + BatchLeases.Length;
        var worked = _clock.Elapsed.TotalSeconds;
        _clock.Restart();
        return await db.ImportBatches.Where(b => b.Id == batch.Id && b.State == BatchState.Running && b.LeasedBy == batch.LeasedBy).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.LeasedUntil, until).SetProperty(b => b.WorkedSeconds, b => b.WorkedSeconds + worked)
                .SetProperty(b => b.ItemsDone, b => b.ItemsDone + items).SetProperty(b => b.FilesDone, b => b.FilesDone + files)
                .SetProperty(b => b.BytesDone, b => b.BytesDone + bytes), cancellationToken) == 1;
    }

    private async Task FinishAsync()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var write = await gate.EnterAsync(CancellationToken.None);
        var db = write.Db;
        if (!await RenewAsync(db, 0, 0, 0, CancellationToken.None)) return;
        await db.ImportBatches.Where(b => b.Id == batch.Id).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.FinishedAt, now).SetProperty(b => b.State, BatchState.Finished)
                .SetProperty(b => b.LeasedBy, (string?)null).SetProperty(b => b.LeasedUntil, (DateTime?)null));
        if (!batch.IsDryRun)
        {
            var items = db.ImportItems.Where(i => i.BatchId == batch.Id);
            var stored = await items.CountAsync(i => i.Articles > 0);
            var claims = await items.SumAsync(i => i.Claims);
            db.Note(now, batch.PersonId, AuditSubject.ImportBatch, batch.Id, "import", null,
                string.Create(CultureInfo.InvariantCulture, $"{stored} of {batch.ItemsDone} texts, {claims} claims"));
        }
        await write.CommitAsync();
    }
}
