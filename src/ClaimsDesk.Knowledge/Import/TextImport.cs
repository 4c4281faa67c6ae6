using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import.Formats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Reads a text: the extraction, as import uses it.</summary>
public delegate ExtractedDocument Extract(SourceText text, ExtractionContext context);

/// <summary>
/// Brings texts into the knowledge base. All articles of one text are stored in one transaction or not at all; a text that is there
/// already is not stored again; whatever is wrong with one text, the others go on. What is stopped, by whatever, goes on where it stopped.
/// </summary>
public sealed class TextImport(
    IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, BatchIntake intake, BatchLeases leases, ImportHistory history, Extract extract,
    FormatReader formats, TimeProvider clock, ILogger<TextImport> log)
{
    /// <summary>Imports for a person, who must be an admin, now and at every text, and waits for the end.</summary>
    /// <param name="personId">Who imports.</param>
    /// <param name="name">What the import is called; null for the time of day.</param>
    /// <param name="files">The files.</param>
    /// <param name="progress">Is told when a text is done with.</param>
    /// <param name="cancellationToken">Pauses the import; what is stored stays stored, and the rest waits.</param>
    /// <exception cref="KnowledgeBaseUnusableException">The database can't be written to: no room, no right, locked. What is stored stays stored.</exception>
    public async Task<ImportResult> ImportAsync(
        string personId, string? name, IEnumerable<ImportFile> files, IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        await RunAsync(new NewBatch(personId, name), files, progress, cancellationToken) is { } report ? new ImportResult.Ran(report) : new ImportResult.NotAllowed();

    /// <summary>Imports the first texts on ClaimsDesk's own behalf, where nothing was ever imported; null where there is nothing to do.</summary>
    public async Task<ImportReport?> SeedAsync(
        IEnumerable<ImportFile> files, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await using (var db = await database.CreateDbContextAsync(cancellationToken))
        {
            // Before imports were resumed, one that was broken off had to be made again.
            if (await db.ImportBatches.AnyAsync(b => b.PersonId != null || b.State != BatchState.Cancelled, cancellationToken)) return null;
        }
        return await RunAsync(new NewBatch(null, "First texts"), files, progress, cancellationToken);
    }

    /// <summary>
    /// Imports from the machine itself, whose user may write the database anyway; nobody is named as having done it. Where an import of the
    /// same origin was stopped before its end, that one goes on and the files are not brought in again.
    /// </summary>
    /// <param name="wanted">What the import is to be.</param>
    /// <param name="files">The files.</param>
    /// <param name="progress">Is told when a text is done with.</param>
    /// <param name="cancellationToken">Pauses the import; what is stored stays stored, and the rest waits.</param>
    public async Task<ImportReport> ImportFromMachineAsync(
        NewBatch wanted, IEnumerable<ImportFile> files, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (await TakeStoppedAsync(wanted, cancellationToken) is { } stopped)
        {
            await RunAsync(stopped, progress, BatchState.Paused, cancellationToken);
            return (await history.ReadAsync(stopped.Id, CancellationToken.None))!;
        }
        return (await RunAsync(wanted with { PersonId = null }, files, progress, cancellationToken))!;
    }

    /// <summary>Works on an import whose lease this process holds.</summary>
    /// <param name="batch">The import, as it was taken.</param>
    /// <param name="progress">Is told when a text is done with.</param>
    /// <param name="stopped">The state it is left in where it is stopped; null for that of being worked on, so that the next process takes it.</param>
    /// <param name="cancellationToken">Stops after the texts that are being stored.</param>
    public async Task RunAsync(ImportBatch batch, IProgress<ImportProgress>? progress, BatchState? stopped, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        try
        {
            await using var db = await database.CreateDbContextAsync(cancellationToken);
            var reading = new BatchReading(database, formats, new ItemReader(batch, db.Model, extract, log), log, batch.Id);
            await new BatchRun(gate, clock, log, batch, progress).RunAsync(reading, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await leases.ReleaseAsync(batch, stopped);
        }
    }

    private async Task<ImportReport?> RunAsync(
        NewBatch wanted, IEnumerable<ImportFile> files, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (await intake.BeginAsync(wanted, cancellationToken) is not { } id) return null;
        try
        {
            await intake.AddAsync(id, files, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await intake.AbandonAsync(id);
            throw;
        }
        await RunAsync(await leases.TakeReceivedAsync(id, cancellationToken), progress, BatchState.Paused, cancellationToken);
        return await history.ReadAsync(id, CancellationToken.None);
    }

    private async Task<ImportBatch?> TakeStoppedAsync(NewBatch wanted, CancellationToken cancellationToken)
    {
        if (wanted.Origin is null) return null;
        BatchState[] open = [BatchState.Waiting, BatchState.Running, BatchState.Paused];
        int? id;
        await using (var write = await gate.EnterAsync(cancellationToken))
        {
            var same = write.Db.ImportBatches.Where(b => b.Origin == wanted.Origin && b.IsDryRun == wanted.IsDryRun);
            id = await same.Where(b => open.Contains(b.State)).OrderByDescending(b => b.Id).Select(b => (int?)b.Id).FirstOrDefaultAsync(cancellationToken);
            if (id is null) return null;
            await same.Where(b => b.Id == id && b.State == BatchState.Paused)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BatchState.Waiting), cancellationToken);
            await write.CommitAsync(cancellationToken);
        }
        return await leases.TakeAsync(id, cancellationToken);
    }
}
