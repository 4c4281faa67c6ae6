using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.Data;

public sealed class OpeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("claimsdesk").FullName;

    private string DatabasePath => Path.Combine(_folder, "data", "claimsdesk.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_database_is_made_and_opened_again_with_the_settings_it_needs()
    {
        await new SqliteKnowledgeBase(DatabasePath).OpenAsync();
        await new SqliteKnowledgeBase(DatabasePath).OpenAsync();

        await using var db = new SqliteKnowledgeBase(DatabasePath).CreateDbContext();
        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
        db.Database.HasPendingModelChanges().Should().BeFalse("each change of the model comes with a migration");
        (await ReadAsync(db, "PRAGMA journal_mode")).Should().Be("wal");
        (await ReadAsync(db, "PRAGMA synchronous")).Should().Be("2", "2 is FULL");
        (await ReadAsync(db, "PRAGMA foreign_keys")).Should().Be("1");
        File.Exists(DatabasePath + ".opening").Should().BeFalse();
    }

    [Fact]
    public async Task The_lock_of_a_killed_migration_is_cleared()
    {
        await new SqliteKnowledgeBase(DatabasePath).OpenAsync();
        Execute("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2024-08-05 10:00:00')");

        await new SqliteKnowledgeBase(DatabasePath).OpenAsync().WaitAsync(TimeSpan.FromSeconds(20));

        await using var db = new SqliteKnowledgeBase(DatabasePath).CreateDbContext();
        (await ReadAsync(db, "SELECT COUNT(*) FROM __EFMigrationsLock")).Should().Be("0");
    }

    [Fact]
    public async Task Three_that_open_at_once_all_get_there()
    {
        var opening = () => Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => new SqliteKnowledgeBase(DatabasePath).OpenAsync())));

        await opening.Should().NotThrowAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabasePath)!);
        await File.WriteAllTextAsync(DatabasePath, new string('x', 5000));
        (await FailAsync()).Should().Be($"{DatabasePath} is not a ClaimsDesk database. Move the file away, or choose another folder with --data.");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await new SqliteKnowledgeBase(DatabasePath).OpenAsync();
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0')");
        (await FailAsync()).Should().Contain("was last used by a newer ClaimsDesk").And.Contain("29990101000000_FromTheFuture");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "data"), "a file where the folder should be");
        (await FailAsync()).Should().StartWith($"The knowledge base can't be kept in {Path.Combine(_folder, "data")}:").And.Contain("--data");
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_database_is_named()
    {
        Directory.CreateDirectory(DatabasePath);
        (await FailAsync()).Should().StartWith($"The knowledge base {DatabasePath} can't be opened.");
    }

    [Fact]
    public async Task A_database_that_another_program_locks_is_named_and_works_again_when_it_lets_go()
    {
        await new SqliteKnowledgeBase(DatabasePath).OpenAsync();
        using var gate = new WriteGate(new ImpatientFactory(DatabasePath));
        using (var other = new SqliteConnection($"Data Source={DatabasePath}"))
        {
            other.Open();
            using var locked = other.BeginTransaction();
            (await FluentActions.Awaiting(() => gate.EnterAsync()).Should().ThrowAsync<KnowledgeBaseUnusableException>())
                .Which.Message.Should().Contain("is locked by another program");
        }
        await using var write = await gate.EnterAsync().WaitAsync(TimeSpan.FromSeconds(10));
        await write.CommitAsync();
    }

    // Waits a second for a lock, where people's saves wait thirty.
    private sealed class ImpatientFactory(string path) : IDbContextFactory<ClaimsDeskDb>
    {
        public ClaimsDeskDb CreateDbContext()
        {
            var db = new SqliteKnowledgeBase(path).CreateDbContext();
            ((SqliteConnection)db.Database.GetDbConnection()).DefaultTimeout = 1;
            return db;
        }
    }

    [Fact]
    public async Task The_text_index_follows_the_claims()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.ImportAsync(Claims.SmallBase.Bridge, Claims.SmallBase.Ferry);
        await using var db = desk.Database.CreateDbContext();
        await db.Claims.Where(c => c.ArticleId == 1 && c.ParentId != null).ExecuteDeleteAsync();
        await db.Claims.Where(c => c.ArticleId == 1).ExecuteDeleteAsync();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO ClaimText(ClaimText) VALUES ('integrity-check'); INSERT INTO ArticleText(ArticleText) VALUES ('integrity-check')");
        (await ReadAsync(db, "SELECT COUNT(*) FROM ClaimText WHERE ClaimText MATCH 'ferry'")).Should().Be("1");
        (await ReadAsync(db, "SELECT COUNT(*) FROM ClaimText WHERE ClaimText MATCH 'bridge'")).Should().Be("0");
    }

    [Fact]
    public async Task What_an_older_version_stored_is_found_by_the_new_search()
    {
        await using var desk = await TestDesk.OpenAsync();
        await desk.ImportAsync(Claims.SmallBase.Bridge);
        await using (var db = desk.Database.CreateDbContext())
        {
            // As it was before contexts were kept, and as a rebuilt table leaves it.
            await db.Database.ExecuteSqlRawAsync("UPDATE Claims SET Context = NULL; DROP TRIGGER ClaimText_Update; DROP TRIGGER ArticleText_Insert;");
        }
        await desk.Get<KnowledgeBase>().OpenAsync();
        await using (var db = desk.Database.CreateDbContext())
        {
            (await db.Claims.CountAsync(c => c.Context == null)).Should().Be(0);
            (await ReadAsync(db, "SELECT COUNT(*) FROM ClaimText WHERE ClaimText MATCH 'Context : reopens'")).Should().NotBe("0");
            (await ReadAsync(db, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'")).Should().Be("10");
        }
    }

    private async Task<string> FailAsync() =>
        (await FluentActions.Awaiting(() => new SqliteKnowledgeBase(DatabasePath).OpenAsync()).Should().ThrowAsync<KnowledgeBaseUnusableException>()).Which.Message;

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task<string?> ReadAsync(ClaimsDeskDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
