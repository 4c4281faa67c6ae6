using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>
/// Reads the texts of an import on all cores and gives them in their order, so that what is stored is always a whole beginning of the
/// import. No more are read ahead than keeps the cores busy while a group is stored.
/// </summary>
internal sealed class BatchReading(IDbContextFactory<ClaimsDeskDb> database, FormatReader formats, ItemReader reader, ILogger log, int batchId)
{
    private const int SmallFile = 64 * 1024, FilesAtOnce = 100;
    private static readonly int Cores = Math.Clamp(Environment.ProcessorCount, 1, 64);

    private readonly TaskFactory _onAllCores = new(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Cores).ConcurrentScheduler);
    private readonly Channel<Task<ReadItem>> _items = Channel.CreateBounded<Task<ReadItem>>(BatchRun.MostTexts + (4 * Cores));

    /// <summary>The texts that have no outcome yet, each to be awaited.</summary>
    public ChannelReader<Task<ReadItem>> Start(CancellationToken cancellationToken)
    {
        _ = Task.Run(async () =>
        {
            try
            {
                await foreach (var (file, bytes) in FilesAsync(cancellationToken)) await ReadAsync(file, bytes, cancellationToken);
                _items.Writer.Complete();
            }
            catch (Exception e)
            {
                _items.Writer.Complete(e);
            }
        }, CancellationToken.None);
        return _items.Reader;
    }

    // The bytes of small files come with them: a query for each would take as long as reading it.
    private async IAsyncEnumerable<(IncomingFile File, byte[]? Bytes)> FilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = 0;
        while (true)
        {
            List<IncomingFile> files;
            Dictionary<int, byte[]> bytes;
            await using (var db = await database.CreateDbContextAsync(cancellationToken))
            {
                files = await db.IncomingFiles.AsNoTracking().Where(f => f.BatchId == batchId && !f.IsDone && f.Position >= next)
                    .OrderBy(f => f.Position).Take(FilesAtOnce).ToListAsync(cancellationToken);
                var small = files.Where(f => f.IsWhole && f.Length <= SmallFile).Select(f => f.Id).ToList();
                bytes = await db.Set<IncomingChunk>().AsNoTracking().Where(c => small.Contains(c.FileId) && c.Number == 0)
                    .ToDictionaryAsync(c => c.FileId, c => c.Bytes, cancellationToken);
            }
            if (files.Count == 0) yield break;
            foreach (var file in files) yield return (file, bytes.GetValueOrDefault(file.Id));
            next = files[^1].Position + 1;
        }
    }

    // One text behind, to know which is the last one of the file.
    private async Task ReadAsync(IncomingFile file, byte[]? bytes, CancellationToken cancellationToken)
    {
        FoundItem? last = null;
        var number = 0;
        await foreach (var found in FindAsync(file, bytes, cancellationToken))
        {
            if (number++ < file.ItemsDone) continue;
            if (last is not null) await GiveAsync(file, last, false, cancellationToken);
            last = found;
        }
        await GiveAsync(file, last ?? FoundItem.Rejected(file.Name, "There is no text in it. Check the file, and import it again."), true, cancellationToken);
    }

    private async Task GiveAsync(IncomingFile file, FoundItem found, bool endsFile, CancellationToken cancellationToken) =>
        await _items.Writer.WriteAsync(_onAllCores.StartNew(() => reader.Read(file, found, endsFile), CancellationToken.None), cancellationToken);

    private IAsyncEnumerable<FoundItem> FindAsync(IncomingFile file, byte[]? bytes, CancellationToken cancellationToken)
    {
        if (file.Problem is { } problem) return One(FoundItem.Rejected(file.Name, problem));
        if (!file.IsWhole) return One(FoundItem.Rejected(file.Name, "It was broken off while it was brought in. Import it again."));
        var spooled = new ImportFile(file.Name, _ => Task.FromResult<Stream>(bytes is null ? new SpooledStream(database, file.Id, file.Length) : new MemoryStream(bytes, writable: false)))
        {
            PublishedOn = file.PublishedOn,
            Outlet = file.Outlet,
            Url = file.Url,
        };
        return GuardedAsync(spooled, cancellationToken);
    }

    private static async IAsyncEnumerable<FoundItem> One(FoundItem item)
    {
        await Task.CompletedTask;
        yield return item;
    }

    // A mistake of a format's reader ends its file; the other files go on.
    private async IAsyncEnumerable<FoundItem> GuardedAsync(ImportFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = formats.FindAsync(file, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var failed = false;
        while (!failed)
        {
            try
            {
                if (!await items.MoveNextAsync()) yield break;
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                await using var db = await database.CreateDbContextAsync(CancellationToken.None);
                if (db.TroubleOf(e) is { } trouble) throw new KnowledgeBaseUnusableException(trouble, e);
                log.LogError(e, "The file {FileName} could not be taken apart", file.Name);
                failed = true;
            }
            yield return failed ? FoundItem.Rejected(file.Name, ItemReader.OurMistake) : items.Current;
        }
    }
}
