using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
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
    IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, Extract extract, TimeProvider clock, ILogger<TextImport> log)
{
    /// <summary>Imports for a person, who must be an admin, now and at every file.</summary>
    /// <param name="personId">Who imports.</param>
    /// <param name="name">What the import is called; null for the time of day.</param>
    /// <param name="files">The texts.</param>
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
            if (await db.ImportBatches.AnyAsync(b => b.PersonId != null || b.FinishedAt != null, cancellationToken)) return null;
        }
        return await RunAsync(null, "First texts", files, progress, cancellationToken);
    }

    /// <summary>Imports from the machine itself, whose user may write the database anyway; nobody is named as having done it.</summary>
    /// <param name="name">What the import is called; null for the time of day.</param>
    /// <param name="files">The texts.</param>
    /// <param name="progress">Is told when a text begins and when it is done with.</param>
    /// <param name="cancellationToken">Stops before the next text; those that are stored stay stored.</param>
    public Task<ImportReport> ImportFromMachineAsync(
        string? name, IReadOnlyList<ImportFile> files, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(null, name, files, progress, cancellationToken);

    private async Task<ImportReport> RunAsync(
        string? personId, string? name, IReadOnlyList<ImportFile> files, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var batch = await BeginAsync(personId, name, cancellationToken);
        var items = new List<ImportReportItem>();
        foreach (var file in files)
        {
            progress?.Report(new ImportProgress(items.Count, files.Count, file.Name, null));
            items.Add(await OneAsync(file, items.Count, batch, cancellationToken));
            progress?.Report(new ImportProgress(items.Count, files.Count, file.Name, items[^1]));
        }
        var finishedAt = await EndAsync(batch);
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
    private async Task<DateTime> EndAsync(ImportBatch batch)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var write = await gate.EnterAsync(CancellationToken.None);
        await write.Db.ImportBatches.Where(b => b.Id == batch.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.FinishedAt, now), CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
        return now;
    }

    private async Task<ImportReportItem> OneAsync(ImportFile file, int position, ImportBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = await ReadAsync(file, cancellationToken);
            if (read.Decoding is Decoding.Unreadable unreadable)
                return await NameAsync(file, position, batch, ImportOutcome.Unreadable, unreadable.Reason);
            var text = (Decoding.Read)read.Decoding;
            var hashes = new Hashes(Hash(read.Bytes), Hash(Encoding.UTF8.GetBytes(text.Text.ReplaceLineEndings("\n").Trim())));
            if (await FindStoredAsync(hashes, cancellationToken) is { } stored) return await AlreadyAsync(file, position, batch, stored);
            var document = await Task.Run(() => extract(new SourceText(text.Text), new ExtractionContext(file.PublishedOn)), cancellationToken);
            if (document.Articles.Count == 0)
                return await NameAsync(file, position, batch, ImportOutcome.Unreadable, "No article was found in it. Check that it holds running text in English, and import it again.");
            return await StoreAsync(file, position, batch, read.Bytes, text, hashes, document, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await NameAsync(file, position, batch, ImportOutcome.NotReached, "The import was stopped before its turn. Import it again.");
        }
        catch (Exception e)
        {
            await using var db = await database.CreateDbContextAsync(CancellationToken.None);
            if (db.TroubleOf(e) is { } trouble) throw new KnowledgeBaseUnusableException(trouble, e);
            log.LogError(e, "The text {FileName} could not be imported", file.Name);
            return await NameAsync(file, position, batch, ImportOutcome.Failed, "ClaimsDesk made a mistake with this text; the log says more. The others are not affected.");
        }
    }

    private static async Task<(byte[] Bytes, Decoding Decoding)> ReadAsync(ImportFile file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await file.Open(cancellationToken);
            var bytes = new MemoryStream();
            var buffer = new byte[81920];
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > TextDecoder.GreatestLength)
                    return ([], TextDecoder.TooLong(stream.CanSeek ? stream.Length : bytes.Length));
            }
            return (bytes.ToArray(), TextDecoder.Decode(bytes.ToArray()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], new Decoding.Unreadable(e is UnauthorizedAccessException ? "This user may not read the file. Give the right to read it, and import it again." : e.Message));
        }
    }

    private async Task<StoredFile?> FindStoredAsync(Hashes hashes, CancellationToken cancellationToken)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await FindStoredAsync(db, hashes, cancellationToken);
    }

    private static async Task<StoredFile?> FindStoredAsync(ClaimsDeskDb db, Hashes hashes, CancellationToken cancellationToken) =>
        await db.SourceFiles.AsNoTracking()
            .Where(f => f.Sha256 == hashes.Bytes || f.TextSha256 == hashes.Text)
            .Select(f => new StoredFile(f.Id, f.FileName, f.Articles.OrderBy(a => a.Position).Select(a => new ImportedArticle(a.Id, a.Title)).ToList()))
            .FirstOrDefaultAsync(cancellationToken);

    private async Task<ImportReportItem> StoreAsync(
        ImportFile file, int position, ImportBatch batch, byte[] bytes, Decoding.Read text, Hashes hashes, ExtractedDocument document,
        CancellationToken cancellationToken)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        if (batch.PersonId is not null && !await db.MayAsync(batch.PersonId, Role.Admin, cancellationToken))
            return await NameAsync(db, file, position, batch, ImportOutcome.NotReached, "The right to import was taken away before its turn.", null, write);
        if (await FindStoredAsync(db, hashes, cancellationToken) is { } stored)
            return await NameAsync(db, file, position, batch, ImportOutcome.AlreadyImported, null, stored, write);

        // Once at the end, instead of at every record that is added.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var sourceFile = new SourceFile
        {
            FileName = file.Name,
            Sha256 = hashes.Bytes,
            TextSha256 = hashes.Text,
            Encoding = text.Encoding,
            Text = text.Text,
            Bytes = bytes,
            BatchId = batch.Id,
            ImportedAt = clock.GetUtcNow().UtcDateTime,
        };
        foreach (var note in document.Notes)
        {
            var (line, column) = document.Text.Position(note.Where.Start);
            sourceFile.Notes.Add(new FileNote { Code = note.Code, Message = note.Message, Line = line, Column = column, Where = note.Where });
        }
        var added = await new ArticleWriter(db, document, file).AddAsync(sourceFile, cancellationToken);
        db.SourceFiles.Add(sourceFile);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancellationToken);
        if (added.HasGradedSources)
        {
            var articles = added.Articles.Select(a => a.Id).ToList();
            await EffectiveReliability.RefreshAsync(db, db.Claims.Where(c => articles.Contains(c.ArticleId)), cancellationToken);
        }
        var claims = document.Articles.Sum(a => a.Claims.Count);
        db.ImportItems.Add(new ImportItem
        {
            BatchId = batch.Id,
            Position = position,
            FileName = file.Name,
            Outcome = ImportOutcome.Imported,
            SourceFileId = sourceFile.Id,
            Articles = added.Articles.Count,
            Claims = claims,
            Notes = sourceFile.Notes.Count,
        });
        await write.CommitAsync(cancellationToken);
        return new ImportReportItem(file.Name, ImportOutcome.Imported, null, claims,
            [.. added.Articles.Select(a => new ImportedArticle(a.Id, a.Title))],
            [.. sourceFile.Notes.Select(n => new ImportNote(n.Line, n.Column, n.Message))]);
    }

    private async Task<ImportReportItem> AlreadyAsync(ImportFile file, int position, ImportBatch batch, StoredFile stored)
    {
        await using var write = await gate.EnterAsync(CancellationToken.None);
        return await NameAsync(write.Db, file, position, batch, ImportOutcome.AlreadyImported, null, stored, write);
    }

    // What became of a text is written down also when the import is being stopped.
    private async Task<ImportReportItem> NameAsync(ImportFile file, int position, ImportBatch batch, ImportOutcome outcome, string reason)
    {
        await using var write = await gate.EnterAsync(CancellationToken.None);
        return await NameAsync(write.Db, file, position, batch, outcome, reason, null, write);
    }

    private static async Task<ImportReportItem> NameAsync(
        ClaimsDeskDb db, ImportFile file, int position, ImportBatch batch, ImportOutcome outcome, string? reason, StoredFile? stored, Write write)
    {
        reason ??= stored is null || stored.FileName == file.Name ? null : $"The same text was imported as {stored.FileName}.";
        db.ImportItems.Add(new ImportItem
        {
            BatchId = batch.Id,
            Position = position,
            FileName = file.Name,
            Outcome = outcome,
            Reason = reason,
            SourceFileId = stored?.Id,
        });
        await write.CommitAsync(CancellationToken.None);
        return new ImportReportItem(file.Name, outcome, reason, 0, stored?.Articles ?? [], []);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record Hashes(string Bytes, string Text);

    private sealed record StoredFile(int Id, string FileName, IReadOnlyList<ImportedArticle> Articles);
}
