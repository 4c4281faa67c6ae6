using System.Data.Common;
using System.Diagnostics;
using ClaimsDesk.Knowledge.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Benchmarks.Storing;

/// <summary>
/// Inserts the rows of a knowledge base into an empty one by prepared commands: what a program would take that does nothing but write,
/// with the same tables, indexes, triggers, text search, settings and foreign keys. Every row goes into the transaction of the text that
/// it came with, so that it finds what it points to.
/// </summary>
internal static class RawWriter
{
    private const string FirstArticleOfSource = "SELECT h.\"SourceId\" AS \"Of\", MIN(c.\"ArticleId\") AS \"First\" FROM \"ClaimHops\" h JOIN \"Claims\" c ON c.\"Id\" = h.\"ClaimId\" GROUP BY 1";
    private const string FirstArticleOfActor = "SELECT a.\"ActorId\" AS \"Of\", MIN(c.\"ArticleId\") AS \"First\" FROM \"ClaimActors\" a JOIN \"Claims\" c ON c.\"Id\" = a.\"ClaimId\" GROUP BY 1";

    // Each table with what says which text its rows came with, in the order in which they point to each other. Articles and texts have the
    // same numbers here: a made text is one article.
    private static readonly (string Table, string Text, string From)[] Tables =
    [
        ("SourceFiles", "t.\"Id\"", ""),
        ("Sources", "f.\"First\"", $"JOIN ({FirstArticleOfSource}) f ON f.\"Of\" = t.\"Id\" WHERE t.\"ArticleId\" IS NULL"),
        ("Articles", "t.\"SourceFileId\"", ""),
        ("Sources", "t.\"ArticleId\"", "WHERE t.\"ArticleId\" IS NOT NULL"),
        ("Actors", "f.\"First\"", $"JOIN ({FirstArticleOfActor}) f ON f.\"Of\" = t.\"Id\""),
        ("ActorNames", "t.\"FirstArticleId\"", ""),
        ("ActorRoles", "t.\"ArticleId\"", ""),
        ("Claims", "t.\"ArticleId\"", ""),
        ("ClaimHops", "c.\"ArticleId\"", "JOIN \"Claims\" c ON c.\"Id\" = t.\"ClaimId\""),
        ("ClaimActors", "c.\"ArticleId\"", "JOIN \"Claims\" c ON c.\"Id\" = t.\"ClaimId\""),
        ("ArticleBands", "t.\"ArticleId\"", ""),
        ("ImportItems", "t.\"SourceFileId\"", ""),
    ];

    /// <summary>How long it took for the rows of <paramref name="from"/>, which it reads before, to write them to <paramref name="to"/>.</summary>
    public static async Task<(TimeSpan Clock, TimeSpan Processor)> WriteAsync(string from, string to, int textsInTransaction)
    {
        using var source = KnowledgeBase.At(from);
        using var target = KnowledgeBase.At(to);
        await target.OpenAsync();
        await using var read = source.CreateDbContext();
        await using var write = target.CreateDbContext();
        await read.Database.OpenConnectionAsync();
        await write.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)write.Database.GetDbConnection();
        await CopyBatchesAsync(read.Database.GetDbConnection(), connection);
        var tables = Tables.Select(t => (t.Table, Rows: Rows(read.Database.GetDbConnection(), t.Table, t.Text, t.From))).Where(t => t.Rows.Count > 0).ToList();
        var last = tables.Max(t => t.Rows[^1].Text);
        var next = new int[tables.Count];
        var clock = Stopwatch.StartNew();
        var processor = Processor;
        var commands = tables.ConvertAll(t => Insert(connection, t.Table, t.Rows[0].Values.Length));
        for (var end = (long)textsInTransaction; end < last + textsInTransaction; end += textsInTransaction)
        {
            using var transaction = connection.BeginTransaction();
            for (var t = 0; t < tables.Count; t++)
            {
                var (rows, command) = (tables[t].Rows, commands[t]);
                command.Transaction = transaction;
                for (; next[t] < rows.Count && rows[next[t]].Text <= end; next[t]++)
                {
                    var values = rows[next[t]].Values;
                    for (var c = 0; c < values.Length; c++) command.Parameters[c].Value = values[c];
                    command.ExecuteNonQuery();
                }
            }
            transaction.Commit();
        }
        var taken = (clock.Elapsed, Processor - processor);
        await CompareAsync(read.Database.GetDbConnection(), connection);
        return taken;
    }

    /// <summary>The time that this process has worked on all cores.</summary>
    public static TimeSpan Processor
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }

    private static async Task CopyBatchesAsync(DbConnection from, SqliteConnection to)
    {
        foreach (var (_, values) in Rows(from, "ImportBatches", "t.\"Id\"", ""))
        {
            using var command = Insert(to, "ImportBatches", values.Length);
            for (var c = 0; c < values.Length; c++) command.Parameters[c].Value = values[c];
            await command.ExecuteNonQueryAsync();
        }
    }

    // A writer that leaves rows out would be the faster for it.
    private static async Task CompareAsync(DbConnection from, DbConnection to)
    {
        foreach (var table in Tables.Select(t => t.Table).Distinct())
        {
            var (wanted, written) = (await CountAsync(from, table), await CountAsync(to, table));
            if (wanted != written) throw new InvalidOperationException($"The raw writer wrote {written} of {wanted} rows of {table}.");
        }
    }

    private static async Task<long> CountAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static List<(long Text, object[] Values)> Rows(DbConnection connection, string table, string text, string from)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {text}, t.* FROM \"{table}\" t {from} ORDER BY 1, t.rowid";
        using var reader = command.ExecuteReader();
        var rows = new List<(long, object[])>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(((long)row[0], row[1..]));
        }
        return rows;
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, int columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", Enumerable.Range(0, columns).Select(i => $"$p{i}"))})";
        for (var i = 0; i < columns; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}", Value = DBNull.Value });
        command.Prepare();
        return command;
    }
}
