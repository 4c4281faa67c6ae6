using System.Globalization;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import.Formats;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Reads a text: the extraction, as import uses it.</summary>
public delegate ExtractedDocument Extract(SourceText text, ExtractionContext context);

/// <summary>
/// Brings texts into the knowledge base. All articles of one file are stored in one transaction or not at all; a text that is there
/// already is not stored again; whatever is wrong with one text, the others go on.
/// </summary>
public sealed class TextImport(
    IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, Extract extract, TimeProvider clock, ILogger<TextImport> log, FormatReader formats)
{
    /// <summary>Imports for a person, who must be an admin, now and at every file.</summary>
    /// <param name="personId">Who imports.</param>
    /// <param name="name">What the import is called; null for the time of day.</param>
    /// <param name="files">The files.</param>
    /// <param name="progress">Is told when a text begins and when it is done with.</param>
    /// <param name="cancellationToken">Stops before the next text; those that are stored stay stored.</param>
    /// <exception cref="KnowledgeBaseUnusableException">The database can't be written to: no room, no right, locked. What is stored stays stored.</exception>
    public async Task<ImportResult> ImportAsync(
        string personId, string? name, IReadOnlyList<ImportFile> files, IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        await using (var db = await database.CreateDbContextAsync(cancellationToken))
        {
            if (!await db.MayAsync(personId, Role.Admin, cancellationToken)) return new ImportResult.NotAllowed();
        }
        return new ImportResult.Ran(await RunAsync(personId, name, files, progress, cancellationToken));
    }

    /// <summary>Imports the first texts on ClaimsDesk's own behalf, where no import was ever made or the first one was broken off; null where there is nothing to do.</summary>
    public async Task<ImportReport?> SeedAsync(
        IReadOnlyList<ImportFile> files, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        await using (var db = await database.CreateDbContextAsync(cancellationToken))
        {
            var ended = db.ImportBatches.Where(b => b.FinishedAt != null && b.Items.All(i => i.Outcome != ImportOutcome.NotReached));
            if (await db.ImportBatches.AnyAsync(b => b.PersonId != null, cancellationToken) || await ended.AnyAsync(cancellationToken)) return null;
        }
        return await RunAsync(null, "First texts", files, progress, cancellationToken);
    }

    /// <summary>Imports from the machine itself, whose user may write the database anyway; nobody is named as having done it.</summary>
    /// <param name="name">What the import is called; null for the time of day.</param>
    /// <param name="files">The files.</param>
    /// <param name="progress">Is told when a text begins and when it is done with.</param>
    /// <param name="cancellationToken">Stops before the next text; those that are stored stay stored.</param>
    public Task<ImportReport> ImportFromMachineAsync(
        string? name, IReadOnlyList<ImportFile> files, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(null, name, files, progress, cancellationToken);

    private async Task<ImportReport> RunAsync(
        string? personId, string? name, IReadOnlyList<ImportFile> files, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var batch = await BeginAsync(personId, name, cancellationToken);
        var one = new FileImport(database, gate, extract, clock, log, formats, batch);
        var items = new List<ImportReportItem>();
        foreach (var (file, i) in files.Select((file, i) => (file, i)))
        {
            progress?.Report(new ImportProgress(i, files.Count, file.Name, null));
            await foreach (var item in one.ImportAsync(file, items.Count, cancellationToken))
            {
                items.Add(item);
                progress?.Report(new ImportProgress(i + 1, files.Count, item.FileName, item));
            }
        }
        var finishedAt = await EndAsync(batch, items);
        return new ImportReport(batch.Id, batch.Name, batch.StartedAt, finishedAt, personId, items);
    }

    private async Task<ImportBatch> BeginAsync(string? personId, string? name, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var batch = new ImportBatch
        {
            Name = string.IsNullOrWhiteSpace(name) ? "Import of " + now.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture) : name.Trim(),
            PersonId = personId,
            StartedAt = now,
        };
        await using var write = await gate.EnterAsync(cancellationToken);
        write.Db.ImportBatches.Add(batch);
        await write.CommitAsync(cancellationToken);
        return batch;
    }

    // An import that was stopped has ended, too.
    private async Task<DateTime> EndAsync(ImportBatch batch, List<ImportReportItem> items)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var write = await gate.EnterAsync(CancellationToken.None);
        await write.Db.ImportBatches.Where(b => b.Id == batch.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.FinishedAt, now), CancellationToken.None);
        var stored = items.Count(item => item.Outcome == ImportOutcome.Imported);
        write.Db.Note(now, batch.PersonId, AuditSubject.ImportBatch, batch.Id, "import", null,
            string.Create(CultureInfo.InvariantCulture, $"{stored} of {items.Count} texts, {items.Sum(item => item.Claims)} claims"));
        await write.CommitAsync(CancellationToken.None);
        return now;
    }
}
