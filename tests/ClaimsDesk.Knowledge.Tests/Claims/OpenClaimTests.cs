using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Claims.Search;

namespace ClaimsDesk.Knowledge.Tests.Claims;

public sealed class OpenClaimsOnSqlite(SmallBaseDesk small) : OpenClaimTests(small), IClassFixture<SmallBaseDesk>;

public sealed class OpenClaimsOnPostgres(SmallBaseOnPostgres small) : OpenClaimTests(small), IClassFixture<SmallBaseOnPostgres>;

public abstract class OpenClaimTests(SmallBaseDesk small)
{
    [Fact]
    public async Task A_claim_shows_its_words_in_their_passage()
    {
        foreach (var row in (await small.Desk.Get<ClaimSearch>().FindAsync(ClaimFilter.Everything)).Claims)
        {
            var claim = await ReadAsync(row.Id);
            claim.Passage.Content.Select(span => span.Of(claim.Passage.Text)).Should().Equal(row.Content);
            claim.Passage.Cue.Select(span => span.Of(claim.Passage.Text)).Should().Equal(row.Cue);
            claim.Passage.Source.Select(span => span.Of(claim.Passage.Text)).Should().Equal(row.Source.Name);
        }
    }

    [Fact]
    public async Task A_claim_inside_another_knows_it_and_is_known_by_it()
    {
        var inner = await ReadAsync(await FindAsync("q=doubled&kind=organisation"));
        inner.Parent!.Content.Should().StartWith("Ana Ruiz was told");
        inner.Claim.Depth.Should().Be(1);

        var outer = await ReadAsync(inner.Parent.Id);
        outer.Children.Select(c => c.Id).Should().Equal(inner.Claim.Id);
        outer.Parent.Should().BeNull();
        outer.About.Select(a => (a.Name, a.Kind)).Should().Equal(("Ana Ruiz", ActorKind.Person));
        outer.Affiliation.Should().Be("Port Authority");
        outer.Batch.Name.Should().Be("test");
        outer.Claim.FoundBy.Should().Be("script");
        outer.Claim.Confidence.Should().Be(0.6);
    }

    [Fact]
    public async Task There_is_no_claim_of_a_number_that_nobody_has() =>
        (await small.Desk.Get<OpenClaim>().ReadAsync(999)).Should().BeNull();

    private async Task<int> FindAsync(string query) =>
        (await small.Desk.Get<ClaimSearch>().FindAsync(ClaimFilterUrl.Read(query).Filter)).Claims.Should().ContainSingle().Subject.Id;

    private async Task<ClaimInFull> ReadAsync(int id) => (await small.Desk.Get<OpenClaim>().ReadAsync(id))!;
}
