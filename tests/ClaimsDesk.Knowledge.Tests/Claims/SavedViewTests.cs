using ClaimsDesk.Knowledge.Claims.Views;

namespace ClaimsDesk.Knowledge.Tests.Claims;

public sealed class SavedViewsOnSqlite() : SavedViewTests(TestDatabase.Sqlite);

public sealed class SavedViewsOnPostgres() : SavedViewTests(TestDatabase.Postgres);

public abstract class SavedViewTests(TestDatabase database) : IAsyncLifetime
{
    private TestDesk _desk = null!;

    private SavedViews Views => _desk.Get<SavedViews>();

    public async Task InitializeAsync() => _desk = await TestDesk.OpenAsync(database);

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_private_view_is_seen_by_its_owner_alone_and_a_shared_one_by_everybody()
    {
        await AddAsync(TestDesk.Analyst, "Mine", isShared: false);
        await AddAsync(TestDesk.Analyst, "Ours", isShared: true);

        (await Views.ListAsync(TestDesk.Analyst)).Select(v => (v.Name, v.Owner, v.MayChange)).Should().Equal(("Mine", null, true), ("Ours", null, true));
        (await Views.ListAsync(TestDesk.Editor)).Select(v => (v.Name, v.Owner, v.MayChange)).Should().Equal(("Ours", "Ann Analyst", false));
        (await Views.ListAsync(TestDesk.Admin)).Should().ContainSingle().Which.MayChange.Should().BeTrue();
    }

    [Fact]
    public async Task Only_the_owner_changes_a_view_and_administrators_what_is_shared()
    {
        var mine = await AddAsync(TestDesk.Analyst, "Mine", isShared: false);
        var ours = await AddAsync(TestDesk.Analyst, "Ours", isShared: true);
        var draft = new SavedViewDraft("Renamed", "act=denial", true);

        (await Views.ChangeAsync(TestDesk.Editor, ours, 0, draft)).Should().BeOfType<SavedViewResult.NotAllowed>();
        (await Views.DeleteAsync(TestDesk.Editor, ours)).Should().BeOfType<SavedViewResult.NotAllowed>();
        (await Views.ChangeAsync(TestDesk.Admin, mine, 0, draft)).Should().BeOfType<SavedViewResult.NotFound>("what is private is nobody else's business");
        (await Views.ChangeAsync(TestDesk.Admin, ours, 0, draft)).Should().BeOfType<SavedViewResult.Done>();
        (await Views.ChangeAsync(TestDesk.Analyst, ours, 0, draft)).Should().BeOfType<SavedViewResult.Conflict>("the administrator renamed it since");
        (await Views.DeleteAsync(TestDesk.Analyst, ours)).Should().BeOfType<SavedViewResult.Done>();
        (await Views.AddAsync(TestDesk.DisabledAdmin, draft)).Should().BeOfType<SavedViewResult.NotAllowed>();
        (await Views.ListAsync(TestDesk.Analyst)).Should().ContainSingle().Which.Name.Should().Be("Mine");
    }

    [Fact]
    public async Task A_view_needs_a_name()
    {
        (await Views.AddAsync(TestDesk.Analyst, new SavedViewDraft(" ", "", false))).Should().BeOfType<SavedViewResult.Unusable>();
        (await Views.AddAsync(TestDesk.Analyst, new SavedViewDraft(new string('x', SavedViews.LongestName + 1), "", false))).Should().BeOfType<SavedViewResult.Unusable>();
        (await Views.ListAsync(TestDesk.Analyst)).Should().BeEmpty();
    }

    private async Task<int> AddAsync(string person, string name, bool isShared) =>
        (await Views.AddAsync(person, new SavedViewDraft(name, "act=denial&said=7d", isShared))).Should().BeOfType<SavedViewResult.Done>().Subject.Id;
}
