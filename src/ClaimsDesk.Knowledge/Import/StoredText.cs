using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Copies;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Review;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>A text in the knowledge base with all that was read from it, to be taken out.</summary>
internal sealed class StoredText(ClaimsDeskDb db, int fileId)
{
    private IQueryable<int> Articles => db.Articles.Where(a => a.SourceFileId == fileId).Select(a => a.Id);

    private IQueryable<Claims.Claim> Claims => db.Claims.Where(c => c.Article.SourceFileId == fileId);

    /// <summary>Why it is not to be taken out, in a sentence; null where nothing speaks against it.</summary>
    public async Task<string?> WhyKeptAsync(int batchId, CancellationToken cancellationToken)
    {
        if (await db.Articles.Where(a => a.SourceFileId == fileId && a.Version > 0).Select(a => (int?)a.Id).FirstOrDefaultAsync(cancellationToken) is { } article)
            return $"{await WhoAsync(AuditSubject.Article, article, cancellationToken)} edited what is known of it.";
        if (await Claims.Where(c => c.Version > 0).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancellationToken) is { } claim)
            return $"{await WhoAsync(AuditSubject.Claim, claim, cancellationToken)} graded or reviewed a claim of it.";
        if (await db.Sources.Where(s => s.Article!.SourceFileId == fileId && s.Version > 0).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken) is { } source)
            return $"{await WhoAsync(AuditSubject.Source, source, cancellationToken)} rated a source of it.";
        if (await db.ClaimProposals.AnyAsync(p => p.Article.SourceFileId == fileId && p.State == ProposalState.Accepted, cancellationToken))
            return "somebody accepted what a newer extraction reads in it.";
        var other = await db.ImportBatches
            .Where(b => b.Id != batchId && !b.IsDryRun && b.State != BatchState.Undone && db.ImportItems.Any(i => i.BatchId == b.Id && i.SourceFileId == fileId))
            .OrderBy(b => b.Id).Select(b => b.Name).FirstOrDefaultAsync(cancellationToken);
        return other is null ? null : $"the import “{other}” brought the same text.";
    }

    /// <summary>Takes it out, in the caller's transaction.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        var articles = await Articles.ToListAsync(cancellationToken);
        var sources = await SharedSourcesAsync(articles, cancellationToken);
        var actors = await SharedActorsAsync(articles, cancellationToken);
        var orphans = await Families.LeaveAsync(db, articles, cancellationToken);
        await db.ClaimProposals.Where(p => articles.Contains(p.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        await RemoveClaimsAsync(cancellationToken);
        await RemoveActorsAsync(articles, actors, cancellationToken);
        await db.Articles.Where(a => articles.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.OutletId, (int?)null), cancellationToken);
        await db.Sources.Where(s => s.ArticleId != null && articles.Contains(s.ArticleId.Value)).ExecuteDeleteAsync(cancellationToken);
        await db.Articles.Where(a => articles.Contains(a.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.SourceFiles.Where(f => f.Id == fileId).ExecuteDeleteAsync(cancellationToken);
        await RemoveSharedAsync(sources, actors, cancellationToken);
        await Families.JoinAsync(db, orphans, cancellationToken);
    }

    private async Task<List<int>> SharedSourcesAsync(List<int> articles, CancellationToken cancellationToken)
    {
        var told = Claims.SelectMany(c => c.Hops).Where(h => h.Source.ArticleId == null).Select(h => h.SourceId);
        var outlets = db.Articles.Where(a => articles.Contains(a.Id) && a.OutletId != null).Select(a => a.OutletId!.Value);
        return await told.Union(outlets).ToListAsync(cancellationToken);
    }

    private async Task<List<int>> SharedActorsAsync(List<int> articles, CancellationToken cancellationToken)
    {
        var about = Claims.SelectMany(c => c.Actors).Select(a => a.ActorId);
        var roles = db.Set<ActorRole>().Where(r => articles.Contains(r.ArticleId)).Select(r => r.ActorId);
        var named = db.Set<ActorName>().Where(n => n.FirstArticleId != null && articles.Contains(n.FirstArticleId.Value)).Select(n => n.ActorId);
        return await about.Union(roles).Union(named).ToListAsync(cancellationToken);
    }

    // The parents first let go of their children: PostgreSQL checks a restricting key row by row.
    private async Task RemoveClaimsAsync(CancellationToken cancellationToken)
    {
        await Claims.Where(c => c.ParentId != null).ExecuteUpdateAsync(set => set.SetProperty(c => c.ParentId, (int?)null), cancellationToken);
        await db.ClaimHops.Where(h => Claims.Any(c => c.Id == h.ClaimId)).ExecuteDeleteAsync(cancellationToken);
        await db.ClaimActors.Where(a => Claims.Any(c => c.Id == a.ClaimId)).ExecuteDeleteAsync(cancellationToken);
        await Claims.ExecuteDeleteAsync(cancellationToken);
    }

    // A name goes with the article that brought it, unless a later one speaks of the same actor and may use it, too.
    private async Task RemoveActorsAsync(List<int> articles, List<int> shared, CancellationToken cancellationToken)
    {
        await db.Set<ActorRole>().Where(r => articles.Contains(r.ArticleId)).ExecuteDeleteAsync(cancellationToken);
        var last = articles.Count == 0 ? 0 : articles.Max();
        await db.Set<ActorName>().Where(n => n.FirstArticleId != null && articles.Contains(n.FirstArticleId.Value) && shared.Contains(n.ActorId)
                && !db.ClaimActors.Any(c => c.ActorId == n.ActorId && db.Claims.Any(k => k.Id == c.ClaimId && k.ArticleId > last))
                && !db.Set<ActorRole>().Any(r => r.ActorId == n.ActorId && r.ArticleId > last)
                && db.Actors.Any(a => a.Id == n.ActorId && a.Name != n.Name))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<ActorName>().Where(n => n.FirstArticleId != null && articles.Contains(n.FirstArticleId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.FirstArticleId, (int?)null), cancellationToken);
        var own = db.Actors.Where(a => a.ArticleId != null && articles.Contains(a.ArticleId.Value));
        await db.Set<ActorName>().Where(n => own.Any(a => a.Id == n.ActorId)).ExecuteDeleteAsync(cancellationToken);
        await own.ExecuteDeleteAsync(cancellationToken);
    }

    private async Task RemoveSharedAsync(List<int> sources, List<int> actors, CancellationToken cancellationToken)
    {
        await db.Sources.Where(s => sources.Contains(s.Id) && s.Version == 0 && s.Reliability == null
                && !db.ClaimHops.Any(h => h.SourceId == s.Id) && !db.Articles.Any(a => a.OutletId == s.Id) && !db.Claims.Any(c => c.OutletId == s.Id))
            .ExecuteDeleteAsync(cancellationToken);
        var unused = db.Actors.Where(a => actors.Contains(a.Id) && a.ArticleId == null
            && !db.ClaimActors.Any(c => c.ActorId == a.Id) && !db.Set<ActorRole>().Any(r => r.ActorId == a.Id)
            && !a.Names.Any(n => n.FirstArticleId != null));
        var gone = await unused.Select(a => a.Id).ToListAsync(cancellationToken);
        await db.Set<ActorName>().Where(n => gone.Contains(n.ActorId)).ExecuteDeleteAsync(cancellationToken);
        await db.Actors.Where(a => gone.Contains(a.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<string> WhoAsync(AuditSubject subject, int id, CancellationToken cancellationToken)
    {
        var history = await AuditHistory.OfAsync(db, subject, id, cancellationToken);
        return history.Count > 0 && history[0].Who is { } who ? who : "Somebody";
    }
}
