using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Sources;
using ClaimsDesk.Knowledge.Tests.Claims;

namespace ClaimsDesk.Knowledge.Tests.Grading;

public sealed class GradingOnSqlite() : GradingTests(TestDatabase.Sqlite);

public sealed class GradingOnPostgres() : GradingTests(TestDatabase.Postgres);

public abstract class GradingTests(TestDatabase database) : IAsyncLifetime
{
    private TestDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.OpenAsync(database);
        await _desk.ImportAsync(SmallBase.Bridge, SmallBase.Ferry);
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_claim_inherits_the_weakest_grade_of_its_tellers_and_f_and_unrated_do_not_count()
    {
        (await ClaimAsync()).Reliability.Grade.Should().BeNull();

        await RateAsync("two port officials", Reliability.F);
        var claim = await ClaimAsync();
        claim.Reliability.Grade.Should().Be(Reliability.F, "nobody else is graded");
        claim.Reliability.CannotBeJudged.Select(t => t.Name).Should().Equal("two port officials");
        claim.Reliability.Unrated.Select(t => t.Name).Should().Equal("Harbour Gazette", "Northern Wire");

        await RateAsync("Harbour Gazette", Reliability.B);
        await RateAsync("Northern Wire", Reliability.A);
        claim = await ClaimAsync();
        claim.Reliability.Grade.Should().Be(Reliability.B);
        claim.Reliability.From!.Name.Should().Be("Harbour Gazette");
        claim.Reliability.IsOverride.Should().BeFalse();

        await RateAsync("Northern Wire", Reliability.E);
        (await ClaimAsync()).Reliability.From!.Name.Should().Be("Northern Wire");
        (await CountAsync("reliability=E")).Should().Be(3);

        await RateAsync("Northern Wire", null);
        (await ClaimAsync()).Reliability.Grade.Should().Be(Reliability.B);
    }

    [Fact]
    public async Task A_grade_reaches_claims_that_are_imported_later()
    {
        await RateAsync("Northern Wire", Reliability.D);
        await _desk.ImportAsync(SmallBase.Ferry with { Title = "Ferry, second edition" });
        (await CountAsync("reliability=D&article=3")).Should().Be(1);
    }

    [Fact]
    public async Task An_override_counts_for_its_claim_alone_until_it_is_taken_back()
    {
        await RateAsync("Harbour Gazette", Reliability.B);
        var claim = await ClaimAsync();
        var grading = _desk.Get<ClaimGrading>();

        (await grading.OverrideReliabilityAsync(Of(claim), Reliability.F)).Should().Be(new GradeResult.Saved(1));
        claim = await ClaimAsync();
        (claim.Reliability.Grade, claim.Reliability.IsOverride, claim.Reliability.From).Should().Be((Reliability.F, true, null));
        (await CountAsync("reliability=B")).Should().Be(4, "the others keep what they inherit");
        (await CountAsync("reliability=F")).Should().Be(1);

        await RateAsync("Harbour Gazette", Reliability.C);
        (await ClaimAsync()).Reliability.Grade.Should().Be(Reliability.F);

        (await grading.OverrideReliabilityAsync(Of(claim), null)).Should().Be(new GradeResult.Saved(2));
        (await ClaimAsync()).Reliability.Grade.Should().Be(Reliability.C);
    }

