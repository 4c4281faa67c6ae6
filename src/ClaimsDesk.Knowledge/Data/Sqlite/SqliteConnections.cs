using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimsDesk.Knowledge.Data.Sqlite;

/// <summary>How the file is opened.</summary>
internal static class SqliteConnections
{
    public static DbContextOptions<SqliteClaimsDeskDb> Options(string databasePath) =>
        new DbContextOptionsBuilder<SqliteClaimsDeskDb>()
            .UseSqlite(ConnectionString(databasePath), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(EveryConnection.Instance)
            .Options;

    // The default timeout is how long a statement waits for another process's lock. A private cache: a shared one reads uncommitted rows.
    public static string ConnectionString(string databasePath, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = databasePath,
            Mode = mode,
            Cache = SqliteCacheMode.Private,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();

    /// <summary>Settings that SQLite keeps by connection and not in the file. What was acknowledged must outlive a power cut: FULL.</summary>
    private sealed class EveryConnection : DbConnectionInterceptor
    {
        public static readonly EveryConnection Instance = new();
        private const string Settings = "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            SqliteFullText.AddFunctions((SqliteConnection)connection);
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            SqliteFullText.AddFunctions((SqliteConnection)connection);
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
