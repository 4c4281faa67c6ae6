using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimsDesk.Knowledge.Tests.Claims;

public sealed class ClaimMemoryOnSqlite() : ClaimMemoryTests(TestDatabase.Sqlite);

public sealed class ClaimMemoryOnPostgres() : ClaimMemoryTests(TestDatabase.Postgres);

/// <summary>What the memory answers is what the database answers, whatever the filter, and whoever wrote last.</summary>
public abstract class ClaimMemoryTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly string[] Parts =
    [
        "source=Northern+Wire", "source=-Ana+Ruiz", "source=all:Harbour+Gazette", "kind=anonymous", "kind=-person", "chain=wire", "ends=Port+Authority", "ends=-an+official",
        "affiliation=port", "actor=Mayor+Ruiz", "actor=-Port+Authority", "place=San+Jose", "act=denial&act=no-comment", "act=-assertion", "quote=direct", "negated=true",
        "negated=-true", "hedged=true", "outlet=Harbour+Gazette", "outlet=-Island+Post", "article=2", "batch=1", "batch=2", "reliability=none", "reliability=B", "credibility=none",
        "credibility=4", "status=unverified", "status=-contested", "review=none", "review=rejected", "review=-rejected", "said=2024-08", "said=2024-08-05", "said=none", "said=-2023", "said=7d", "happened=2025", "happened=none",
        "published=2024-08", "published=none", "published=..2024-07", "q=bridge+OR+cost", "q=-doubled", "q=article:ferry", "q=bridge+AND+(cost+OR+ferry)", "q=the+NOT+bridge", "q=teller:ruiz", "q=\"the+bridge\"", "q=brid*", "confidence=0.8..", "confidence=-..0.5", "outlet=none", "outlet=-none", "actor=none", "actor=none&actor=Mayor+Ruiz", "place=none",
        "place=-none", "affiliation=none", "affiliation=-none",
        "chain=-wire",
    ];

    private TestDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.OpenAsync(database);
        await _desk.ImportAsync(SmallBase.Bridge, SmallBase.Ferry);
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Both_answer_alike_whatever_the_filter()
    {
        await _desk.Get<ClaimMemory>().LoadAsync();
        foreach (var part in Parts.Prepend("")) await CompareAsync(part);
        var chance = new Random(7);
        for (var i = 0; i < 60; i++) await CompareAsync(string.Join('&', Enumerable.Range(0, 3).Select(_ => Parts[chance.Next(Parts.Length)]).Distinct()));
    }

    [Theory]
    [InlineData("newest-published")]
    [InlineData("newest-said")]
    [InlineData("oldest-said")]
    [InlineData("article")]
    [InlineData("outlet")]
    [InlineData("least-sure")]
    [InlineData("most-sure")]
    public async Task Pages_of_every_order_follow_each_other_as_in_the_database(string order)
    {
        await _desk.ImportAsync([.. Enumerable.Range(0, 6).Select(i => SmallBase.Bridge with { Title = $"Bridge {i}", Outlet = $"Paper {5 - i}" })]);
        await _desk.Get<ClaimMemory>().LoadAsync();
        for (var next = ClaimFilterUrl.Read($"sort={order}&size=7").Filter; ;)
        {
            var (remembered, stored) = (await _desk.Get<ClaimSearch>().FindAsync(next), await Stored().FindAsync(next));
            remembered.Should().BeEquivalentTo(stored, o => o.WithStrictOrdering());
            if (stored.Next is null) break;
            next = stored.Next;
        }
    }

    [Fact]
    public async Task Lists_of_sources_and_actors_count_alike()
    {
        // More than a page of each, so that the memory answers.
        await _desk.ImportAsync([.. Enumerable.Range(0, 60).Select(i => SmallBase.Bridge with
        {
            Title = $"Bridge {i}",
            Actors = [.. SmallBase.Bridge.Actors, new Mentioned(Extraction.Claims.ActorKind.Person, $"Eva Number{i:00}"), new Mentioned(Extraction.Claims.ActorKind.Place, $"Town Number{i:00}")],
            Claims = [.. SmallBase.Bridge.Claims.Select(c => c with { Actors = [.. c.Actors, $"Eva Number{i:00}"], Places = [.. c.Places, $"Town Number{i:00}"] })],
        })]);
        var (sources, actors) = (await _desk.Get<SourceList>().FindAsync(new SourceFilter()), await _desk.Get<ActorList>().FindAsync(new ActorFilter()));
        await _desk.Get<ClaimMemory>().LoadAsync();

        (await _desk.Get<SourceList>().FindAsync(new SourceFilter())).Should().BeEquivalentTo(sources, o => o.WithStrictOrdering());
        (await _desk.Get<ActorList>().FindAsync(new ActorFilter())).Should().BeEquivalentTo(actors, o => o.WithStrictOrdering());
        (sources.HasMore, actors.HasMore).Should().Be((true, true));
    }

    [Fact]
    public async Task What_any_process_writes_is_in_the_next_answer()
    {
        await _desk.Get<ClaimMemory>().LoadAsync();
        await CompareAsync("");
        await _desk.ImportAsync(SmallBase.Bridge with { Title = "Another", Outlet = "Island Post" });
        await CompareAsync("outlet=Island+Post", "batch=2", "source=Island+Post", "");
        // Words first: what is asked of the database after catching up stands in no transaction that is over.
        await _desk.ImportAsync(SmallBase.Bridge with { Title = "A third", Outlet = "Island Post" });
        await CompareAsync("q=bridge", "q=lantern", "q=gazette");

        var claim = (await Stored().FindAsync(ClaimFilterUrl.Read("q=wasted").Filter)).Claims[0];
        await _desk.Get<ClaimGrading>().SetCredibilityAsync(new Judgement(TestDesk.Editor, claim.Id, 0, "because"), Credibility.Doubtful);
        await CompareAsync("credibility=4", "");
        await _desk.Get<ClaimGrading>().SetReviewAsync(new Judgement(TestDesk.Editor, claim.Id, 1, "misread"), ClaimReview.Rejected);
        (await _desk.Get<ClaimSearch>().FindAsync(ClaimFilterUrl.Read("review=rejected").Filter)).Claims.Should().ContainSingle().Which.Id.Should().Be(claim.Id);
        await CompareAsync("review=rejected", "review=-rejected", "review=accepted", "review=none&status=unverified");
        var source = (await _desk.Get<SourceList>().FindAsync(new SourceFilter { Words = "Northern Wire" })).Sources.Single();
        var opened = (await _desk.Get<OpenSource>().ReadAsync(source.Id))!;
        await _desk.Get<SourceReliability>().SetAsync(new Judgement(TestDesk.Editor, source.Id, opened.Version, "because"), Reliability.B);
        await CompareAsync("reliability=B", "");
        await _desk.Get<ArticleEdits>().SaveAsync(TestDesk.Editor, 2, 0, new ArticleEdit("Late", "Evening Lantern", new DateOnly(2024, 8, 9), null));
        await CompareAsync("q=lantern", "q=gazette", "q=bridge", "outlet=Evening+Lantern", "source=Evening+Lantern", "published=2024-08-09", "sort=outlet");

        // Behind the back of this program's own classes.
        await using (var db = _desk.Database.CreateDbContext()) await db.Claims.Where(c => c.ArticleId == 1 && c.ParentId != null).ExecuteDeleteAsync();
        await CompareAsync("", "article=1", "q=bridge");
        await using (var db = _desk.Database.CreateDbContext())
        {
            // A word that is there no more: the claim has others in its place, and nothing else of it changed.
            await db.Claims.Where(c => c.ArticleId == 2).ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, "Nothing is heard."));
        }
        if (database == TestDatabase.Sqlite) await CompareAsync("q=bridge", "q=nothing");
    }

    private async Task CompareAsync(params string[] queries)
    {
        foreach (var query in queries)
        {
            var reading = ClaimFilterUrl.Read(query);
            reading.Unread.Should().BeEmpty(query);
            _desk.Get<ClaimMemory>().IsLoaded.Should().BeTrue();
            var (remembered, stored) = (_desk.Get<ClaimSearch>(), Stored());
            (await remembered.FindAsync(reading.Filter)).Should().BeEquivalentTo(await stored.FindAsync(reading.Filter), o => o.WithStrictOrdering(), query);
            (await remembered.CountAsync(reading.Filter)).Should().Be(await stored.CountAsync(reading.Filter), query);
            (await remembered.FacetsAsync(reading.Filter, 20)).Should().BeEquivalentTo(await stored.FacetsAsync(reading.Filter, 20), o => o.WithStrictOrdering(), query);
        }
    }

    private ClaimSearch Stored()
    {
        var never = new ClaimMemory(_desk.Database, NullLogger<ClaimMemory>.Instance);
        return new ClaimSearch(_desk.Database, never, TimeProvider.System);
    }
}
