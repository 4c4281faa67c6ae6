using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Sources;

/// <summary>One source with what is known of it. What it told is the list of claims that <see cref="Told"/> means.</summary>
public sealed record SourceInFull
{
    /// <summary>The source as lists show it.</summary>
    public required SourceRow Source { get; init; }

    /// <summary>The version to give with an assessment.</summary>
    public required int Version { get; init; }

    /// <summary>Who gave the present grade, when and why; null where nobody rated it.</summary>
    public required GradeGiven? Grade { get; init; }

    /// <summary>The articles in which it tells, the newest first, at most a hundred.</summary>
    public required IReadOnlyList<SourceArticle> Articles { get; init; }

    /// <summary>The claims it tells.</summary>
    public required ClaimFilter Told { get; init; }

    /// <summary>Other sources of the same name, which may or may not be the same: other kinds, or unnamed ones of other articles.</summary>
    public required IReadOnlyList<SourceRow> Namesakes { get; init; }

    /// <summary>The actor of the same name, where claims are about it; null where none are.</summary>
    public required int? ActorId { get; init; }

    /// <summary>The changes, newest first.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }
}

/// <summary>The present grade of a source.</summary>
/// <param name="Reliability">The grade; null where it was taken back.</param>
/// <param name="By">Who gave it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Rationale">Why.</param>
public sealed record GradeGiven(Reliability? Reliability, string By, DateTime At, string Rationale);

/// <summary>An article in which a source tells.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its headline, where it has one.</param>
/// <param name="Outlet">Its outlet, where known.</param>
/// <param name="Published">The day of publication, where known.</param>
/// <param name="Claims">How many claims the source tells in it.</param>
public sealed record SourceArticle(int Id, string? Title, string? Outlet, DateOnly? Published, int Claims);

/// <summary>Opens one source.</summary>
public sealed class OpenSource(IDbContextFactory<ClaimsDeskDb> database)
{
    private const int MostArticles = 100, MostNamesakes = 20;

    /// <summary>The source; null where there is none of this number.</summary>
    public async Task<SourceInFull?> ReadAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        var source = await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (source is null) return null;
        return new SourceInFull
        {
            Source = await SourceList.Rows(db, db.Sources.Where(s => s.Id == id)).SingleAsync(cancellationToken),
            Version = source.Version,
            Grade = await GradeAsync(db, source, cancellationToken),
            Articles = await ArticlesAsync(db, id, cancellationToken),
            Told = ClaimFilter.Everything with { Sources = [Pick.Number(id)] },
            Namesakes = await SourceList.Rows(db, db.Sources.Where(s => s.NameKey == source.NameKey && s.Id != id).OrderBy(s => s.Id).Take(MostNamesakes))
                .ToListAsync(cancellationToken),
            ActorId = await db.Actors.Where(a => a.ArticleId == source.ArticleId && a.NameKey == source.NameKey)
                .OrderBy(a => a.Id).Select(a => (int?)a.Id).FirstOrDefaultAsync(cancellationToken),
            History = await AuditHistory.OfAsync(db, AuditSubject.Source, id, cancellationToken),
        };
    }

    private static async Task<GradeGiven?> GradeAsync(ClaimsDeskDb db, Source source, CancellationToken cancellationToken)
    {
        var latest = await Assessing.LatestAsync(db, AssessmentScale.Reliability, source.Id, cancellationToken);
        if (latest is null) return null;
        var by = await db.Users.Where(p => p.Id == latest.AssessorId).Select(p => p.UserName).FirstAsync(cancellationToken);
        return new GradeGiven(source.Reliability, by ?? "", latest.At, latest.Rationale);
    }

    private static async Task<IReadOnlyList<SourceArticle>> ArticlesAsync(ClaimsDeskDb db, int id, CancellationToken cancellationToken)
    {
        var told = db.ClaimHops.Where(h => h.SourceId == id).Select(h => h.ClaimId);
        var counts = db.Claims.Where(c => told.Contains(c.Id)).GroupBy(c => c.ArticleId).Select(g => new { ArticleId = g.Key, Claims = g.Count() });
        return await db.Articles.AsNoTracking()
            .Join(counts, a => a.Id, c => c.ArticleId, (a, c) => new { Article = a, c.Claims })
            .OrderBy(x => x.Article.Published == null).ThenByDescending(x => x.Article.Published).ThenByDescending(x => x.Article.Id)
            .Take(MostArticles)
            .Select(x => new SourceArticle(x.Article.Id, x.Article.Title, x.Article.Outlet == null ? null : x.Article.Outlet.Name, x.Article.Published, x.Claims))
            .ToListAsync(cancellationToken);
    }
}
