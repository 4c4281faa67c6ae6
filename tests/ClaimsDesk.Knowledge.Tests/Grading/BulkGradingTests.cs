using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;
using ClaimsDesk.Knowledge.Tests.Claims;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.Grading;

public sealed class BulkGradingOnSqlite() : BulkGradingTests(TestDatabase.Sqlite);

public sealed class BulkGradingOnPostgres() : BulkGradingTests(TestDatabase.Postgres);

public abstract class BulkGradingTests(TestDatabase database) : IAsyncLifetime
{
    private TestDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.OpenAsync(database);
        await _desk.ImportAsync(SmallBase.Bridge, SmallBase.Ferry);
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Many_claims_are_graded_in_one_go_and_taken_back_in_one_go()
    {
        (await GradeAsync(TestDesk.Editor, 1, Credibility.Doubtful)).Should().BeOfType<GradeResult.Saved>();

        var result = await BulkAsync(TestDesk.Editor, Credibility.ProbablyTrue, (1, Credibility.Doubtful), (2, null), (3, null));
        result.Should().BeEquivalentTo(new BulkResult.Saved(3, 0, []));
        (await CountAsync("credibility=2")).Should().Be(3);

        (await UndoAsync(TestDesk.Editor)).Should().Be(new UndoResult.Undone(AssessmentScale.Credibility, 3, 0));
        (await CountAsync("credibility=2")).Should().Be(0);
        (await CountAsync("credibility=4")).Should().Be(1, "that was the grade before");
        (await UndoAsync(TestDesk.Editor)).Should().Be(new UndoResult.Undone(AssessmentScale.Credibility, 1, 0));
        (await UndoAsync(TestDesk.Editor)).Should().BeOfType<UndoResult.NothingToUndo>();

        var history = (await _desk.Get<OpenClaim>().ReadAsync(1))!.History;
        history.Select(h => (h.Old, h.New)).Should().Equal([("4", null), ("2", "4"), ("4", "2"), (null, "4")], "nothing that was thought is lost");
    }

    [Fact]
    public async Task What_somebody_graded_meanwhile_stays()
    {
        await GradeAsync(TestDesk.Admin, 2, Credibility.Improbable);
        var result = await BulkAsync(TestDesk.Editor, Credibility.ProbablyTrue, (1, null), (2, null), (99_999, null));
        result.Should().BeEquivalentTo(new BulkResult.Saved(1, 0, [2, 99_999]));
        (await CountAsync("credibility=5")).Should().Be(1);

        await GradeAsync(TestDesk.Admin, 1, Credibility.CannotBeJudged);
        (await UndoAsync(TestDesk.Editor)).Should().Be(new UndoResult.Undone(AssessmentScale.Credibility, 0, 1));
        (await CountAsync("credibility=6")).Should().Be(1);
    }

    [Fact]
    public async Task Many_claims_get_a_status_in_one_go_and_it_is_taken_back_in_one_go()
    {
        var bulk = _desk.Get<BulkGrading>();
        await _desk.Get<ClaimGrading>().SetStatusAsync(new Judgement(TestDesk.Admin, 3, 0, "two say so"), ClaimStatus.Contested);

        var result = await bulk.SetStatusAsync(TestDesk.Editor, [new(1, null), new(2, null), new(3, null)], ClaimStatus.Retracted, "the paper took it back");

        result.Should().BeEquivalentTo(new BulkResult.Saved(2, 0, [3]), "of the third somebody else has thought meanwhile");
        (await CountAsync("status=retracted")).Should().Be(2);
        (await bulk.SetStatusAsync(TestDesk.Analyst, [new(1, null)], ClaimStatus.Contested, "no")).Should().BeOfType<BulkResult.NotAllowed>();
        (await UndoAsync(TestDesk.Editor)).Should().Be(new UndoResult.Undone(AssessmentScale.Status, 2, 0));
        (await CountAsync("status=retracted")).Should().Be(0);
    }

    [Fact]
    public async Task Only_editors_grade_and_only_with_a_reason()
    {
        (await BulkAsync(TestDesk.Analyst, Credibility.ProbablyTrue, (1, null))).Should().BeOfType<BulkResult.NotAllowed>();
        (await UndoAsync(TestDesk.Analyst)).Should().BeOfType<UndoResult.NotAllowed>();
        (await _desk.Get<BulkGrading>().SetCredibilityAsync(TestDesk.Editor, [new SeenClaim(1, null)], null, " ")).Should().BeOfType<BulkResult.NeedsRationale>();
        (await BulkAsync(TestDesk.Editor, Credibility.ProbablyTrue)).Should().BeOfType<BulkResult.Unusable>();
    }

    [Fact]
    public async Task A_rating_a_status_and_an_override_are_taken_back_too()
    {
        var source = await SourceAsync("Harbour Gazette");
        await _desk.Get<SourceReliability>().SetAsync(new Judgement(TestDesk.Editor, source.Id, source.Version, "read it for years"), Reliability.B);
        await _desk.Get<ClaimGrading>().SetStatusAsync(new Judgement(TestDesk.Editor, 1, 0, "two say so"), ClaimStatus.Contested);
        await _desk.Get<ClaimGrading>().OverrideReliabilityAsync(new Judgement(TestDesk.Editor, 1, 1, "was there"), Reliability.A);
        (await CountAsync("reliability=B")).Should().Be(4, "one of the five it told is an exception");
        await _desk.Get<ClaimGrading>().SetReviewAsync(new Judgement(TestDesk.Editor, 1, 2, "misread"), ClaimReview.Rejected);

        (await UndoAsync(TestDesk.Editor)).Should().Be(new UndoResult.Undone(AssessmentScale.Review, 1, 0));
        (await _desk.Get<OpenClaim>().ReadAsync(1))!.Claim.Review.Should().BeNull();
        (await CountAsync("reliability=B")).Should().Be(4, "the exception stays");

        await UndoAsync(TestDesk.Editor);
        (await CountAsync("reliability=B")).Should().Be(5);
        await UndoAsync(TestDesk.Editor);
        (await CountAsync("status=-unverified")).Should().Be(0);
        await UndoAsync(TestDesk.Editor);
        (await CountAsync("reliability=-none")).Should().Be(0);
    }

    private async Task<Knowledge.Sources.Source> SourceAsync(string name)
    {
        await using var db = _desk.Database.CreateDbContext();
        return await db.Sources.FirstAsync(s => s.Name == name && s.ArticleId == null);
    }

    private async Task<GradeResult> GradeAsync(string person, int claim, Credibility grade)
    {
        var version = (await _desk.Get<OpenClaim>().ReadAsync(claim))!.Version;
        return await _desk.Get<ClaimGrading>().SetCredibilityAsync(new Judgement(person, claim, version, "because"), grade);
    }

    private Task<BulkResult> BulkAsync(string person, Credibility grade, params (int Id, Credibility? Seen)[] claims) =>
        _desk.Get<BulkGrading>().SetCredibilityAsync(person, [.. claims.Select(c => new SeenClaim(c.Id, c.Seen))], grade, "one look at all of them");

    private Task<UndoResult> UndoAsync(string person) => _desk.Get<GradingUndo>().UndoLastAsync(person);

    private async Task<int> CountAsync(string query) => (await _desk.Get<ClaimSearch>().CountAsync(ClaimFilterUrl.Read(query).Filter)).Number;
}
