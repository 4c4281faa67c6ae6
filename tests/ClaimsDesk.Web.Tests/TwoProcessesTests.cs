using System.Diagnostics;
using System.Globalization;
using System.Net;
using ClaimsDesk.Knowledge;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.Tests;
using ClaimsDesk.Web.Accounts;
using ClaimsDesk.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Web.Tests;

/// <summary>Several processes serve one desk from one PostgreSQL database.</summary>
public sealed class TwoProcessesTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("claimsdesk-two-").FullName;
    private readonly List<Process> _processes = [];
    private string _database = "";

    public async Task InitializeAsync() => _database = await PostgresCluster.NewDatabaseAsync();

    public async Task DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        await PostgresCluster.DropAsync(_database);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Who_signs_in_at_one_is_signed_in_at_the_other_and_links_work_at_both()
    {
        await using var first = await HostAsync("first");
        await using var second = await HostAsync("second");
        var token = await first.Services.GetRequiredService<SetupLink>().NewTokenAsync();
        (await BrowserAt(second).GetStringAsync($"/setup?token={token}")).Should().Contain("Make the first administrator");

        string invitation;
        await using (var scope = first.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            (await first.Services.GetRequiredService<PeopleRegister>().AddFromMachineAsync("Ann", Role.Admin, people.PasswordHasher.HashPassword(new Person(), Desk.Password)))
                .Should().Be(PeopleOutcome.Done);
            var (_, invited) = await first.Services.GetRequiredService<PeopleRegister>().InviteAsync((await people.FindByNameAsync("Ann"))!.Id, "Ben", Role.Analyst);
            invitation = (await first.Services.GetRequiredService<InvitationLinks>().NewAsync(invited!))!;
        }
        (await BrowserAt(second).GetStringAsync("/" + invitation)).Should().Contain("Ben").And.Contain("<form");

        var cookies = new CookieContainer();
        using (var browser = BrowserAt(first, cookies)) (await Desk.SignInAsync(browser, "Ann", Desk.Password)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        using (var browser = BrowserAt(second, cookies)) (await browser.GetAsync("/people")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_import_whose_process_is_killed_is_completed_by_the_other_and_nothing_is_done_twice()
    {
        const int texts = 400; // many more than are stored at once: one process is to be killed amid them
        var (first, second) = (Start("first"), Start("second"));
        await Task.WhenAll(ListeningAsync(first), ListeningAsync(second));
        await using var services = new ServiceCollection().AddLogging().AddKnowledge(_database).BuildServiceProvider();
        var batch = await services.GetRequiredService<BatchIntake>().QueueAsync(new NewBatch(null, "Many"), Enumerable.Range(0, texts).Select(Text));

        var worker = await UntilAsync(async db =>
        {
            if (!await db.ImportItems.AnyAsync(i => i.BatchId == batch)) return null;
            return await db.ImportBatches.Where(b => b.Id == batch).Select(b => b.LeasedBy).SingleAsync()
                ?? throw new InvalidOperationException("The import ended before its process could be killed: it needs more texts.");
        }, services);
        var killed = _processes.Single(p => p.Id == int.Parse(worker.Split('/')[1], CultureInfo.InvariantCulture));
        killed.Kill();
        await UntilAsync(async db => await db.ImportBatches.AnyAsync(b => b.Id == batch && b.FinishedAt != null) ? "" : null, services);

        await using var stored = services.GetRequiredService<KnowledgeBase>().CreateDbContext();
        var items = await stored.ImportItems.Where(i => i.BatchId == batch).Select(i => new { i.FileName, i.Outcome }).ToListAsync();
        items.Select(i => i.FileName).Should().OnlyHaveUniqueItems().And.HaveCount(texts);
        items.Should().OnlyContain(i => i.Outcome == ImportOutcome.Imported);
        (await stored.SourceFiles.CountAsync(f => f.BatchId == batch)).Should().Be(texts);
        (await stored.Articles.CountAsync(a => a.SourceFile.BatchId == batch)).Should().Be(texts);
    }

    private async Task<WebApplication> HostAsync(string name)
    {
        var host = DeskHost.Build(DataDirectory.Open(Path.Combine(_folder, name), _database), "http://127.0.0.1:0");
        await host.Services.GetRequiredService<KnowledgeBase>().OpenAsync();
        await host.StartAsync();
        return host;
    }

    private static HttpClient BrowserAt(WebApplication host, CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() }) { BaseAddress = new Uri(host.Urls.Single()) };

    private Process Start(string name)
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "claimsdesk.dll"), "serve", "--data", Path.Combine(_folder, name), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
            Environment = { [DataDirectory.DatabaseVariable] = _database },
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        _processes.Add(process);
        return process;
    }

    private static async Task ListeningAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.Contains("Ctrl+C", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return;
        }
        throw new InvalidOperationException("The desk ended before it listened.");
    }

    private static async Task<string> UntilAsync(Func<ClaimsDeskDb, Task<string?>> ask, ServiceProvider services)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(4); await Task.Delay(100))
        {
            await using var db = services.GetRequiredService<KnowledgeBase>().CreateDbContext();
            if (await ask(db) is { } answer) return answer;
        }
        throw new TimeoutException("It did not happen within four minutes.");
    }

    private static ImportFile Text(int number) => ImportFile.Pasted($"{number}.txt",
        $"Harbour notes {number}\n\n\"The bridge number {number} reopens in May,\" said Mayor Ana Ruiz on Monday. Officials said that ferry {number} would not sail before June.\n");
}