    [Fact]
    public async Task Credibility_and_status_are_set_by_people_and_keep_their_history()
    {
        var grading = _desk.Get<ClaimGrading>();
        var before = DateTime.UtcNow;
        var claim = await ClaimAsync();
        (claim.Claim.Credibility, claim.Claim.Status).Should().Be((null, ClaimStatus.Unverified));

        await grading.SetCredibilityAsync(Of(claim, "no other word of it"), Credibility.CannotBeJudged);
        await grading.SetStatusAsync(Of(await ClaimAsync(), "the mayor says the contrary"), ClaimStatus.Contested);
        await grading.SetCredibilityAsync(Of(await ClaimAsync(), "papers turned up"), Credibility.ProbablyTrue);

        claim = await ClaimAsync();
        (claim.Claim.Credibility, claim.Claim.Status, claim.Version).Should().Be((Credibility.ProbablyTrue, ClaimStatus.Contested, 3));
        claim.History.Select(h => (h.Field, h.Old, h.New, h.Why)).Should().Equal(
            ("credibility", "6", "2", "papers turned up"),
            ("status", "Unverified", "Contested", "the mayor says the contrary"),
            ("credibility", null, "6", "no other word of it"));
        claim.History.Should().OnlyContain(h => h.Who == "Ed Editor");
        (await grading.CredibilityAsOfAsync(claim.Claim.Id, before)).Should().BeNull();
        (await grading.CredibilityAsOfAsync(claim.Claim.Id, claim.History[2].At)).Should().Be(Credibility.CannotBeJudged);
        (await grading.CredibilityAsOfAsync(claim.Claim.Id, DateTime.UtcNow)).Should().Be(Credibility.ProbablyTrue);
        (await grading.StatusAsOfAsync(claim.Claim.Id, before)).Should().Be(ClaimStatus.Unverified);
        (await CountAsync("credibility=2&status=contested")).Should().Be(1);
        (await CountAsync("credibility=unrated")).Should().Be(7);
    }

    [Fact]
    public async Task A_later_grade_of_a_source_does_not_rewrite_what_was_thought_before()
    {
        await RateAsync("Northern Wire", Reliability.A);
        var source = await SourceAsync("Northern Wire");
        await RateAsync("Northern Wire", Reliability.D);

        var now = await SourceAsync("Northern Wire");
        (await _desk.Get<SourceReliability>().AsOfAsync(source.Source.Id, source.Grade!.At)).Should().Be(Reliability.A);
        (await _desk.Get<SourceReliability>().AsOfAsync(source.Source.Id, DateTime.UtcNow)).Should().Be(Reliability.D);
        (now.Grade!.Reliability, now.Grade.By, now.Grade.Rationale).Should().Be((Reliability.D, "Ed Editor", "because"));
        now.History.Select(h => (h.Old, h.New)).Should().Equal(("A", "D"), (null, "A"));

        var claim = await ClaimAsync();
        await RateAsync("Harbour Gazette", Reliability.E);
        var grading = _desk.Get<ClaimGrading>();
        await grading.OverrideReliabilityAsync(Of(claim), Reliability.F);
        (await grading.ReliabilityAsOfAsync(claim.Claim.Id, source.Grade.At.AddTicks(-1))).Should().BeNull();
        (await grading.ReliabilityAsOfAsync(claim.Claim.Id, source.Grade.At)).Should().Be(Reliability.A);
        (await grading.ReliabilityAsOfAsync(claim.Claim.Id, now.Grade.At)).Should().Be(Reliability.D);
        (await grading.ReliabilityAsOfAsync(claim.Claim.Id, (await SourceAsync("Harbour Gazette")).Grade!.At)).Should().Be(Reliability.E);
        (await grading.ReliabilityAsOfAsync(claim.Claim.Id, DateTime.UtcNow)).Should().Be(Reliability.F);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("F-", "F")]
    [InlineData("AF-", "A")]
    [InlineData("ACB", "C")]
    [InlineData("EF", "E")]
    public void The_weakest_grade_counts(string tellers, string? grade) =>
        (EffectiveReliability.Of(tellers.Select(c => c == '-' ? (Reliability?)null : Enum.Parse<Reliability>(c.ToString())))?.Code()).Should().Be(grade);

    [Theory]
    [InlineData(TestDesk.Analyst, false)]
    [InlineData(TestDesk.Editor, true)]
    [InlineData(TestDesk.Admin, true)]
    [InlineData(TestDesk.DisabledAdmin, false)]
    [InlineData("nobody", false)]
    public async Task Editors_and_admins_grade_and_nobody_else(string person, bool may)
    {
        var claim = await ClaimAsync();
        var source = await SourceAsync("Northern Wire");
        var grading = _desk.Get<ClaimGrading>();
        var results = new List<GradeResult>
        {
            await _desk.Get<SourceReliability>().SetAsync(new Judgement(person, source.Source.Id, source.Version, "because"), Reliability.A),
            await grading.SetCredibilityAsync(new Judgement(person, claim.Claim.Id, 0, "because"), Credibility.Doubtful),
            await grading.SetStatusAsync(new Judgement(person, claim.Claim.Id, may ? 1 : 0, "because"), ClaimStatus.Denied),
            await grading.OverrideReliabilityAsync(new Judgement(person, claim.Claim.Id, may ? 2 : 0, "because"), Reliability.E),
        };
        if (may) results.Should().AllBeOfType<GradeResult.Saved>();
        else results.Should().AllBeOfType<GradeResult.NotAllowed>();
        claim = await ClaimAsync();
        claim.Claim.Status.Should().Be(may ? ClaimStatus.Denied : ClaimStatus.Unverified);
        claim.Claim.Reliability.Should().Be(may ? Reliability.E : null);
        claim.History.Should().HaveCount(may ? 3 : 0);
    }

