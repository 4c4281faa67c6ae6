using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;
using ClaimsDesk.Knowledge.Tests.Claims;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.Review;

public sealed class RereadingOnSqlite() : RereadingTests(TestDatabase.Sqlite);

public sealed class RereadingOnPostgres() : RereadingTests(TestDatabase.Postgres);

/// <summary>A newer extraction that leaves out the first claim of an article, reads the second otherwise, and finds one more.</summary>
public abstract class RereadingTests(TestDatabase database) : IAsyncLifetime
{
    private TestDesk _desk = null!;
    private List<int> _claims = [];

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.OpenAsync(database);
        _desk.Extract = (text, context) => Changed(text, context, a => a with { Claims = [.. a.Claims.Take(3)] });
        await _desk.ImportAsync(SmallBase.Bridge);
        await using var db = _desk.Database.CreateDbContext();
        _claims = await db.Claims.OrderBy(c => c.Position).Select(c => c.Id).ToListAsync();
        _claims.Should().HaveCount(3);
        _desk.Extract = (text, context) => Changed(text, context, a => a with
        {
            Claims = [.. a.Claims.Skip(1).Select((c, i) => i == 0 ? c with { Act = ClaimAct.Prediction, SourceNames = ["Maya Stone"], Chain = [.. c.Chain.SkipLast(1), c.Chain[^1] with { Name = "Maya Stone" }] } : c)],
        });
        await db.SourceFiles.ExecuteUpdateAsync(set => set.SetProperty(f => f.ReadBy, "before"));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Differences_are_proposed_once_and_nothing_changes_by_itself()
    {
        (await _desk.Get<Rereading>().RunAsync()).Should().Be(new RereadingProgress(1, 1, 3));
        var rows = await _desk.Get<Proposals>().ListAsync(null);
        rows.Select(r => (r.Kind, r.ClaimId)).Should().BeEquivalentTo(new (ProposalKind, int?)[]
        {
            (ProposalKind.Gone, _claims[0]), (ProposalKind.Changed, _claims[1]), (ProposalKind.New, null),
        });
        var differences = rows.Single(r => r.Kind == ProposalKind.Changed).Differences;
        differences.Select(d => d.What).Should().Contain(["act", "tellers"]);
        differences.Should().OnlyContain(d => d.Was != d.Now);
        (await _desk.Get<Rereading>().RunAsync()).Should().Be(new RereadingProgress(0, 0, 0));
        await using var db = _desk.Database.CreateDbContext();
        (await db.Claims.CountAsync()).Should().Be(3);
    }

    [Fact]
    public async Task What_is_accepted_is_carried_out_and_the_history_says_so()
    {
        await _desk.Get<Rereading>().RunAsync();
        foreach (var row in await _desk.Get<Proposals>().ListAsync(null))
            (await _desk.Get<Proposals>().AcceptAsync(TestDesk.Editor, row.Id)).Should().Be(Decision.Done);

        (await _desk.Get<Proposals>().ListAsync(null)).Should().BeEmpty();
        await using var db = _desk.Database.CreateDbContext();
        var claims = await db.Claims.Include(c => c.Source).Include(c => c.Hops).OrderBy(c => c.Position).ToListAsync();
        claims.Should().HaveCount(4);
        (claims[0].Id, claims[0].Review).Should().Be((_claims[0], ClaimReview.Rejected));
        (claims[1].Id, claims[1].Act, claims[1].Source.Name, claims[1].ToldBy).Should().Be((_claims[1], ClaimAct.Prediction, "Maya Stone", claims[1].ToldBy));
        claims[1].ToldBy.Should().Contain("Maya Stone");
        claims[1].Hops.Should().NotBeEmpty();
        claims.Should().OnlyContain(c => c.Status == ClaimStatus.Unverified);
        (await db.AuditEntries.CountAsync(e => e.PersonId == TestDesk.Editor)).Should().Be(3);
        (await _desk.Get<ClaimSearch>().FindAsync(ClaimFilterUrl.Read("q=Maya").Filter)).Claims.Should().ContainSingle(c => c.Id == _claims[1]);
        await db.SourceFiles.ExecuteUpdateAsync(set => set.SetProperty(f => f.ReadBy, "before"));
        (await _desk.Get<Rereading>().RunAsync()).Proposals.Should().Be(0, "it reads now what is stored, and what is rejected does not come back");
    }

    [Fact]
    public async Task What_people_worked_on_or_turned_down_is_left_alone()
    {
        var grading = _desk.Get<ClaimGrading>();
        await grading.SetReviewAsync(new Judgement(TestDesk.Editor, _claims[0], 0, "As printed."), ClaimReview.Accepted);
        await grading.SetReviewAsync(new Judgement(TestDesk.Editor, _claims[1], 0, "No claim."), ClaimReview.Rejected);
        (await _desk.Get<Rereading>().RunAsync()).Proposals.Should().Be(1);
        var row = (await _desk.Get<Proposals>().ListAsync(null)).Single();
        (await _desk.Get<Proposals>().DismissAsync(TestDesk.Analyst, row.Id)).Should().Be(Decision.NotAllowed);
        (await _desk.Get<Proposals>().DismissAsync(TestDesk.Editor, row.Id)).Should().Be(Decision.Done);
        (await _desk.Get<Proposals>().AcceptAsync(TestDesk.Editor, row.Id)).Should().Be(Decision.TooLate);

        await using var db = _desk.Database.CreateDbContext();
        await db.SourceFiles.ExecuteUpdateAsync(set => set.SetProperty(f => f.ReadBy, "before"));
        (await _desk.Get<Rereading>().RunAsync()).Proposals.Should().Be(0);
        (await db.Claims.OrderBy(c => c.Position).Select(c => c.Review).ToListAsync()).Should().Equal(ClaimReview.Accepted, ClaimReview.Rejected, null);
    }

    private static ExtractedDocument Changed(ClaimsDesk.Extraction.Text.SourceText text, ExtractionContext context, Func<ExtractedArticle, ExtractedArticle> change)
    {
        var document = Script.Read(text, context);
        return document with { Articles = [.. document.Articles.Select(change)] };
    }
}
