using System.Globalization;
using ClaimsDesk.Extraction;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import.Formats;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>What an import is to be.</summary>
/// <param name="PersonId">Who imports; null for the machine's own user and for ClaimsDesk itself.</param>
/// <param name="Name">What it is called; null for the time of day.</param>
public sealed record NewBatch(string? PersonId, string? Name = null)
{
    /// <summary>Whether it only finds out what would happen.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>What a second run of the same command knows it by.</summary>
    public string? Origin { get; init; }

    /// <summary>What the importer says of all its texts, in words.</summary>
    public string? Settings { get; init; }
}

/// <summary>
/// Brings files into the database, where they wait to be read. Files come in one after the other and are never whole in memory; what is
/// there when a sender goes away is imported all the same.
/// </summary>
public sealed class BatchIntake(WriteGate gate, TimeProvider clock, ReadingLimits limits)
{
    private const int MostAtOnce = 200;

    /// <summary>Brings in all files of an import that is to be worked on at once by whoever takes it; null where the person may not import.</summary>
    /// <exception cref="KnowledgeBaseUnusableException">The database can't be written to.</exception>
    public async Task<int?> QueueAsync(NewBatch batch, IEnumerable<ImportFile> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (await BeginAsync(batch, cancellationToken) is not { } id) return null;
        await AddAsync(id, files, cancellationToken);
        await EndAsync(id, cancellationToken);
        return id;
    }

