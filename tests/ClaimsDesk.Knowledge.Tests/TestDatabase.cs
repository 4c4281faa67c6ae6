using ClaimsDesk.Knowledge.Data;

namespace ClaimsDesk.Knowledge.Tests;

/// <summary>The databases that every behaviour is tested on: a suite is abstract, with one class for each of them.</summary>
public abstract class TestDatabase
{
    public static TestDatabase Sqlite { get; } = new SqliteFile();

    public static TestDatabase Postgres { get; } = new PostgresDatabase();

    /// <summary>The address of a new knowledge base; <paramref name="folder"/> is the test's own.</summary>
    public abstract Task<string> NewAsync(string folder);

    /// <summary>Removes what is not in the test's folder.</summary>
    public abstract Task DropAsync(string address);

    private sealed class SqliteFile : TestDatabase
    {
        public override Task<string> NewAsync(string folder) => Task.FromResult(Path.Combine(folder, "claimsdesk.db"));

        public override Task DropAsync(string address)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            return Task.CompletedTask;
        }
    }

    private sealed class PostgresDatabase : TestDatabase
    {
        // Copying a migrated database takes a fraction of migrating one.
        private readonly Lazy<Task<string>> _template = new(MakeTemplateAsync);

        public override async Task<string> NewAsync(string folder) => await PostgresCluster.NewDatabaseAsync(await _template.Value);

        public override Task DropAsync(string address) => PostgresCluster.DropAsync(address);

        private static async Task<string> MakeTemplateAsync()
        {
            var address = await PostgresCluster.NewDatabaseAsync();
            using (var template = KnowledgeBase.At(address)) await template.OpenAsync();
            return new Npgsql.NpgsqlConnectionStringBuilder(address).Database!;
        }
    }
}
