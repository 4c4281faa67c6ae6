using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.Import.Fetching;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.Import;

public sealed class PageFetchingOnSqlite() : PageFetchingTests(TestDatabase.Sqlite);

public sealed class PageFetchingOnPostgres() : PageFetchingTests(TestDatabase.Postgres);

public abstract class PageFetchingTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly PageFetch OnForAll = new(isOn: true);
    private TestDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await TestDesk.OpenAsync(database);

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task An_admin_switches_fetching_off_for_everybody_and_on_again()
    {
        var fetching = Fetching(OnForAll);
        (await fetching.StateAsync()).Should().Be(FetchingState.On);

        await fetching.SwitchAsync(TestDesk.Admin, isOn: false);

        (await Fetching(OnForAll).StateAsync()).Should().Be(FetchingState.Off, "another process knows it, too");
        await _desk.Invoking(_ => OpenedAsync(fetching, "https://example.org/")).Should().ThrowAsync<IOException>().WithMessage("*switched fetching off*");
        await using var db = _desk.Database.CreateDbContext();
        var noted = await db.AuditEntries.SingleAsync(e => e.Subject == AuditSubject.Setting);
        (noted.PersonId, noted.Old, noted.New).Should().Be((TestDesk.Admin, "yes", "no"));
        await fetching.SwitchAsync(TestDesk.Admin, isOn: true);
        (await fetching.StateAsync()).Should().Be(FetchingState.On);
    }

    [Fact]
    public async Task Nobody_else_switches_it_and_nobody_where_it_is_off_for_good()
    {
        await _desk.Invoking(_ => Fetching(OnForAll).SwitchAsync(TestDesk.Editor, isOn: false)).Should().ThrowAsync<NotAllowedException>();
        using var off = new PageFetch(isOn: false);
        var fetching = Fetching(off);
        await fetching.SwitchAsync(TestDesk.Admin, isOn: true);
        (await fetching.StateAsync()).Should().Be(FetchingState.OffForGood);
    }

    [Fact]
    public async Task A_page_that_is_refused_is_named_in_the_report_beside_those_that_were_fetched()
    {
        var intake = _desk.Get<BatchIntake>();
        var batch = (await intake.BeginAsync(new NewBatch(TestDesk.Admin, "Pages")))!.Value;
        await intake.AddAsync(batch, [await Fetching(OnForAll).FetchAsync("http://127.0.0.1/news"), ImportFile.Pasted("here.txt", "The pier is closed, the mayor said.")]);

        await using var db = _desk.Database.CreateDbContext();
        var waiting = await db.IncomingFiles.Where(f => f.BatchId == batch).OrderBy(f => f.Position).ToListAsync();
        waiting.Select(f => f.Name).Should().Equal("http://127.0.0.1/news", "here.txt");
        waiting[0].Problem.Should().Contain("not on the public internet");
        waiting[1].Problem.Should().BeNull();
    }

    private PageFetching Fetching(PageFetch fetch) => new(_desk.Database, _desk.Get<WriteGate>(), fetch, TimeProvider.System);

    private static async Task OpenedAsync(PageFetching fetching, string address)
    {
        var file = await fetching.FetchAsync(address);
        await (await file.Open(CancellationToken.None)).DisposeAsync();
    }
}