    /// <summary>Begins an import that nobody works on before <see cref="EndAsync"/>; null where the person may not import.</summary>
    public async Task<int?> BeginAsync(NewBatch wanted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var write = await gate.EnterAsync(cancellationToken);
        if (wanted.PersonId is not null && !await write.Db.MayAsync(wanted.PersonId, Role.Admin, cancellationToken)) return null;
        var batch = new ImportBatch
        {
            Name = string.IsNullOrWhiteSpace(wanted.Name) ? "Import of " + now.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture) : wanted.Name.Trim(),
            PersonId = wanted.PersonId,
            StartedAt = now,
            State = BatchState.Receiving,
            IsDryRun = wanted.IsDryRun,
            ExtractorVersion = Extractor.Version,
            Origin = wanted.Origin,
            Settings = wanted.Settings,
            LeasedBy = BatchLeases.New(),
            LeasedUntil = now + BatchLeases.Length,
        };
        write.Db.ImportBatches.Add(batch);
        await write.CommitAsync(cancellationToken);
        return batch.Id;
    }

    /// <summary>
    /// Brings in files, after those that are there. One that can't be opened is named in the report. Where the import was ended meanwhile,
    /// or another process went on with it because nothing had come for long, the rest is not brought in; the import's notes say so.
    /// </summary>
    public async Task AddAsync(int batchId, IEnumerable<ImportFile> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var waiting = new List<IncomingFile>();
        foreach (var file in files)
        {
            var (arrived, rest) = await OpenAsync(batchId, file, cancellationToken);
            waiting.Add(arrived);
            await using (rest)
            {
                if (waiting.Count < MostAtOnce && waiting.Sum(f => f.Length) < 8 * IncomingFile.ChunkLength && arrived.IsWhole) continue;
                if (!await StoreAsync(batchId, waiting, cancellationToken)) return;
                if (rest is not null && !await ReceiveAsync(batchId, arrived, rest, cancellationToken)) return;
                waiting.Clear();
            }
        }
        await StoreAsync(batchId, waiting, cancellationToken);
    }

    /// <summary>All files are there: the import waits to be worked on.</summary>
    public async Task EndAsync(int batchId, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        await write.Db.ImportBatches.Where(b => b.Id == batchId && b.State == BatchState.Receiving)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BatchState.Waiting)
                .SetProperty(b => b.LeasedBy, (string?)null).SetProperty(b => b.LeasedUntil, (DateTime?)null), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Forgets an import whose files have not all been brought in.</summary>
    public async Task AbandonAsync(int batchId)
    {
        await using var write = await gate.EnterAsync();
        await write.Db.ImportBatches.Where(b => b.Id == batchId && b.State == BatchState.Receiving).ExecuteDeleteAsync();
        await write.CommitAsync();
    }

    // A small file is whole with its first chunk; of a longer one the stream is given back, to be read without keeping others waiting.
    private static async Task<(IncomingFile File, Stream? More)> OpenAsync(int batchId, ImportFile file, CancellationToken cancellationToken)
    {
        var arrived = new IncomingFile { BatchId = batchId, Name = file.Name, PublishedOn = file.PublishedOn, Outlet = file.Outlet, Url = file.Url };
        Stream? stream = null;
        try
        {
            stream = await file.Open(cancellationToken);
            var chunk = await ChunkAsync(stream, cancellationToken);
            if (chunk.Length > 0) arrived.Chunks.Add(new IncomingChunk { Number = 0, Bytes = chunk });
            arrived.Length = chunk.Length;
            if (chunk.Length == IncomingFile.ChunkLength) return (arrived, stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            arrived.Problem = ImportFile.WhyUnopened(e);
        }
        arrived.IsWhole = true;
        if (stream is not null) await stream.DisposeAsync();
        return (arrived, null);
    }

    private async Task<bool> ReceiveAsync(int batchId, IncomingFile file, Stream stream, CancellationToken cancellationToken)
    {
        var (length, number) = (file.Length, 1);
        string? problem = null;
        var ended = false;
        while (!ended)
        {
            byte[] chunk = [];
            try
            {
                chunk = await ChunkAsync(stream, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problem = ImportFile.WhyUnopened(e);
            }
            length += chunk.Length;
            ended = chunk.Length < IncomingFile.ChunkLength || length > limits.ContainerBytes; // too long: the reader refuses it by its length
            await using var write = await gate.EnterAsync(cancellationToken);
            if (!await RenewAsync(write.Db, batchId, 0, chunk.Length, cancellationToken)) return false;
            if (chunk.Length > 0) write.Db.Add(new IncomingChunk { FileId = file.Id, Number = number++, Bytes = chunk });
            await write.Db.Set<IncomingFile>().Where(f => f.Id == file.Id).ExecuteUpdateAsync(
                set => set.SetProperty(f => f.Length, length).SetProperty(f => f.IsWhole, ended).SetProperty(f => f.Problem, problem), cancellationToken);
            await write.CommitAsync(cancellationToken);
        }
        return true;
    }

    private async Task<bool> StoreAsync(int batchId, List<IncomingFile> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0) return true;
        await using var write = await gate.EnterAsync(cancellationToken);
        var position = await write.Db.ImportBatches.Where(b => b.Id == batchId).Select(b => b.Files).SingleAsync(cancellationToken);
        if (!await RenewAsync(write.Db, batchId, files.Count, files.Sum(f => f.Length), cancellationToken)) return false;
        write.Db.AddRange(files.Select((file, i) => file.At(position + i)));
        await write.CommitAsync(cancellationToken);
        return true;
    }

    // False where the import does not wait for files any more.
    private async Task<bool> RenewAsync(ClaimsDeskDb db, int batchId, int files, long bytes, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow().UtcDateTime + BatchLeases.Length;
        return await db.ImportBatches.Where(b => b.Id == batchId && b.State == BatchState.Receiving).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.Files, b => b.Files + files).SetProperty(b => b.Bytes, b => b.Bytes + bytes).SetProperty(b => b.LeasedUntil, until),
            cancellationToken) == 1;
    }

    private static async Task<byte[]> ChunkAsync(Stream stream, CancellationToken cancellationToken)
    {
        var chunk = new byte[IncomingFile.ChunkLength];
        var count = await stream.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, cancellationToken);
        return count == chunk.Length ? chunk : chunk[..count];
    }
}
