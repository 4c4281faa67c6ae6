using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Data.Postgres;
using ClaimsDesk.Knowledge.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Data;

/// <summary>Where the knowledge base is kept: opens it, brings it to the shape this version needs, and makes contexts on it.</summary>
public abstract class KnowledgeBase : IDbContextFactory<ClaimsDeskDb>, IDisposable
{
    /// <summary>What to call it in a sentence: the path of the file, or the database and its server. Never a password.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The knowledge base that <paramref name="database"/> means: a PostgreSQL connection string (<c>Host=…;Database=…</c> or
    /// <c>postgresql://…</c>), else the path of a SQLite file. Nothing is opened yet.
    /// </summary>
    /// <exception cref="KnowledgeBaseUnusableException">It is a connection string that can't be read.</exception>
    public static KnowledgeBase At(string database) =>
        PostgresAddress.IsOne(database) ? new PostgresKnowledgeBase(PostgresAddress.Read(database)) : new SqliteKnowledgeBase(database);

    /// <summary>Creates what is missing and applies the migrations that the database lacks. To be called before anything uses it.</summary>
    /// <exception cref="KnowledgeBaseUnusableException">It can't be used; the message says why and what to do.</exception>
    public abstract Task OpenAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public abstract ClaimsDeskDb CreateDbContext();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of its connections.</summary>
    protected virtual void Dispose(bool disposing) { }

    /// <summary>Lets go of the changes that nobody catches up with (<see cref="ClaimMemory.ChangesKept"/>).</summary>
    private protected static async Task ForgetOldChangesAsync(ClaimsDeskDb db, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM \"ClaimChanges\" WHERE \"Id\" <= (SELECT COALESCE(MAX(\"Id\"), 0) FROM \"ClaimChanges\") - {ClaimMemory.ChangesKept}", cancellationToken);

    /// <summary>
    /// Fills in what the text search needs and versions before it did not store. Writes nothing where nothing is missing; where the process
    /// is stopped, the next one goes on.
    /// </summary>
    private protected static async Task FillTextSearchAsync(Func<ClaimsDeskDb> open, CancellationToken cancellationToken)
    {
        const int atOnce = 50;
        while (true)
        {
            await using var db = open();
            var articles = await db.LackingTextSearch(db.Articles).OrderBy(a => a.Id).Take(atOnce)
                .Include(a => a.SourceFile).Include(a => a.Claims).ToListAsync(cancellationToken);
            if (articles.Count == 0) return;
            foreach (var article in articles)
            {
                foreach (var claim in article.Claims) claim.Context = Passage.Line(article.SourceFile.Text, article.Segment, article.Blocks, claim);
            }
            await using var transaction = await db.BeginWriteAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>The newest change in the database that this version does not know; null where it knows them all.</summary>
    private protected static async Task<string?> UnknownChangeAsync(ClaimsDeskDb db, CancellationToken cancellationToken) =>
        (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).LastOrDefault();
}