    [Fact]
    public async Task An_assessment_needs_a_rationale_and_a_change()
    {
        var claim = await ClaimAsync();
        var grading = _desk.Get<ClaimGrading>();
        (await grading.SetCredibilityAsync(Of(claim, " "), Credibility.Doubtful)).Should().BeOfType<GradeResult.NeedsRationale>();
        (await grading.SetStatusAsync(Of(claim), ClaimStatus.Unverified)).Should().BeOfType<GradeResult.Unchanged>();
        (await grading.SetStatusAsync(new Judgement(TestDesk.Editor, 999, 0, "because"), ClaimStatus.Denied)).Should().BeOfType<GradeResult.NotFound>();
        (await ClaimAsync()).History.Should().BeEmpty();
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_mine_and_theirs()
    {
        var claim = await ClaimAsync();
        var grading = _desk.Get<ClaimGrading>();
        await grading.SetCredibilityAsync(Of(claim, "first"), Credibility.Doubtful);

        var result = await grading.SetCredibilityAsync(Of(claim, "second") with { PersonId = TestDesk.Admin }, Credibility.Confirmed);

        result.Should().Be(new GradeResult.Conflict("1", "4", "Ed Editor", "first", 1));
        (await ClaimAsync()).Claim.Credibility.Should().Be(Credibility.Doubtful);
        var source = await SourceAsync("Northern Wire");
        await RateAsync("Northern Wire", Reliability.A);
        (await _desk.Get<SourceReliability>().SetAsync(new Judgement(TestDesk.Admin, source.Source.Id, source.Version, "second"), Reliability.B))
            .Should().Be(new GradeResult.Conflict("B", "A", "Ed Editor", "because", 1));
    }

    [Fact]
    public async Task Of_many_editors_at_once_one_is_first_and_the_others_are_told()
    {
        var source = await SourceAsync("Northern Wire");
        var results = await Task.WhenAll(Enum.GetValues<Reliability>().Select(grade => Task.Run(() =>
            _desk.Get<SourceReliability>().SetAsync(new Judgement(TestDesk.Editor, source.Source.Id, source.Version, "because"), grade))));
        results.OfType<GradeResult.Saved>().Should().ContainSingle();
        results.OfType<GradeResult.Conflict>().Should().HaveCount(5);
    }

    private static Judgement Of(ClaimInFull claim, string rationale = "because") => new(TestDesk.Editor, claim.Claim.Id, claim.Version, rationale);

    // The claim that two port officials told the wire, and the wire the paper.
    private async Task<ClaimInFull> ClaimAsync()
    {
        var page = await _desk.Get<ClaimSearch>().FindAsync(ClaimFilterUrl.Read("q=doubled&kind=anonymous").Filter);
        return (await _desk.Get<OpenClaim>().ReadAsync(page.Claims.Single().Id))!;
    }

    private async Task<SourceInFull> SourceAsync(string name)
    {
        var row = (await _desk.Get<SourceList>().FindAsync(new SourceFilter { Words = name })).Sources.Single();
        return (await _desk.Get<OpenSource>().ReadAsync(row.Id))!;
    }

    private async Task RateAsync(string name, Reliability? grade)
    {
        var source = await SourceAsync(name);
        (await _desk.Get<SourceReliability>().SetAsync(new Judgement(TestDesk.Editor, source.Source.Id, source.Version, "because"), grade))
            .Should().BeOfType<GradeResult.Saved>();
    }

    private async Task<int> CountAsync(string query) => (await _desk.Get<ClaimSearch>().CountAsync(ClaimFilterUrl.Read(query).Filter)).Number;
}
