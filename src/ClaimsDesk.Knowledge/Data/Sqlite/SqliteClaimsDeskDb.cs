using System.Data;
using ClaimsDesk.Knowledge.Data.FullText;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimsDesk.Knowledge.Data.Sqlite;

/// <summary>The knowledge base in a SQLite file.</summary>
public sealed class SqliteClaimsDeskDb(DbContextOptions<SqliteClaimsDeskDb> options) : ClaimsDeskDb(options)
{
    /// <inheritdoc/>
    // SQLite keeps the greatest key of a table in sqlite_sequence, which may be written like any other table: https://www.sqlite.org/autoinc.html
    public override async Task<IReadOnlyList<int>> NewKeysAsync(string table, int count, CancellationToken cancellationToken)
    {
        var last = await Database.SqlQuery<int>($"UPDATE sqlite_sequence SET seq = seq + {count} WHERE name = {table} RETURNING seq AS \"Value\"").ToListAsync(cancellationToken);
        if (last.Count == 0)
        {
            await Database.ExecuteSqlAsync($"INSERT INTO sqlite_sequence (name, seq) VALUES ({table}, {count})", cancellationToken);
            last = [count];
        }
        return [.. Enumerable.Range(last[0] - count + 1, count)];
    }

    /// <inheritdoc/>
    public override Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken) =>
        // What Microsoft.Data.Sqlite calls by this name is, with a private cache, a deferred transaction and as isolated as any: one that
        // only reads is no turn at writing. While it lasts, the write-ahead log can't be shortened.
        Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken);

    /// <inheritdoc/>
    public override string? TroubleOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var trouble = exception as SqliteException ?? exception.InnerException as SqliteException;
        return trouble is not null && SqliteTrouble.IsWithFile(trouble) ? SqliteTrouble.Sentence(trouble, Database.GetDbConnection().DataSource) : null;
    }

    internal override IQueryable<int> ClaimsMatching(SearchNode node)
    {
        var expression = SqliteFullText.Expression(node);
        return Database.SqlQuery<int>($"SELECT rowid AS \"Value\" FROM \"ClaimText\" WHERE \"ClaimText\" MATCH {expression}");
    }

    internal override IQueryable<int> ArticlesMatching(SearchNode node)
    {
        var expression = SqliteFullText.Expression(node);
        return Database.SqlQuery<int>($"SELECT rowid AS \"Value\" FROM \"ArticleText\" WHERE \"ArticleText\" MATCH {expression}");
    }

    // As one text: a row handed over from SQLite costs twice what it costs to write and read its number (82 against 183 ms for 800,000).
    internal override async Task ReadKeysAsync(IQueryable<int> keys, Action<int> read, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(keys, cancellationToken);
        command.CommandText = $"WITH Found(Id) AS ({command.CommandText}) SELECT CAST(group_concat(Id) AS BLOB) FROM Found";
        if (await command.ExecuteScalarAsync(cancellationToken) is not byte[] text) return;
        var key = 0;
        foreach (var letter in text)
        {
            if (letter != ',')
            {
                key = (key * 10) + letter - '0';
                continue;
            }
            read(key);
            key = 0;
        }
        read(key);
    }

    internal override Task InsertRowsAsync(RowShape shape, IReadOnlyList<object> records, ReadyRows ready, CancellationToken cancellationToken)
    {
        SqliteRows.Insert((SqliteConnection)Database.GetDbConnection(), shape, this, records, ready, cancellationToken);
        return Task.CompletedTask;
    }

    // Microsoft.Data.Sqlite begins IMMEDIATE: the transaction can't find later that another process wrote meanwhile.
    internal override Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(cancellationToken);
}

/// <summary>For <c>dotnet ef migrations</c>.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteClaimsDeskDb>
{
    public SqliteClaimsDeskDb CreateDbContext(string[] args) => new(SqliteConnections.Options("design.db"));
}
