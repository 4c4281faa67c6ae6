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

/// <summary>Imports the texts of one batch, each in a transaction of its own.</summary>
internal sealed class FileImport(
    IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, Extract extract, TimeProvider clock, ILogger log, ImportBatch batch)
{
    /// <summary>Whatever is wrong with the text, it ends in an outcome.</summary>
    /// <exception cref="KnowledgeBaseUnusableException">The database itself can't be written to.</exception>
    public async Task<ImportReportItem> ImportAsync(ImportFile file, int position, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = await file.ReadAsync(cancellationToken);
            if (read.Decoding is Decoding.Unreadable unreadable)
                return await NameAsync(file, position, ImportOutcome.Unreadable, unreadable.Reason);
            var text = (Decoding.Read)read.Decoding;
            var hashes = new Hashes(Hash(read.Bytes), Hash(Encoding.UTF8.GetBytes(text.Text.ReplaceLineEndings("\n").Trim())));
            if (await FindStoredAsync(hashes, cancellationToken) is { } stored) return await AlreadyAsync(file, position, stored);
            var document = await Task.Run(() => extract(new SourceText(text.Text), new ExtractionContext(file.PublishedOn)), cancellationToken);
            if (document.Articles.Count == 0)
                return await NameAsync(file, position, ImportOutcome.Unreadable, "No article was found in it. Check that it holds running text in English, and import it again.");
            return await StoreAsync(file, position, read.Bytes, text, hashes, document, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await NameAsync(file, position, ImportOutcome.NotReached, "The import was stopped before its turn. Import it again.");
        }
        catch (Exception e) when (e is not KnowledgeBaseUnusableException)
        {
            await using var db = await database.CreateDbContextAsync(CancellationToken.None);
            if (db.TroubleOf(e) is { } trouble) throw new KnowledgeBaseUnusableException(trouble, e);
            log.LogError(e, "The text {FileName} could not be imported", file.Name);
            return await NameAsync(file, position, ImportOutcome.Failed, "ClaimsDesk made a mistake with this text; the log says more. The others are not affected.");
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
        ImportFile file, int position, byte[] bytes, Decoding.Read text, Hashes hashes, ExtractedDocument document,
        CancellationToken cancellationToken)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        if (batch.PersonId is not null && !await db.MayAsync(batch.PersonId, Role.Admin, cancellationToken))
            return await NameAsync(db, file, position, ImportOutcome.NotReached, "The right to import was taken away before its turn.", null, write);
        if (await FindStoredAsync(db, hashes, cancellationToken) is { } stored)
            return await NameAsync(db, file, position, ImportOutcome.AlreadyImported, null, stored, write);

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

    private async Task<ImportReportItem> AlreadyAsync(ImportFile file, int position, StoredFile stored)
    {
        await using var write = await gate.EnterAsync(CancellationToken.None);
        return await NameAsync(write.Db, file, position, ImportOutcome.AlreadyImported, null, stored, write);
    }

    // What became of a text is written down also when the import is being stopped.
    private async Task<ImportReportItem> NameAsync(ImportFile file, int position, ImportOutcome outcome, string reason)
    {
        await using var write = await gate.EnterAsync(CancellationToken.None);
        return await NameAsync(write.Db, file, position, outcome, reason, null, write);
    }

    private async Task<ImportReportItem> NameAsync(
        ClaimsDeskDb db, ImportFile file, int position, ImportOutcome outcome, string? reason, StoredFile? stored, Write write)
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
