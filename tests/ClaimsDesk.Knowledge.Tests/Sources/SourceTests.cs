using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Sources;
using ClaimsDesk.Knowledge.Tests.Claims;

namespace ClaimsDesk.Knowledge.Tests.Sources;

public sealed class SourcesOnSqlite(SmallBaseDesk small) : SourceTests(small), IClassFixture<SmallBaseDesk>;

public sealed class SourcesOnPostgres(SmallBaseOnPostgres small) : SourceTests(small), IClassFixture<SmallBaseOnPostgres>;

public abstract class SourceTests(SmallBaseDesk small)
{
    private readonly TestDesk _desk = small.Desk;

    [Fact]
    public async Task The_list_shows_those_who_tell_most_first_and_no_outlet_that_nobody_knows()
    {
        var page = await _desk.Get<SourceList>().FindAsync(new SourceFilter());

        page.Sources.Select(s => (s.Name, s.Claims, s.Articles)).Should().Equal(
            ("Harbour Gazette", 5, 2), ("Ana Ruiz", 3, 2), ("Northern Wire", 3, 2), ("Port Authority", 2, 1), ("two port officials", 2, 1), ("an official", 1, 1));
        page.Count.Number.Should().Be(6);
        (await _desk.Get<SourceList>().FindAsync(new SourceFilter { Kinds = [SourceKind.Anonymous], Sort = SourceOrder.Name }))
            .Sources.Select(s => (s.Name, s.ArticleTitle)).Should().Equal(("an official", "Ferry delayed"), ("two port officials", "Bridge to reopen"));
        (await _desk.Get<SourceList>().FindAsync(new SourceFilter { Reliability = [null], Words = "RUIZ" })).Sources.Should().ContainSingle();
    }

    [Fact]
    public async Task A_source_knows_where_it_tells_and_what()
    {
        var row = (await _desk.Get<SourceList>().FindAsync(new SourceFilter { Words = "Ana Ruiz" })).Sources.Single();

        var source = (await _desk.Get<OpenSource>().ReadAsync(row.Id))!;

        source.Articles.Select(a => (a.Title, a.Claims)).Should().Equal(("Bridge to reopen", 1), ("Ferry delayed", 2));
        (await _desk.Get<ClaimSearch>().CountAsync(source.Told)).Number.Should().Be(3);
        source.Grade.Should().BeNull();
        source.ActorId.Should().NotBeNull();
        (await _desk.Get<OpenSource>().ReadAsync(999)).Should().BeNull();
    }

    [Fact]
    public async Task An_actor_knows_its_names_what_is_said_of_it_and_what_it_says()
    {
        var page = await _desk.Get<ActorList>().FindAsync(new ActorFilter { Words = "mayor" });
        var row = page.Actors.Should().ContainSingle().Subject;
        (row.Name, row.Claims).Should().Be(("Ana Ruiz", 2));
        row.OtherNames.Should().Equal("Mayor Ruiz");

        var actor = (await _desk.Get<OpenActor>().ReadAsync(row.Id))!;
        (await _desk.Get<ClaimSearch>().CountAsync(actor.About)).Number.Should().Be(2);
        (await _desk.Get<ClaimSearch>().CountAsync(actor.By!)).Number.Should().Be(3);
        (await _desk.Get<ActorList>().FindAsync(new ActorFilter { Kinds = [ActorKind.Place] })).Actors.Select(a => a.Name).Should().Equal("San José");
        (await _desk.Get<OpenActor>().ReadAsync(999)).Should().BeNull();
    }

    [Theory]
    [InlineData("Ana Ruiz", SourceKind.Person, true)]
    [InlineData("Ruiz", SourceKind.Person, false)]
    [InlineData("He", SourceKind.Person, false)]
    [InlineData("Gen. Ruiz", SourceKind.Person, false)]
    [InlineData("President Ana Ruiz", SourceKind.Person, true)]
    [InlineData("Samir al-Khalil", SourceKind.Person, true)]
    [InlineData("the Louvre", SourceKind.Organisation, true)]
    [InlineData("The ministry", SourceKind.Organisation, false)]
    [InlineData("a statement", SourceKind.Document, false)]
    [InlineData("Recent reports", SourceKind.Document, false)]
    [InlineData("Greek operatives", SourceKind.Organisation, false)]
    [InlineData("the leader of Harvest", SourceKind.Organisation, false)]
    [InlineData("Defense Ministry", SourceKind.Organisation, false)]
    [InlineData("Greece’s Foreign Ministry", SourceKind.Organisation, true)]
    [InlineData("Voice of America", SourceKind.Outlet, true)]
    [InlineData("9 April League", SourceKind.Organisation, true)]
    [InlineData("eBay", SourceKind.Organisation, true)]
    [InlineData("article", SourceKind.Outlet, false)]
    [InlineData("two senior Greek sources", SourceKind.Anonymous, false)]
    [InlineData("العربية", SourceKind.Outlet, true)]
    public void Only_a_name_of_its_own_is_shared_between_articles(string name, SourceKind kind, bool shared) =>
        NameKey.IsSharedName(name, kind).Should().Be(shared);

    [Theory]
    [InlineData("The Harbour  Gazette", "harbour gazette")]
    [InlineData("José O’Neill", "jose o'neill")]
    [InlineData("Al\u2011Wadi", "al-wadi")]
    [InlineData("Theatre", "theatre")]
    public void Names_are_compared_without_what_editors_vary(string name, string key) => NameKey.Of(name).Should().Be(key);
}
