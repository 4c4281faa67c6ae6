using System.Diagnostics;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Claims.Search;

namespace ClaimsDesk.Knowledge.Tests.Claims;

public sealed class CommandCountsOnSqlite() : CommandCountTests(TestDatabase.Sqlite);

public sealed class CommandCountsOnPostgres() : CommandCountTests(TestDatabase.Postgres);

/// <summary>A page costs the same number of commands however many claims it shows.</summary>
public abstract class CommandCountTests(TestDatabase database)
{
    [Fact]
    public async Task Pages_cost_a_fixed_number_of_commands()
    {
        await using var desk = await TestDesk.OpenAsync(database);
        await desk.ImportAsync(SmallBase.Bridge);
        var few = await CountAsync(desk);
        await desk.ImportAsync([.. Enumerable.Range(0, 10).Select(i => SmallBase.Bridge with { Title = $"Bridge {i}" })]);
        var many = await CountAsync(desk);

        many.Should().Be(few);
        few.Rows.Should().Be(2, "the claims, and their tellers");
        few.Article.Should().BeLessThanOrEqualTo(8);
        few.Claim.Should().BeLessThanOrEqualTo(6);
    }

    private static async Task<(int Rows, int Facets, int Article, int Claim)> CountAsync(TestDesk desk)
    {
        var filter = ClaimFilterUrl.Read("source=Harbour+Gazette&negated=false").Filter;
        return (await CommandsAsync(() => desk.Get<ClaimSearch>().FindAsync(filter)),
            await CommandsAsync(() => desk.Get<ClaimSearch>().FacetsAsync(filter)),
            await CommandsAsync(() => desk.Get<OpenArticle>().ReadAsync(1)),
            await CommandsAsync(() => desk.Get<OpenClaim>().ReadAsync(1)));
    }

    // EF announces every command it runs; those of this test's own flow are counted.
    private static async Task<int> CommandsAsync(Func<Task> act)
    {
        var counter = new Counter();
        using var all = DiagnosticListener.AllListeners.Subscribe(counter);
        await act();
        return counter.Commands;
    }

    private sealed class Counter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private static readonly AsyncLocal<Counter?> Current = new();
        private int _commands;

        public Counter() => Current.Value = this;

        public int Commands => _commands;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Current.Value == this && value.Key == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted") Interlocked.Increment(ref _commands);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
