using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Web.Tests.Import;

/// <summary>
/// The real program is killed at random moments of an import, again and again. Each time the knowledge base holds a whole beginning of
/// the import and nothing else; the same command goes on, and in the end every text is there once.
/// </summary>
public sealed class KilledImportTests : IAsyncLifetime
{
    private const string KillsVariable = "CLAIMSDESK_KILLS";
    private const int TextsPerWave = 240; // several groups, which are stored one after the other

    private readonly string _folder = Directory.CreateTempSubdirectory("claimsdesk-kill-").FullName;
    private readonly Random _random = new(7);

    private string Data => Path.Combine(_folder, "data");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_killed_import_has_stored_a_whole_beginning_and_the_same_command_goes_on_to_the_end()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable(KillsVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : 5;
        var (killed, waves, midway) = (0, 0, 0);
        while (killed < kills)
        {
            var texts = Write(waves++);
            while (killed < kills && await KillAsync(texts))
            {
                killed++;
                if (await CheckAsync(texts) is > 0 and < TextsPerWave) midway++;
            }
            using var rest = Start(texts);
            await rest.WaitForExitAsync();
            rest.ExitCode.Should().Be(0);
            (await CheckAsync(texts)).Should().Be(TextsPerWave);
        }
        midway.Should().BePositive("a kill that always misses the import shows nothing");
        await using var db = Open();
        (await db.SourceFiles.CountAsync()).Should().Be(waves * TextsPerWave, "a text that was stored is not stored again");
        (await db.IncomingFiles.AnyAsync()).Should().BeFalse();
    }

    private string[] Write(int wave) => [.. Enumerable.Range(0, TextsPerWave).Select(i =>
    {
        var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"wave{wave}-{i:000}.txt"));
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"Pier {i} of row {wave} to reopen\n\n\"We reopen pier {i} of row {wave} in May,\" said Mayor Ana Ruiz. The Port Authority denied that row {wave} was unsafe.\n"));
        return path;
    })];

    private Process Start(string[] texts) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "claimsdesk.dll"), "import", .. texts, "--data", Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        })!;

    // False where the import was quicker.
    private async Task<bool> KillAsync(string[] texts)
    {
        using var process = Start(texts);
        var exited = process.WaitForExitAsync();
        // Half of the kills as soon as a group has been stored, the others whenever, also while the program starts and brings its files in.
        if (_random.Next(2) == 0) await GroupIsStoredAsync(exited);
        else await Task.WhenAny(exited, Task.Delay(_random.Next(4000)));
        if (exited.IsCompleted) return false;
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
        return true;
    }

    private async Task GroupIsStoredAsync(Task exited)
    {
        for (var before = -1; !exited.IsCompleted; await Task.WhenAny(exited, Task.Delay(20)))
        {
            if (!File.Exists(Path.Combine(Data, "claimsdesk.db"))) continue;
            await using var db = Open();
            if (!(await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master").ToListAsync()).Contains("SourceFiles")) continue;
            var stored = await db.SourceFiles.CountAsync();
            if (before >= 0 && stored > before) return;
            before = stored;
        }
    }

    private async Task<int> CheckAsync(string[] texts)
    {
        if (!File.Exists(Path.Combine(Data, "claimsdesk.db")) || new FileInfo(Path.Combine(Data, "claimsdesk.db")).Length == 0) return 0;
        await using var db = Open();
        var wave = Path.GetFileName(texts[0])[..Path.GetFileName(texts[0]).IndexOf('-', StringComparison.Ordinal)] + "-";
        if (!(await db.Database.GetAppliedMigrationsAsync()).Any(m => m.EndsWith("_CopiesAndReview", StringComparison.Ordinal))) return 0;
        (await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync()).Should().Equal("ok");
        (await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync()).Should().BeEmpty();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"ClaimText\"(\"ClaimText\") VALUES ('integrity-check')");
        (await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM \"Claims\" c WHERE NOT EXISTS (SELECT 1 FROM \"ClaimText\" t WHERE t.rowid = c.\"Id\")").SingleAsync()).Should().Be(0);
        var stored = await db.SourceFiles.Where(f => f.FileName.StartsWith(wave)).OrderBy(f => f.Id).Select(f => f.FileName).ToListAsync();
        stored.Should().Equal(texts.Take(stored.Count).Select(Path.GetFileName), "what is stored is a whole beginning");
        // A kill between the import's end and the program's leaves the next command an import of what is already there.
        var items = await db.ImportItems.Where(i => i.FileName.StartsWith(wave) && i.Outcome != ImportOutcome.AlreadyImported).OrderBy(i => i.Position).Select(i => new { i.FileName, i.Outcome }).ToListAsync();
        items.Select(i => i.FileName).Should().Equal(stored, "the report says of each stored text what became of it, and of no other");
        items.Where(i => !i.Outcome.IsStored()).Should().BeEmpty();
        (await db.Articles.CountAsync(a => a.Claims.Count == 0)).Should().Be(0, "a text comes with its claims or not at all");
        return stored.Count;
    }

    // On a new connection: one from the pool remembers the text index as it was before the kill.
    private ClaimsDeskDb Open()
    {
        SqliteConnection.ClearAllPools();
        return KnowledgeBase.At(Path.Combine(Data, "claimsdesk.db")).CreateDbContext();
    }
}
