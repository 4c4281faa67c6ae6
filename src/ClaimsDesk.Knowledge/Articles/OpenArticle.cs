using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Articles;

/// <summary>Opens one article, and the file it came in.</summary>
public sealed class OpenArticle(IDbContextFactory<ClaimsDeskDb> database)
{
    // A book, not an article, would have more.
    private const int MostClaims = 5_000;

    /// <summary>The article with its claims; null where there is none of this number.</summary>
    public async Task<ArticleInFull?> ReadAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var found = await db.Articles.AsNoTracking().Where(a => a.Id == id).Select(a => new
        {
            Article = a,
            OutletName = a.Outlet == null ? null : a.Outlet.Name,
            a.SourceFile.Text,
            Batch = new BatchLink(
                a.SourceFile.BatchId, db.ImportBatches.Where(b => b.Id == a.SourceFile.BatchId).Select(b => b.Name).First(), a.SourceFile.ImportedAt),
            File = new FileLink(a.SourceFileId, a.SourceFile.FileName, a.SourceFile.Encoding, a.SourceFile.Bytes.Length),
        }).FirstOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var article = found.Article;
        return new ArticleInFull
        {
            Id = id,
            Version = article.Version,
            Text = found.Text,
            Segment = article.Segment,
            Body = article.Body,
            Blocks = article.Blocks,
            Disclaimers = article.Disclaimers,
            Furniture = article.Furniture,
            Title = new(article.Title, article.TitleFrom),
            Outlet = new(found.OutletName, article.OutletFrom),
            OutletId = article.OutletId,
            Published = new(article.Published, article.PublishedFrom),
            Updated = new(article.Updated, article.UpdatedFrom),
            Url = new(article.Url, article.UrlFrom),
            Byline = article.Byline,
            Language = article.Language,
            DatelinePlace = article.DatelinePlace,
            Agencies = article.Agencies,
            TranslatedBy = article.TranslatedBy,
            Claims = await ClaimsAsync(db, id, cancellationToken),
            Notes = await db.Set<FileNote>().AsNoTracking().Where(n => n.SourceFileId == article.SourceFileId)
                .OrderBy(n => n.Line).ThenBy(n => n.Column).Take(1000).ToListAsync(cancellationToken),
            Siblings = await db.Articles.AsNoTracking().Where(a => a.SourceFileId == article.SourceFileId && a.Id != id)
                .OrderBy(a => a.Position).Select(a => new Sibling(a.Id, a.Title, a.Segment)).Take(100).ToListAsync(cancellationToken),
            Related = await RelatedAsync(db, id, cancellationToken),
            File = found.File,
            Batch = found.Batch,
            History = await AuditHistory.OfAsync(db, AuditSubject.Article, id, cancellationToken),
        };
    }

    /// <summary>A file's name and bytes as they were brought in; null where there is none of this number.</summary>
    public async Task<(string Name, byte[] Bytes)?> OriginalAsync(int fileId, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var file = await db.SourceFiles.AsNoTracking().Where(f => f.Id == fileId)
            .Select(f => new { f.FileName, f.Bytes }).FirstOrDefaultAsync(cancellationToken);
        return file is null ? null : (file.FileName, file.Bytes);
    }

    private static async Task<IReadOnlyList<RelatedArticle>> RelatedAsync(ClaimsDeskDb db, int id, CancellationToken cancellationToken) =>
        await db.ArticleRelations.AsNoTracking().Where(r => r.ArticleId == id || r.OtherId == id)
            .Select(r => new { Other = r.ArticleId == id ? r.Other! : r.Article, r.Kind, IsEarlier = r.ArticleId == id })
            .OrderBy(r => r.Other.Id).Take(100)
            .Select(r => new RelatedArticle(r.Other.Id, r.Other.Title, r.Other.Outlet!.Name, r.Kind, r.IsEarlier)).ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<ArticleClaim>> ClaimsAsync(ClaimsDeskDb db, int id, CancellationToken cancellationToken)
    {
        var claims = db.Claims.Where(c => c.ArticleId == id).OrderBy(c => c.Position).Take(MostClaims);
        var rows = await ClaimRows.ReadAsync(claims, db, cancellationToken);
        var spans = await claims.AsNoTracking()
            .Select(c => new { c.Id, c.Version, c.ContentSpans, c.CueSpans, c.SourceSpans })
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. rows.Where(r => spans.ContainsKey(r.Id)).Select(row =>
            new ArticleClaim(row, spans[row.Id].Version, spans[row.Id].ContentSpans, spans[row.Id].CueSpans, spans[row.Id].SourceSpans))];
    }
}
