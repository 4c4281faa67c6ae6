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
/// <param name="State">Where it stands.</param>
/// <param name="IsDryRun">Whether it only found out what would happen.</param>
public sealed record ImportRow(
    int Id, string Name, DateTime StartedAt, DateTime? FinishedAt, string? ImportedBy, int Texts, int Imported, int Claims, BatchState State, bool IsDryRun);

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
                b.ItemsDone, b.Items.Count(i => i.Articles > 0), b.Items.Sum(i => i.Claims), b.State, b.IsDryRun))
            .ToListAsync(cancellationToken);
    }

    /// <summary>How far one import is, and what became of its texts in numbers; null where there is none of this number.</summary>
    public async Task<BatchSummary?> SummaryAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var batch = await db.ImportBatches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, cancellationToken);
        if (batch is null) return null;
        var counts = await db.ImportItems.Where(i => i.BatchId == id).GroupBy(i => i.Outcome)
            .Select(g => new { g.Key, Count = g.Count(), Articles = g.Sum(i => i.Articles), Claims = g.Sum(i => i.Claims) }).ToListAsync(cancellationToken);
        return new BatchSummary(batch, await ByAsync(db, batch, cancellationToken))
        {
            Counts = counts.ToDictionary(c => c.Key, c => c.Count),
            Articles = counts.Sum(c => c.Articles),
            Claims = counts.Sum(c => c.Claims),
            KeepsFiles = await db.IncomingFiles.AnyAsync(f => f.BatchId == id, cancellationToken),
        };
    }

    /// <summary>The texts of an import that ended in one of the ways, a page of them.</summary>
    /// <param name="id">The import.</param>
    /// <param name="outcomes">The ways; none for all.</param>
    /// <param name="after">The place after which the page begins; minus one for the first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<PlacedItem>> ItemsAsync(
        int id, IReadOnlyCollection<ImportOutcome> outcomes, int after, int most, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var all = outcomes.Count == 0;
        return await ReadAsync(db, db.ImportItems.Where(i => i.BatchId == id && i.Position > after && (all || outcomes.Contains(i.Outcome)))
            .OrderBy(i => i.Position).Take(most), cancellationToken);
    }

    /// <summary>The report of one import; null where there is none of this number.</summary>
    public async Task<ImportReport?> ReadAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var batch = await db.ImportBatches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, cancellationToken);
        if (batch is null) return null;
        var items = await ReadAsync(db, db.ImportItems.Where(i => i.BatchId == id).OrderBy(i => i.Position).Take(MostItems), cancellationToken);
        return new ImportReport(batch.Id, batch.Name, batch.StartedAt, batch.FinishedAt, await ByAsync(db, batch, cancellationToken), [.. items.Select(i => i.Item)])
        {
            State = batch.State,
        };
    }

    private static async Task<string?> ByAsync(ClaimsDeskDb db, ImportBatch batch, CancellationToken cancellationToken) =>
        await db.Users.Where(p => p.Id == batch.PersonId).Select(p => p.UserName).FirstOrDefaultAsync(cancellationToken);

    private static async Task<List<PlacedItem>> ReadAsync(ClaimsDeskDb db, IQueryable<ImportItem> query, CancellationToken cancellationToken)
    {
        var items = await query.AsNoTracking().ToListAsync(cancellationToken);
        var files = items.Where(i => i.SourceFileId is not null).Select(i => i.SourceFileId!.Value).Distinct().ToList();
        var articles = (await db.Articles.AsNoTracking().Where(a => files.Contains(a.SourceFileId)).OrderBy(a => a.Position)
            .Select(a => new { a.SourceFileId, Article = new ImportedArticle(a.Id, a.Title) }).ToListAsync(cancellationToken))
            .ToLookup(a => a.SourceFileId, a => a.Article);
        var notes = (await db.Set<FileNote>().AsNoTracking().Where(n => files.Contains(n.SourceFileId)).OrderBy(n => n.Line).ThenBy(n => n.Column)
            .Take(MostItems).ToListAsync(cancellationToken))
            .ToLookup(n => n.SourceFileId, n => new ImportNote(n.Line, n.Column, n.Message));
        var copied = items.Where(i => i.NearCopyOfId is not null).Select(i => i.NearCopyOfId!.Value).Distinct().ToList();
        var originals = copied.Count == 0 ? [] : await db.Articles.AsNoTracking().Where(a => copied.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => new ImportedArticle(a.Id, a.Title), cancellationToken);
        return [.. items.Select(i => new PlacedItem(i.Position, new ImportReportItem(
            i.FileName, i.Outcome, i.Reason, i.Claims, [.. articles[i.SourceFileId ?? 0]], i.Outcome.IsStored() ? [.. notes[i.SourceFileId ?? 0]] : [])
        {
            Line = i.Line,
            NearCopyOf = i.NearCopyOfId is { } id ? originals.GetValueOrDefault(id) : null,
        }))];
    }
}
