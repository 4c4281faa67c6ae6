using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.Claims;

public sealed class ClaimRecordsOnSqlite() : ClaimRecordTests(TestDatabase.Sqlite);

public sealed class ClaimRecordsOnPostgres() : ClaimRecordTests(TestDatabase.Postgres);

public abstract class ClaimRecordTests(TestDatabase database) : IAsyncLifetime
{
    private TestDesk _desk = null!;

    private ClaimRecords Records => _desk.Get<ClaimRecords>();

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.OpenAsync(database);
        await _desk.ImportAsync(SmallBase.Bridge, SmallBase.Ferry);
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("sort=newest-said")]
    [InlineData("sort=oldest-said")]
    [InlineData("sort=article")]
    [InlineData("sort=outlet")]
    [InlineData("kind=anonymous")]
    [InlineData("kind=anonymous&sort=oldest-said", true)]
    [InlineData("q=bridge*&sort=outlet", true)]
    public async Task Records_are_those_of_the_list_in_its_order(string query, bool isInMemory = false)
    {
        if (isInMemory) await _desk.Get<ClaimMemory>().LoadAsync();
        var filter = ClaimFilterUrl.Read(query).Filter;
        var listed = (await _desk.Get<ClaimSearch>().FindAsync(filter)).Claims.Select(c => c.Id).ToList();

        (await AllAsync(filter)).Select(c => c.Id).Should().Equal(listed);
        var paged = new List<int>();
        for (var next = filter with { Size = 1 }; next is not null;)
        {
            var page = (await Records.PageAsync(next))!;
            paged.AddRange(page.Claims.Select(c => c.Id));
            next = page.Next;
        }
        paged.Should().Equal(listed);
    }

    [Fact]
    public async Task A_page_after_a_claim_that_is_gone_is_none_and_not_the_first_again()
    {
        var gone = ClaimFilter.Everything with { After = 999_999 };
        (await Records.PageAsync(gone)).Should().BeNull();
        var listed = await _desk.Get<ClaimSearch>().FindAsync(gone);
        (listed.StartsAnew, listed.Claims.Count).Should().Be((true, (await AllAsync(ClaimFilter.Everything)).Count));
    }

    [Fact]
    public async Task A_record_tells_the_whole_chain_and_what_goes_with_the_claim()
    {
        var claim = (await AllAsync(ClaimFilterUrl.Read("q=doubled&affiliation=Port+Authority").Filter)).Single();

        claim.Chain.Select(hop => hop.Name).Should().Equal("Harbour Gazette", "Northern Wire", "two port officials");
        claim.Claimant.Should().Be("two port officials");
        claim.Chain[^1].Cue.Should().Be("said");
        claim.Article.Outlet.Should().Be("Harbour Gazette");
        claim.Actors.Select(a => (a.Name, a.Part)).Should().Equal(("Ana Ruiz", ClaimActorPart.About));
        claim.SaidOn.ToString().Should().Be("2024-08");
        (claim.Reliability, claim.ReliabilityJudged, claim.Credibility, claim.CredibilityJudged, claim.StatusJudged).Should().Be((null, null, null, null, null));
        (await Records.OneAsync(claim.Id))!.Identity.Should().Be(claim.Identity);
        (await AllAsync(ClaimFilter.Everything)).Select(c => c.Identity).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_record_names_who_gave_each_grade_and_no_one_whose_grade_was_taken_back()
    {
        var before = (await AllAsync(ClaimFilterUrl.Read("q=doubled&affiliation=Port+Authority").Filter)).Single();
        var wire = before.Chain[1].SourceId;
        var sources = _desk.Get<SourceReliability>();
        await sources.SetAsync(new Judgement(TestDesk.Editor, wire, 0, "Often wrong"), Reliability.D);
        await sources.SetAsync(new Judgement(TestDesk.Admin, wire, 1, "Better now"), Reliability.C);
        var grading = _desk.Get<ClaimGrading>();
        await grading.SetCredibilityAsync(new Judgement(TestDesk.Editor, before.Id, 0, "Seems so"), Credibility.PossiblyTrue);
        await grading.SetStatusAsync(new Judgement(TestDesk.Admin, before.Id, 1, "Others deny"), ClaimStatus.Contested);

        var claim = (await Records.OneAsync(before.Id))!;
        (claim.Reliability, claim.ReliabilityFrom!.Name, claim.ReliabilityJudged!.By, claim.ReliabilityJudged.Rationale).Should().Be((Reliability.C, "Northern Wire", "Ada Admin", "Better now"));
        (claim.Credibility, claim.CredibilityJudged!.By).Should().Be((Credibility.PossiblyTrue, "Ed Editor"));
        (claim.Status, claim.StatusJudged!.By).Should().Be((ClaimStatus.Contested, "Ada Admin"));
        claim.UpdatedAt.Should().Be(claim.StatusJudged.At);

        await grading.OverrideReliabilityAsync(new Judgement(TestDesk.Editor, before.Id, 2, "This once"), Reliability.A);
        await grading.SetCredibilityAsync(new Judgement(TestDesk.Admin, before.Id, 3, "No basis"), null);
        claim = (await Records.OneAsync(before.Id))!;
        (claim.Reliability, claim.ReliabilityIsOverride, claim.ReliabilityFrom, claim.ReliabilityJudged!.By).Should().Be((Reliability.A, true, null, "Ed Editor"));
        (claim.Credibility, claim.CredibilityJudged).Should().Be((null, null));
    }

    [Fact]
    public async Task A_rejected_reading_is_found_and_says_so_and_a_judgement_taken_back_is_a_change_too()
    {
        var rejected = (await AllAsync(ClaimFilterUrl.Read("q=wasted").Filter)).Single();
        var grading = _desk.Get<ClaimGrading>();
        await grading.SetReviewAsync(new Judgement(TestDesk.Editor, rejected.Id, 0, "Nobody says so there"), ClaimReview.Rejected);
        await _desk.Get<ClaimMemory>().LoadAsync();
        var search = _desk.Get<ClaimSearch>();

        (await search.FindAsync(ClaimFilterUrl.Read("review=rejected").Filter)).Claims.Select(c => c.Id).Should().Equal(rejected.Id);
        (await search.FindAsync(ClaimFilterUrl.Read("review=-rejected").Filter)).Claims.Select(c => c.Id).Should().HaveCount(7).And.NotContain(rejected.Id);
        (await search.CountAsync(ClaimFilterUrl.Read("review=none&kind=anonymous").Filter)).Number.Should().Be(2);
        (await search.FacetsAsync(ClaimFilterUrl.Read("review=rejected").Filter))["act"].Values.Select(v => (v.Value, v.Count)).Should().Equal(("denial", 1));
        (await search.DescribeAsync(ClaimFilterUrl.Read("review=-rejected&review=accepted").Filter)).ToString().Should().Be("whose reading is accepted, whose reading is not rejected");
        var record = (await Records.OneAsync(rejected.Id))!;
        (record.Review, record.ReviewJudged!.By, record.ReviewJudged.Rationale).Should().Be((ClaimReview.Rejected, "Ed Editor", "Nobody says so there"));

        await grading.SetReviewAsync(new Judgement(TestDesk.Editor, rejected.Id, 1, "It does"), null);
        record = (await Records.OneAsync(rejected.Id))!;
        await using var db = _desk.Database.CreateDbContext();
        (record.Review, record.ReviewJudged, record.UpdatedAt).Should().Be((null, null, await db.Assessments.MaxAsync(a => a.At)));
    }

    [Fact]
    public async Task What_is_written_while_all_are_read_is_not_among_them()
    {
        await _desk.ImportAsync([.. Enumerable.Range(0, 150).Select(i => SmallBase.Bridge with { Title = $"Bridge {i}" })]);
        var stored = (await AllAsync(ClaimFilter.Everything)).Select(c => c.Id).ToList();
        stored.Should().HaveCountGreaterThan(500, "more than one batch is to be read");
        var read = new List<ClaimRecord>();
        await foreach (var batch in Records.AllAsync(ClaimFilter.Everything))
        {
            if (read.Count == 0)
            {
                await using var db = _desk.Database.CreateDbContext();
                await db.Claims.Where(c => c.Id % 2 == 0).ExecuteUpdateAsync(set => set.SetProperty(c => c.Published, new DateOnly(1999, 1, 1)));
            }
            read.AddRange(batch);
        }
        read.Select(c => c.Id).Should().Equal(stored);
    }

    [Fact]
    public async Task The_newest_are_those_brought_in_last()
    {
        await using var db = _desk.Database.CreateDbContext();
        var newest = await db.Claims.OrderByDescending(c => c.Id).Take(3).Select(c => c.Id).ToListAsync();
        (await Records.NewestAsync(ClaimFilter.Everything, 3)).OrderByDescending(c => c.Id).Select(c => c.Id).Should().Equal(newest);
    }

    private async Task<List<ClaimRecord>> AllAsync(ClaimFilter filter)
    {
        var all = new List<ClaimRecord>();
        await foreach (var batch in Records.AllAsync(filter)) all.AddRange(batch);
        return all;
    }
}
