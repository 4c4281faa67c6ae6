using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Import.Formats;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Imports the texts of one batch, each in a transaction of its own.</summary>
internal sealed class FileImport(
    IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, Extract extract, TimeProvider clock, ILogger log, FormatReader formats, ImportBatch batch)
{
    /// <summary>Imports every item that the file holds. Whatever is wrong with one, it ends in an outcome.</summary>
    /// <param name="file">The file.</param>
    /// <param name="position">The place of its first item in the import.</param>
    /// <param name="cancellationToken">Stops before the next item.</param>
    /// <exception cref="KnowledgeBaseUnusableException">The database itself can't be written to.</exception>
    public async IAsyncEnumerable<ImportReportItem> ImportAsync(
        ImportFile file, int position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var items = formats.FindAsync(file, CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        while (true)
        {
            FoundItem? item = null;
            var ended = await AttemptAsync(file.Name, position, async () =>
            {
                if (await items.MoveNextAsync()) item = items.Current;
                return null;
            }, cancellationToken);
            if (ended is not null) yield return ended;
            if (item is null) yield break;
            ended = await AttemptAsync(item.Name, position, () => ImportAsync(file, item, position, cancellationToken), cancellationToken)
                ?? throw new InvalidOperationException("An item without an outcome.");
            yield return ended;
            if (ended.Outcome is ImportOutcome.NotReached) yield break;
            position++;
        }
    }

    private async Task<ImportReportItem?> ImportAsync(ImportFile file, FoundItem item, int position, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var read = await Task.Run(item.Read, cancellationToken);
        if (read is ItemReading.Rejected rejected) return await NameAsync(item.Name, position, ImportOutcome.Unreadable, rejected.Reason);
        var text = (ItemReading.Text)read;
        var hashes = new Hashes(Hash(item.Bytes), Hash(Encoding.UTF8.GetBytes(text.Value.ReplaceLineEndings("\n").Trim())));
        if (await FindStoredAsync(hashes, cancellationToken) is { } stored) return await AlreadyAsync(item.Name, position, stored);
        var document = await Task.Run(() => extract(new SourceText(text.Value), text.Context(file.PublishedOn)), cancellationToken);
        if (document.Articles.Count == 0)
            return await NameAsync(item.Name, position, ImportOutcome.Unreadable, "No article was found in it. Check that it holds running text in English, and import it again.");
        document = document with { Notes = [.. document.Notes.Concat(text.Notes).OrderBy(n => n.Where)] };
        return await StoreAsync(file, item, position, text, hashes, document, cancellationToken);
    }

    private async Task<ImportReportItem?> AttemptAsync(
        string name, int position, Func<Task<ImportReportItem?>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await attempt();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await NameAsync(name, position, ImportOutcome.NotReached, "The import was stopped before its turn. Import it again.");
        }
        catch (Exception e) when (e is not KnowledgeBaseUnusableException)
        {
            await using var db = await database.CreateDbContextAsync(CancellationToken.None);
            if (db.TroubleOf(e) is { } trouble) throw new KnowledgeBaseUnusableException(trouble, e);
            log.LogError(e, "The text {FileName} could not be imported", name);
            return await NameAsync(name, position, ImportOutcome.Failed, "ClaimsDesk made a mistake with this text; the log says more. The others are not affected.");
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
        ImportFile file, FoundItem item, int position, ItemReading.Text text, Hashes hashes, ExtractedDocument document,
        CancellationToken cancellationToken)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        if (batch.PersonId is not null && !await db.MayAsync(batch.PersonId, Role.Admin, cancellationToken))
            return await NameAsync(db, item.Name, position, ImportOutcome.NotReached, "The right to import was taken away before its turn.", null, write);
        if (await FindStoredAsync(db, hashes, cancellationToken) is { } stored)
            return await NameAsync(db, item.Name, position, ImportOutcome.AlreadyImported, null, stored, write);

        // Once at the end, instead of at every record that is added.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var sourceFile = new SourceFile
        {
            FileName = item.Name,
            Sha256 = hashes.Bytes,
            TextSha256 = hashes.Text,
            Encoding = text.Encoding,
            Text = text.Value,
            Bytes = item.Bytes,
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
            FileName = item.Name,
            Outcome = ImportOutcome.Imported,
            SourceFileId = sourceFile.Id,
            Articles = added.Articles.Count,
            Claims = claims,
            Notes = sourceFile.Notes.Count,
        });
        await write.CommitAsync(cancellationToken);
        return new ImportReportItem(item.Name, ImportOutcome.Imported, null, claims,
            [.. added.Articles.Select(a => new ImportedArticle(a.Id, a.Title))],
            [.. sourceFile.Notes.Select(n => new ImportNote(n.Line, n.Column, n.Message))]);
    }

    private async Task<ImportReportItem> AlreadyAsync(string name, int position, StoredFile stored)
    {
        await using var write = await gate.EnterAsync(CancellationToken.None);
        return await NameAsync(write.Db, name, position, ImportOutcome.AlreadyImported, null, stored, write);
    }

    // What became of a text is written down also when the import is being stopped.
    private async Task<ImportReportItem> NameAsync(string name, int position, ImportOutcome outcome, string reason)
    {
        await using var write = await gate.EnterAsync(CancellationToken.None);
        return await NameAsync(write.Db, name, position, outcome, reason, null, write);
    }

    private async Task<ImportReportItem> NameAsync(
        ClaimsDeskDb db, string name, int position, ImportOutcome outcome, string? reason, StoredFile? stored, Write write)
    {
        reason ??= stored is null || stored.FileName == name ? null : $"The same text was imported as {stored.FileName}.";
        db.ImportItems.Add(new ImportItem
        {
            BatchId = batch.Id,
            Position = position,
            FileName = name,
            Outcome = outcome,
            Reason = reason,
            SourceFileId = stored?.Id,
        });
        await write.CommitAsync(CancellationToken.None);
        return new ImportReportItem(name, outcome, reason, 0, stored?.Articles ?? [], []);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record Hashes(string Bytes, string Text);

    private sealed record StoredFile(int Id, string FileName, IReadOnlyList<ImportedArticle> Articles);
}
