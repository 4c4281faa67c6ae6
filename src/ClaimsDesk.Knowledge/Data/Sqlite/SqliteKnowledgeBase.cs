using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Data.Sqlite;

/// <summary>The knowledge base in a SQLite file.</summary>
public sealed class SqliteKnowledgeBase(string databasePath) : KnowledgeBase
{
    private readonly string _path = Path.GetFullPath(databasePath);
    private readonly DbContextOptions<SqliteClaimsDeskDb> _options = SqliteConnections.Options(databasePath);

    /// <inheritdoc/>
    public override string Name => _path;

    /// <inheritdoc/>
    public override ClaimsDeskDb CreateDbContext() => new SqliteClaimsDeskDb(_options);

    /// <inheritdoc/>
    public override async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            await using var only = await OnlyProcessAsync(cancellationToken);
            await using var db = new SqliteClaimsDeskDb(_options);
            // Readers do not wait for the writer, nor the writer for them. The file keeps the setting.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
            await RefuseNewerAsync(db, cancellationToken);
            await ClearDeadLockAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await RestoreTriggersAsync(db, cancellationToken);
            await FillTextSearchAsync(CreateDbContext, cancellationToken);
            await ForgetOldChangesAsync(db, cancellationToken);
            // Migrate writes nothing when there is nothing to migrate; this finds a database that can't be written to.
            await using var writable = await db.Database.BeginTransactionAsync(cancellationToken);
        }
        catch (SqliteException e)
        {
            throw new KnowledgeBaseUnusableException(SqliteTrouble.Sentence(e, _path), e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new KnowledgeBaseUnusableException(
                $"The knowledge base can't be kept in {Path.GetDirectoryName(_path)}: {FirstLine(e.Message)} Let this user write there, or choose another folder with --data.", e);
        }
    }

    // Held while the database is migrated; the system lets go of it when the process dies.
    private async Task<FileStream> OnlyProcessAsync(CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (true)
        {
            try
            {
                return new FileStream(_path + ".opening", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(_path + ".opening"))
            {
                if (DateTime.UtcNow > deadline)
                    throw new KnowledgeBaseUnusableException($"Another ClaimsDesk has been opening {_path} for 30 seconds. Wait for it, or stop it, and start again.", e);
                await Task.Delay(200, cancellationToken);
            }
        }
    }

    private async Task RefuseNewerAsync(SqliteClaimsDeskDb db, CancellationToken cancellationToken)
    {
        if (!File.Exists(_path) || new FileInfo(_path).Length == 0) return;
        if (await UnknownChangeAsync(db, cancellationToken) is { } unknown)
        {
            throw new KnowledgeBaseUnusableException(
                $"The knowledge base {_path} was last used by a newer ClaimsDesk (it has the change {unknown}). Start that version, or restore a backup made with this one.");
        }
    }

    // EF keeps a row while it migrates and waits for ever for a row that a killed process left. We are the only process here (OnlyProcessAsync).
    private static async Task ClearDeadLockAsync(SqliteClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var exists = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (exists > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
    }

    // A table that a migration rebuilds loses its triggers, and without them the text index goes stale unseen.
    private static async Task RestoreTriggersAsync(SqliteClaimsDeskDb db, CancellationToken cancellationToken)
    {
        const int all = 10;
        // One column that the trigger minds since it minds reviews.
        var triggers = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND (name LIKE 'ClaimText%' OR name LIKE 'ArticleText%' OR name LIKE 'ClaimChanges%') AND (name <> 'ClaimChanges_Claim' OR sql LIKE '%\"Review\"%')")
            .SingleAsync(cancellationToken);
        if (triggers == all) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(
            SqliteFullText.DropTriggers + SqliteFullText.CreateTriggers + SqliteChanges.DropTriggers + SqliteChanges.CreateTriggers, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.') + ".";
}
