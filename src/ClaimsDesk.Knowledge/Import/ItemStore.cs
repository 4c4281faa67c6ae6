using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Copies;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Stores some texts of an import, which were read, in one transaction.</summary>
/// <param name="db">The context, in a transaction.</param>
/// <param name="batch">The import.</param>
/// <param name="now">The time, UTC.</param>
/// <param name="rehearsed">The hashes of what a dry run would have stored before these, each with its name.</param>
internal sealed class ItemStore(ClaimsDeskDb db, ImportBatch batch, DateTime now, Dictionary<string, string> rehearsed)
{
    /// <summary>Stores what can be stored, and says what became of each; a dry run only says it.</summary>
    /// <param name="items">The texts, in order.</param>
    /// <param name="position">The place of the first in the import.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task<IReadOnlyList<ImportReportItem>> StoreAsync(IReadOnlyList<ReadItem> items, int position, CancellationToken cancellationToken)
    {
        var there = await ThereAsync(items, cancellationToken);
        var files = new SourceFile?[items.Count];
        var twins = new SourceFile?[items.Count];
        var known = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Document is null || there[i] is not null) continue;
            twins[i] = known.GetValueOrDefault(item.BytesHash) ?? known.GetValueOrDefault(item.TextHash);
            if (twins[i] is not null) continue;
            files[i] = known[item.BytesHash] = known[item.TextHash] = item.Records!.File;
            files[i]!.ImportedAt = now;
            if (batch.IsDryRun) rehearsed[item.BytesHash] = rehearsed[item.TextHash] = item.Found.Name;
        }
        var copies = await WriteAsync(items, files, cancellationToken);
        var report = items.Select((item, i) => Report(item, files[i], there[i] ?? (twins[i] is { } twin ? StoredFile.Of(twin) : null), copies[i])).ToList();
        await new RowWriter(db).InsertAsync([.. items.Select((item, i) => ItemOf(item, report[i], position + i, files[i] ?? twins[i], there[i]))], cancellationToken);
        return report;
    }

    private async Task<StoredFile?[]> ThereAsync(IReadOnlyList<ReadItem> items, CancellationToken cancellationToken)
    {
        List<string> bytes = [.. items.Where(i => i.Document is not null).Select(i => i.BytesHash)], texts = [.. items.Where(i => i.Document is not null).Select(i => i.TextHash)];
        if (bytes.Count == 0) return new StoredFile?[items.Count];
        var found = await db.SourceFiles.AsNoTracking().Where(f => EF.Parameter(bytes).Contains(f.Sha256) || EF.Parameter(texts).Contains(f.TextSha256))
            .Select(f => new
            {
                f.Sha256,
                f.TextSha256,
                Stored = new StoredFile(f.Id, f.FileName, f.Articles.OrderBy(a => a.Position).Select(a => new ImportedArticle(a.Id, a.Title)).ToList()),
            }).ToListAsync(cancellationToken);
        return [.. items.Select(item => item.Document is null ? null
            : found.Find(f => f.Sha256 == item.BytesHash)?.Stored ?? found.Find(f => f.TextSha256 == item.TextHash)?.Stored ?? Rehearsed(item))];
    }

    private StoredFile? Rehearsed(ReadItem item) =>
        (rehearsed.GetValueOrDefault(item.BytesHash) ?? rehearsed.GetValueOrDefault(item.TextHash)) is { } name ? new StoredFile(0, name, []) : null;

    private async Task<NearCopy?[]> WriteAsync(IReadOnlyList<ReadItem> items, SourceFile?[] files, CancellationToken cancellationToken)
    {
        var stored = items.Zip(files).Where(pair => pair.Second is not null).ToList();
        if (stored.Count == 0) return new NearCopy?[items.Count];
        List<TextRecords> texts = [.. stored.Select(pair => pair.First.Records!)];
        var sources = await KnownSources.FindAsync(db, texts.ConvertAll(t => t.Sources), cancellationToken);
        var actors = await KnownActors.FindAsync(db, texts.ConvertAll(t => t.Actors), cancellationToken);
        foreach (var text in texts) text.PointTo(sources, actors);
        List<Compared> articles = [.. stored.SelectMany(pair => pair.Second!.Articles.Zip(pair.First.Sketches, (a, s) => new Compared(a, s.Shingles, s.Sketch)))];
        var copies = await new NearCopies(db).FindAsync(articles, cancellationToken);
        if (!batch.IsDryRun)
        {
            var ready = ReadyRows.Of(texts.Select(t => t.Rows));
            var rows = new RowWriter(db, ready);
            var records = new ReadRecords(
                texts.ConvertAll(t => t.File), [.. articles.SelectMany(a => a.Article.Claims)], sources.Made, actors.Made, actors.NewNames, actors.NewRoles);
            await records.GiveKeysAsync(rows, cancellationToken);
            var relations = new List<ArticleRelation>();
            foreach (var (article, copy) in articles.Zip(copies).Where(pair => pair.Second is not null))
            {
                relations.Add(Families.Join(article.Article, copy!));
                ready.Remove(article.Article);
            }
            await records.InsertAsync(rows, cancellationToken);
            await rows.InsertAsync(relations, cancellationToken);
            await rows.InsertAsync([.. articles.Zip(copies).SelectMany(pair => Families.OwnBands(pair.First, pair.Second))], cancellationToken);
        }
        if (sources.HasGraded && !batch.IsDryRun)
        {
            var ids = articles.ConvertAll(a => a.Article.Id);
            await EffectiveReliability.RefreshAsync(db, db.Claims.Where(c => ids.Contains(c.ArticleId)), cancellationToken);
        }
        var byFile = articles.Zip(copies).ToLookup(pair => pair.First.Article.SourceFile, pair => pair.Second);
        return [.. files.Select(file => file is null ? null : byFile[file].FirstOrDefault(copy => copy is not null))];
    }

    private ImportReportItem Report(ReadItem item, SourceFile? file, StoredFile? there, NearCopy? copy)
    {
        if (item.Document is null) return new ImportReportItem(item.Found.Name, item.Outcome, item.Reason, 0, [], []) { Line = item.Found.Line };
        if (file is null)
        {
            var reason = there!.FileName == item.Found.Name ? null : $"The same text was imported as {there.FileName}.";
            return new ImportReportItem(item.Found.Name, ImportOutcome.AlreadyImported, reason, 0, there.Articles, []) { Line = item.Found.Line };
        }
        var outcome = copy is not null ? ImportOutcome.NearCopy : file.Notes.Count > 0 ? ImportOutcome.PartlyRead : ImportOutcome.Imported;
        var articles = batch.IsDryRun ? item.Document.Articles.Select(a => new ImportedArticle(0, a.Title)) : file.Articles.Select(a => new ImportedArticle(a.Id, a.Title));
        List<ImportNote> notes = [.. file.Notes.Select(n => new ImportNote(n.Line, n.Column, n.Message))];
        return new ImportReportItem(item.Found.Name, outcome, null, item.Document.Articles.Sum(a => a.Claims.Count), [.. articles], notes)
        {
            Line = item.Found.Line,
            NearCopyOf = copy is null ? null : new ImportedArticle(copy.Of.Unstored?.Id ?? copy.Of.Id, copy.Of.Title),
        };
    }

    private ImportItem ItemOf(ReadItem item, ImportReportItem report, int position, SourceFile? file, StoredFile? there) => new()
    {
        BatchId = batch.Id,
        Position = position,
        FileName = item.Found.Name,
        Line = item.Found.Line,
        Outcome = report.Outcome,
        Reason = report.Reason,
        SourceFileId = there is { Id: > 0 } ? there.Id : batch.IsDryRun ? null : file?.Id,
        NearCopyOfId = report.NearCopyOf is { Id: > 0 } original ? original.Id : null,
        Articles = report.Outcome.IsStored() ? report.Articles.Count : 0,
        Claims = report.Claims,
        Notes = report.Notes.Count,
    };

    private sealed record StoredFile(int Id, string FileName, IReadOnlyList<ImportedArticle> Articles)
    {
        public static StoredFile Of(SourceFile file) => new(file.Id, file.FileName, [.. file.Articles.Select(a => new ImportedArticle(a.Id, a.Title))]);
    }
}
