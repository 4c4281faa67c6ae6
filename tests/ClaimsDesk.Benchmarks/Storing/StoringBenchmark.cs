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

/// <summary>How fast an import stores, beside a raw writer of the very same rows, turn by turn.</summary>
/// <param name="articles">How many articles.</param>
/// <param name="folder">Where the knowledge bases are made; those of an earlier turn are deleted.</param>
/// <param name="turns">How often both are measured, after a small turn that counts for nothing: compiling is no part of storing.</param>
/// <param name="onlyImport">Without the raw writer, whose rows are held in memory.</param>
/// <param name="saving">A person saves meanwhile.</param>
internal sealed class StoringBenchmark(int articles, string folder, int turns, bool onlyImport, bool saving)
{
    private const int TextsInTransaction = 64, WarmingUp = 2_000;

    private readonly string _import = Path.Combine(folder, "import.db"), _raw = Path.Combine(folder, "raw.db");

    /// <summary>Measures both and prints a line each for every turn.</summary>
    public async Task RunAsync(TextWriter output)
    {
        Directory.CreateDirectory(folder);
        await TurnAsync(Math.Min(articles, WarmingUp), TextWriter.Null);
        var reached = new List<double>();
        for (var turn = 0; turn < turns; turn++)
        {
            if (await TurnAsync(articles, output) is { } share) reached.Add(share);
        }
        if (reached.Count == 0) return;
        reached.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the import reaches {reached[reached.Count / 2]:P0} of the raw writer in the middle of {reached.Count}, {reached[0]:P0} to {reached[^1]:P0}"));
    }

    // How much of the raw writer's speed the import reaches; null without one.
    private async Task<double?> TurnAsync(int count, TextWriter output)
    {
        Delete(_import);
        Delete(_raw);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
        var (claims, spooling, storing, worked, memory) = await ImportAsync(count, output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} articles, {claims:N0} claims; files brought in {spooling.TotalSeconds:0.0} s"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"import, stub read   {storing.TotalSeconds:0.00} s, {claims / storing.TotalSeconds:N0} claims/s, processor {worked.TotalSeconds:0.0} s; working set at its greatest {memory / 1e6:N0} MB"));
        if (onlyImport) return null;
        var (raw, rawWorked) = await RawWriter.WriteAsync(_import, _raw, TextsInTransaction);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"raw prepared writer {raw.TotalSeconds:0.00} s, {claims / raw.TotalSeconds:N0} claims/s, processor {rawWorked.TotalSeconds:0.0} s; the import reaches {raw / storing:P0}"));
        return raw / storing;
    }

    private async Task<(int Claims, TimeSpan Spooling, TimeSpan Storing, TimeSpan Processor, long Memory)> ImportAsync(int count, TextWriter output)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton<Extract>(StubArticles.Extract).AddKnowledge(_import).BuildServiceProvider();
        await services.GetRequiredService<KnowledgeBase>().OpenAsync();
        var clock = Stopwatch.StartNew();
        await services.GetRequiredService<BatchIntake>().QueueAsync(
            new NewBatch(null), Enumerable.Range(0, count).Select(i => ImportFile.Pasted($"{i}.txt", StubArticles.Text(i))));
        var spooling = clock.Elapsed;
        clock.Restart();
        var processor = RawWriter.Processor;
        using var stop = new CancellationTokenSource();
        var person = new SavingPerson(services);
        var grading = saving ? person.GradeAsync(stop.Token) : Task.CompletedTask;
        await services.GetRequiredService<BatchWorker>().RunOneAsync(CancellationToken.None);
        var (storing, worked) = (clock.Elapsed, RawWriter.Processor - processor);
        await stop.CancelAsync();
        await grading;
        if (saving) output.WriteLine($"{Sample.Head}\n{person.Waits.Row()}");
        await using var db = services.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContext();
        using var process = Process.GetCurrentProcess();
        return (await db.Claims.CountAsync(), spooling, storing, worked, process.PeakWorkingSet64);
    }

    private static void Delete(string database)
    {
        SqliteConnection.ClearAllPools();
        foreach (var part in (string[])["", "-wal", "-shm"]) File.Delete(database + part);
    }
}
