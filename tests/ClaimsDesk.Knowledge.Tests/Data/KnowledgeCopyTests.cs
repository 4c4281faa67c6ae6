using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Data.Postgres;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Tests.Claims;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.Data;

public sealed class KnowledgeCopyTests : IAsyncLifetime
{
    private TestDesk _desk = null!;
    private string _target = "";

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.OpenAsync();
        await _desk.ImportAsync(SmallBase.Bridge, SmallBase.Ferry);
        var claim = (await _desk.Get<ClaimSearch>().FindAsync(ClaimFilterUrl.Read("q=doubled").Filter)).Claims[0];
        await _desk.Get<ClaimGrading>().SetCredibilityAsync(new Judgement(TestDesk.Editor, claim.Id, 0, "because"), Credibility.Doubtful);
        _target = await PostgresCluster.NewDatabaseAsync();
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await PostgresCluster.DropAsync(_target);
    }

    [Fact]
    public async Task A_copy_has_every_row_answers_alike_and_goes_on()
    {
        using var target = (PostgresKnowledgeBase)KnowledgeBase.At(_target);

        var tables = await new KnowledgeCopy(_desk.Get<KnowledgeBase>(), target).RunAsync();

        tables.Single(t => t.Table == "Claims").Rows.Should().Be(8);
        tables.Where(t => t.Rows > 0).Select(t => t.Table).Should().Contain(["People", "SourceFiles", "Articles", "Sources", "Actors", "ClaimHops", "ClaimActors", "Assessments", "AuditEntries", "ImportBatches"]);
        var copied = new ClaimSearch(target, new(target, Microsoft.Extensions.Logging.Abstractions.NullLogger<Knowledge.Claims.Search.Memory.ClaimMemory>.Instance), TimeProvider.System);
        foreach (var query in new[] { "", "q=bridge", "q=article:ferry", "q=context:sail", "credibility=4", "source=Northern+Wire&sort=outlet" })
        {
            var filter = ClaimFilterUrl.Read(query).Filter;
            (await copied.FindAsync(filter)).Should().BeEquivalentTo(await _desk.Get<ClaimSearch>().FindAsync(filter), o => o.WithStrictOrdering(), query);
        }
        await using var db = target.CreateDbContext();
        db.Database.HasPendingModelChanges().Should().BeFalse();
        db.AuditEntries.Add(new Knowledge.Audit.AuditEntry { At = DateTime.UtcNow, PersonId = TestDesk.Admin, Subject = Knowledge.Audit.AuditSubject.Person, SubjectId = "x", Field = "new" });
        await FluentActions.Awaiting(() => db.SaveChangesAsync()).Should().NotThrowAsync("new rows get new keys");
        await FluentActions.Awaiting(() => db.Users.Where(p => p.Id == TestDesk.Admin).ExecuteDeleteAsync()).Should().ThrowAsync<Npgsql.PostgresException>("foreign keys are back");
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_left_alone()
    {
        using var target = (PostgresKnowledgeBase)KnowledgeBase.At(_target);
        await new KnowledgeCopy(_desk.Get<KnowledgeBase>(), target).RunAsync();
        (await FluentActions.Awaiting(() => new KnowledgeCopy(_desk.Get<KnowledgeBase>(), target).RunAsync()).Should().ThrowAsync<KnowledgeBaseUnusableException>())
            .Which.Message.Should().StartWith("There is a knowledge base in the database ").And.EndWith("Name an empty database, or drop this one and make it anew.");
    }

    [Fact]
    public async Task A_copy_that_is_broken_off_leaves_nothing_and_can_be_made_again()
    {
        using var target = (PostgresKnowledgeBase)KnowledgeBase.At(_target);
        using var stop = new CancellationTokenSource();
        var copy = new KnowledgeCopy(_desk.Get<KnowledgeBase>(), target);
        await FluentActions.Awaiting(() => copy.RunAsync(table => { if (table.Table == "Claims") stop.Cancel(); }, stop.Token)).Should().ThrowAsync<OperationCanceledException>();
        await using (var db = target.CreateDbContext()) (await db.Articles.CountAsync() + await db.Users.CountAsync()).Should().Be(0);

        (await copy.RunAsync()).Sum(t => t.Rows).Should().BeGreaterThan(50);
    }
}
