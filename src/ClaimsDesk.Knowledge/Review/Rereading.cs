using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClaimsDesk.Knowledge.Review;

/// <summary>How far a rereading is.</summary>
/// <param name="Done">How many texts were read again.</param>
/// <param name="Total">How many there are to read.</param>
/// <param name="Proposals">How many differences were found.</param>
/// <param name="Failed">The text that just could not be read again; null where it could.</param>
public sealed record RereadingProgress(int Done, int Total, int Proposals, string? Failed = null);

/// <summary>
/// Reads stored texts again with the extraction of today, and proposes what it reads otherwise. Each text remembers which extraction read
/// it last, so a rereading that was stopped goes on where it stopped. What people accepted, edited, graded or rejected is not touched, and
/// what they turned down is not proposed again.
/// </summary>
public sealed class Rereading(IDbContextFactory<ClaimsDeskDb> database, WriteGate gate, Extract extract, TimeProvider clock, ILogger<Rereading> log)
{
    // Less than this in common, and it is another claim.
    private const double SameClaim = 0.5;

    /// <summary>Reads all texts again that this extraction has not read.</summary>
    /// <exception cref="KnowledgeBaseUnusableException">The database can't be written to.</exception>
    public async Task<RereadingProgress> RunAsync(IProgress<RereadingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var version = Extractor.Version;
        int total, done = 0, proposals = 0, after = 0;
        await using (var db = await database.CreateDbContextAsync(cancellationToken))
        {
            total = await db.SourceFiles.CountAsync(f => f.ReadBy != version, cancellationToken);
        }
        while (true)
        {
            var files = await NextAsync(version, after, cancellationToken);
            if (files.Count == 0) return new RereadingProgress(done, total, proposals);
            var read = await Task.WhenAll(files.Select(file => Task.Run(() => Read(file), cancellationToken)));
            foreach (var (file, document) in files.Zip(read))
            {
                cancellationToken.ThrowIfCancellationRequested();
                proposals += await ProposeAsync(file, document, version, cancellationToken);
                done++;
                progress?.Report(new RereadingProgress(done, total, proposals, document is null ? file.FileName : null));
            }
            after = files[^1].Id;
        }
    }

    private async Task<List<SourceFile>> NextAsync(string version, int after, CancellationToken cancellationToken)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        return await db.SourceFiles.AsNoTracking().Where(f => f.Id > after && f.ReadBy != version).OrderBy(f => f.Id)
            .Take(Math.Clamp(Environment.ProcessorCount, 1, 16)).ToListAsync(cancellationToken);
    }

    private ExtractedDocument? Read(SourceFile file)
    {
        try
        {
            using var db = database.CreateDbContext();
            // Ends, headline and date stay as they are stored: formats and people know them better than the words do.
            var known = db.Articles.AsNoTracking().Where(a => a.SourceFileId == file.Id).OrderBy(a => a.Position)
                .Select(a => new { a.Segment, a.Title, a.Published }).ToList();
            var context = ExtractionContext.Unknown with
            {
                Known = [.. known.Select(a => new KnownArticle { Segment = a.Segment, Title = a.Title, Published = a.Published })],
            };
            return extract(new SourceText(file.Text), context);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "The text {FileName} could not be read again", file.FileName);
            return null;
        }
    }

    private async Task<int> ProposeAsync(SourceFile file, ExtractedDocument? document, string version, CancellationToken cancellationToken)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        var db = write.Db;
        var count = 0;
        if (document is not null)
        {
            var articles = await db.Articles.Include(a => a.Claims).ThenInclude(c => c.Hops).ThenInclude(h => h.Source)
                .Where(a => a.SourceFileId == file.Id).OrderBy(a => a.Position).ToListAsync(cancellationToken);
            // An article whose ends are read otherwise is compared with the one it overlaps most.
            foreach (var article in articles)
            {
                var read = document.Articles.Where(a => a.Segment.Start < article.Segment.End && article.Segment.Start < a.Segment.End)
                    .MaxBy(a => Math.Min(a.Segment.End, article.Segment.End) - Math.Max(a.Segment.Start, article.Segment.Start));
                if (read is not null) count += await ProposeAsync(db, article, read, file.Text, version, cancellationToken);
            }
        }
        await db.SourceFiles.Where(f => f.Id == file.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.ReadBy, version), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return count;
    }

    private async Task<int> ProposeAsync(ClaimsDeskDb db, Article article, ExtractedArticle read, string text, string version, CancellationToken cancellationToken)
    {
        // Older open proposals are about what an older extraction read.
        await db.ClaimProposals.Where(p => p.ArticleId == article.Id && p.State == ProposalState.Open).ExecuteDeleteAsync(cancellationToken);
        var dismissed = (await db.ClaimProposals.Where(p => p.ArticleId == article.Id && p.State == ProposalState.Dismissed)
            .Select(p => new { p.Kind, p.Key }).ToListAsync(cancellationToken)).Select(p => (p.Kind, p.Key)).ToHashSet();
        var proposals = Compare(article, read, text).Where(p => !dismissed.Contains((p.Kind, p.Key))).ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        db.ClaimProposals.AddRange(proposals.Select(p => new ClaimProposal
        {
            Article = article,
            Claim = p.Stored,
            Kind = p.Kind,
            ExtractorVersion = version,
            Reading = p.Read is null ? null : ClaimReading.Write(p.Read),
            Key = p.Key,
            At = now,
        }));
        return proposals.Count;
    }

    private static IEnumerable<Difference> Compare(Article article, ExtractedArticle read, string text)
    {
        var left = read.Claims.ToList();
        foreach (var stored in article.Claims.OrderBy(c => c.Position))
        {
            var same = left.Find(c => c.Content.SequenceEqual(stored.ContentSpans) && c.Cue.SequenceEqual(stored.CueSpans))
                ?? left.Where(c => ClaimReading.Overlap(c.Content, stored.ContentSpans) >= SameClaim).MaxBy(c => ClaimReading.Overlap(c.Content, stored.ContentSpans));
            if (same is not null) left.Remove(same);
            // What people have worked on stays as they left it; one they rejected does not come back in other words.
            if (stored.Version > 0) continue;
            if (same is null) yield return new Difference(ProposalKind.Gone, stored, null, ClaimReading.KeyOf(stored.ContentSpans, stored.CueSpans));
            else if (ClaimReading.Differences(stored, same, text) is { Count: > 0 } what)
                yield return new Difference(ProposalKind.Changed, stored, same, $"{ClaimReading.KeyOf(same.Content, same.Cue)} {string.Join(", ", what.Select(part => part.What))}");
        }
        foreach (var claim in left) yield return new Difference(ProposalKind.New, null, claim, ClaimReading.KeyOf(claim.Content, claim.Cue));
    }

    private sealed record Difference(ProposalKind Kind, Claim? Stored, ExtractedClaim? Read, string Key);
}
