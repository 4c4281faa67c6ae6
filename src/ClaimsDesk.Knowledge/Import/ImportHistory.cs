using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>An import as a list shows it.</summary>
/// <param name="Id">The import.</param>
/// <param name="Name">What it is called.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="FinishedAt">When it ended, UTC; null for one that runs or was broken off.</param>
/// <param name="ImportedBy">Who imported; null for ClaimsDesk itself.</param>
/// <param name="Texts">How many texts it has got through.</param>
/// <param name="Imported">How many of them were stored.</param>
/// <param name="Claims">How many claims were stored.</param>
public sealed record ImportRow(
    int Id, string Name, DateTime StartedAt, DateTime? FinishedAt, string? ImportedBy, int Texts, int Imported, int Claims);

/// <summary>Past imports.</summary>
public sealed class ImportHistory(IDbContextFactory<ClaimsDeskDb> database)
{
    private const int MostBatches = 200, MostItems = 10_000;

    /// <summary>The newest imports, the newest first.</summary>
    public async Task<IReadOnlyList<ImportRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await db.ImportBatches.AsNoTracking().OrderByDescending(b => b.Id).Take(MostBatches)
            .Select(b => new ImportRow(
                b.Id, b.Name, b.StartedAt, b.FinishedAt, db.Users.Where(p => p.Id == b.PersonId).Select(p => p.UserName).FirstOrDefault(),
                b.Items.Count, b.Items.Count(i => i.Outcome == ImportOutcome.Imported), b.Items.Sum(i => i.Claims)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The report of one import; null where there is none of this number.</summary>
    public async Task<ImportReport?> ReadAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var batch = await db.ImportBatches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, cancellationToken);
        if (batch is null) return null;
        var by = await db.Users.Where(p => p.Id == batch.PersonId).Select(p => p.UserName).FirstOrDefaultAsync(cancellationToken);
        var items = await db.ImportItems.AsNoTracking().Where(i => i.BatchId == id).OrderBy(i => i.Position).Take(MostItems).ToListAsync(cancellationToken);
        var files = items.Where(i => i.SourceFileId is not null).Select(i => i.SourceFileId!.Value).Distinct().ToList();
        var articles = (await db.Articles.AsNoTracking().Where(a => files.Contains(a.SourceFileId)).OrderBy(a => a.Position)
            .Select(a => new { a.SourceFileId, Article = new ImportedArticle(a.Id, a.Title) }).ToListAsync(cancellationToken))
            .ToLookup(a => a.SourceFileId, a => a.Article);
        var notes = (await db.Set<FileNote>().AsNoTracking().Where(n => files.Contains(n.SourceFileId)).OrderBy(n => n.Line).ThenBy(n => n.Column)
            .Take(MostItems).ToListAsync(cancellationToken))
            .ToLookup(n => n.SourceFileId, n => new ImportNote(n.Line, n.Column, n.Message));
        return new ImportReport(batch.Id, batch.Name, batch.StartedAt, batch.FinishedAt, by, [.. items.Select(i => new ImportReportItem(
            i.FileName, i.Outcome, i.Reason, i.Claims, [.. articles[i.SourceFileId ?? 0]],
            i.Outcome == ImportOutcome.Imported ? [.. notes[i.SourceFileId ?? 0]] : []))]);
    }
}
