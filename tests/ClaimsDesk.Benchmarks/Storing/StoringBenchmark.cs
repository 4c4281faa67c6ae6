using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Benchmarks.Measuring;
using ClaimsDesk.Knowledge;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Benchmarks.Storing;

/// <summary>
/// How fast an import stores, beside a raw writer that inserts the very same rows by prepared commands into an empty knowledge base with
/// the same indexes, triggers and text search, in transactions of as many texts.
/// </summary>
/// <param name="articles">How many articles.</param>
/// <param name="folder">Where the two knowledge bases are made.</param>
/// <param name="onlyImport">Without the raw writer, whose rows are held in memory.</param>
/// <param name="saving">A person saves meanwhile.</param>
internal sealed class StoringBenchmark(int articles, string folder, bool onlyImport, bool saving)
{
    private const int TextsInTransaction = 64;

    // In the order in which they point to each other; own sources come after the articles.
    private static readonly (string Table, string Where)[] Tables =
    [
        ("SourceFiles", ""), ("Sources", "\"ArticleId\" IS NULL"), ("Articles", ""), ("Sources", "\"ArticleId\" IS NOT NULL"), ("Actors", ""), ("ActorNames", ""),
        ("ActorRoles", ""), ("Claims", ""), ("ClaimHops", ""), ("ClaimActors", ""), ("ArticleBands", ""), ("ImportItems", ""),
    ];

    /// <summary>Measures both and prints a line each.</summary>
    public async Task RunAsync(TextWriter output)
    {
        Directory.CreateDirectory(folder);
        var (claims, spooling, storing, worked, memory) = await ImportAsync(Path.Combine(folder, "import.db"), output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles, {claims:N0} claims"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files brought in   {spooling.TotalSeconds:0.0} s"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"import, stub read   {storing.TotalSeconds:0.0} s, {claims / storing.TotalSeconds:N0} claims/s, processor {worked.TotalSeconds:0.0} s; working set at its greatest {memory / 1e6:N0} MB"));
        if (onlyImport) return;
        var (raw, rawWorked) = await RawAsync(Path.Combine(folder, "import.db"), Path.Combine(folder, "raw.db"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"raw prepared writer {raw.TotalSeconds:0.0} s, {claims / raw.TotalSeconds:N0} claims/s, processor {rawWorked.TotalSeconds:0.0} s; the import reaches {raw / storing:P0}"));
    }

    private async Task<(int Claims, TimeSpan Spooling, TimeSpan Storing, TimeSpan Processor, long Memory)> ImportAsync(string path, TextWriter output)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton<Extract>(StubArticles.Extract).AddKnowledge(path).BuildServiceProvider();
        await services.GetRequiredService<KnowledgeBase>().OpenAsync();
        var clock = Stopwatch.StartNew();
        await services.GetRequiredService<BatchIntake>().QueueAsync(
            new NewBatch(null), Enumerable.Range(0, articles).Select(i => ImportFile.Pasted($"{i}.txt", StubArticles.Text(i))));
        var spooling = clock.Elapsed;
        clock.Restart();
        var processor = Processor;
        using var stop = new CancellationTokenSource();
        var person = new SavingPerson(services);
        var grading = saving ? person.GradeAsync(stop.Token) : Task.CompletedTask;
        await services.GetRequiredService<BatchWorker>().RunOneAsync(CancellationToken.None);
        var (storing, worked) = (clock.Elapsed, Processor - processor);
        await stop.CancelAsync();
        await grading;
        if (saving) output.WriteLine($"{Sample.Head}\n{person.Waits.Row()}");
        await using var db = services.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContext();
        return (await db.Claims.CountAsync(), spooling, storing, worked, Process.GetCurrentProcess().PeakWorkingSet64);
    }

    private async Task<(TimeSpan Clock, TimeSpan Processor)> RawAsync(string from, string to)
    {
        using var source = KnowledgeBase.At(from);
        using var target = KnowledgeBase.At(to);
        await target.OpenAsync();
        await using var read = source.CreateDbContext();
        await using var write = target.CreateDbContext();
        await read.Database.OpenConnectionAsync();
        await write.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)write.Database.GetDbConnection();
        using (var batches = connection.CreateCommand())
        {
            // The names of shared actors point to articles that come later here; without the checks the raw writer is the faster for it.
            batches.CommandText = "PRAGMA foreign_keys = OFF; INSERT INTO \"ImportBatches\" (\"Id\", \"Name\", \"StartedAt\", \"State\", \"IsDryRun\", \"Files\", \"FilesDone\", \"Bytes\", \"BytesDone\", \"ItemsDone\", \"WorkedSeconds\") VALUES (1, 'raw', '2024-01-01', 'Finished', 0, 0, 0, 0, 0, 0, 0)";
            await batches.ExecuteNonQueryAsync();
        }
        var tables = Tables.Select(t => (t.Table, Rows: Rows(read.Database.GetDbConnection(), t.Table, t.Where))).Where(t => t.Rows.Count > 0).ToList();
        var transactions = (articles + TextsInTransaction - 1) / TextsInTransaction;
        var commands = tables.ConvertAll(t => Insert(connection, t.Table, t.Rows[0].Length));
        var (clock, processor) = (Stopwatch.StartNew(), Processor);
        for (var i = 0; i < transactions; i++)
        {
            var (first, next) = (i * TextsInTransaction, (i + 1) * TextsInTransaction); // of every article the same number of rows
            using var transaction = connection.BeginTransaction();
            for (var t = 0; t < tables.Count; t++)
            {
                var (rows, command) = (tables[t].Rows, commands[t]);
                command.Transaction = transaction;
                // Shared rows that later texts point to must be there first: small tables go whole with the first transaction.
                var (start, end) = rows.Count < articles / 2 ? (i == 0 ? 0 : rows.Count, rows.Count) : (rows.Count / articles * first, i == transactions - 1 ? rows.Count : rows.Count / articles * next);
                for (var r = start; r < end; r++)
                {
                    for (var c = 0; c < rows[r].Length; c++) command.Parameters[c].Value = rows[r][c];
                    command.ExecuteNonQuery();
                }
            }
            transaction.Commit();
        }
        return (clock.Elapsed, Processor - processor);
    }

    private static TimeSpan Processor
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }

    private static List<object[]> Rows(DbConnection connection, string table, string where)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"{(where.Length > 0 ? " WHERE " + where : "")} ORDER BY rowid";
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
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
