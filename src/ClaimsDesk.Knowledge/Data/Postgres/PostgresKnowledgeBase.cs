using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>The knowledge base in a PostgreSQL database, which several processes may use at once. The database itself must be there.</summary>
public sealed class PostgresKnowledgeBase : KnowledgeBase
{
    // PostgreSQL 13 is the oldest that its makers still mend; what is used here (generated columns, websearch) is older.
    private const int OldestVersion = 13;
    private static readonly TimeSpan WaitForOthers = TimeSpan.FromMinutes(10);

    private readonly NpgsqlDataSource _connections;
    private readonly DbContextOptions<PostgresClaimsDeskDb> _options;

    internal PostgresKnowledgeBase(NpgsqlConnectionStringBuilder address)
    {
        Name = PostgresTrouble.NameOf(address.Host, address.Port, address.Database);
        _connections = NpgsqlDataSource.Create(address);
        _options = PostgresConnections.Options(_connections);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override ClaimsDeskDb CreateDbContext() => new PostgresClaimsDeskDb(_options);

    /// <inheritdoc/>
    public override async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = new PostgresClaimsDeskDb(_options);
            await using var only = await OnlyProcessAsync(cancellationToken);
            await RefuseUnfitServerAsync(only, cancellationToken);
            if (await UnknownChangeAsync(db, cancellationToken) is { } unknown)
            {
                throw new KnowledgeBaseUnusableException(
                    $"The knowledge base in {Name} was last used by a newer ClaimsDesk (it has the change {unknown}). Start that version, or restore a backup made with this one.");
            }
            // A change of a large table takes longer than any query may.
            db.Database.SetCommandTimeout(TimeSpan.FromHours(2));
            await db.Database.MigrateAsync(cancellationToken);
            await FillTextSearchAsync(CreateDbContext, cancellationToken);
            await ForgetOldChangesAsync(db, cancellationToken);
        }
        catch (NpgsqlException e)
        {
            throw new KnowledgeBaseUnusableException(PostgresTrouble.Sentence(e, Name), e);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _connections.Dispose();
        base.Dispose(disposing);
    }

    // Held while the database is migrated, by a connection: the server lets go of it when the process dies.
    private async Task<NpgsqlConnection> OnlyProcessAsync(CancellationToken cancellationToken)
    {
        var connection = await _connections.OpenConnectionAsync(cancellationToken);
        try
        {
            await ExecuteAsync(connection, $"SET lock_timeout = {(int)WaitForOthers.TotalMilliseconds}", cancellationToken);
            await using var wait = new NpgsqlCommand($"SELECT pg_advisory_lock({PostgresConnections.OpeningLock})", connection);
            wait.CommandTimeout = (int)WaitForOthers.TotalSeconds + 10;
            await wait.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task RefuseUnfitServerAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (connection.PostgreSqlVersion.Major < OldestVersion)
        {
            throw new KnowledgeBaseUnusableException(
                $"The server of {Name} is PostgreSQL {connection.PostgreSqlVersion}; ClaimsDesk needs {OldestVersion} or newer. Upgrade the server, or name another.");
        }
        await using var command = new NpgsqlCommand("SHOW server_encoding", connection);
        var encoding = (string?)await command.ExecuteScalarAsync(cancellationToken);
        if (encoding != "UTF8")
        {
            throw new KnowledgeBaseUnusableException(
                $"{Name} keeps text as {encoding}, which lacks most letters. Make a database that keeps it as UTF-8: CREATE DATABASE claimsdesk ENCODING 'UTF8' TEMPLATE template0");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
