using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.People;

public sealed class PeopleOnSqlite() : PeopleTests(TestDatabase.Sqlite);

public sealed class PeopleOnPostgres() : PeopleTests(TestDatabase.Postgres);

public abstract class PeopleTests(TestDatabase database) : IAsyncLifetime
{
    private TestDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.OpenAsync(database);
        await using var db = _desk.Database.CreateDbContext();
        // Only who has chosen a password can manage anybody.
        await db.Users.ExecuteUpdateAsync(set => set.SetProperty(p => p.PasswordHash, "hash"));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_last_admin_can_be_neither_disabled_nor_demoted()
    {
        var people = _desk.Get<PeopleRegister>();
        (await people.SetDisabledAsync(TestDesk.Admin, TestDesk.Admin, true)).Should().Be(PeopleOutcome.LastAdmin);
        (await people.SetRoleAsync(TestDesk.Admin, TestDesk.Admin, Role.Editor)).Should().Be(PeopleOutcome.LastAdmin);
        (await PersonAsync(TestDesk.Admin)).Should().Be((Role.Admin, false));

        (await people.SetRoleAsync(TestDesk.Admin, TestDesk.Editor, Role.Admin)).Should().Be(PeopleOutcome.Done);
        (await people.SetRoleAsync(TestDesk.Admin, TestDesk.Admin, Role.Analyst)).Should().Be(PeopleOutcome.Done);
        (await PersonAsync(TestDesk.Admin)).Should().Be((Role.Analyst, false));
    }

    [Theory]
    [InlineData(TestDesk.Analyst)]
    [InlineData(TestDesk.Editor)]
    [InlineData(TestDesk.DisabledAdmin)]
    [InlineData("nobody")]
    public async Task Only_admins_manage_people(string person)
    {
        var people = _desk.Get<PeopleRegister>();
        await FluentActions.Awaiting(() => people.SetRoleAsync(person, TestDesk.Analyst, Role.Admin)).Should().ThrowAsync<NotAllowedException>();
        await FluentActions.Awaiting(() => people.SetDisabledAsync(person, TestDesk.Editor, true)).Should().ThrowAsync<NotAllowedException>();
        await FluentActions.Awaiting(() => people.InviteAsync(person, "New", Role.Analyst)).Should().ThrowAsync<NotAllowedException>();
        (await people.ListAsync()).Should().HaveCount(4);
        (await PersonAsync(TestDesk.Analyst)).Should().Be((Role.Analyst, false));
    }

    [Fact]
    public async Task Every_change_is_audited_with_who_made_it_and_what_it_was()
    {
        var people = _desk.Get<PeopleRegister>();
        var (_, invited) = await people.InviteAsync(TestDesk.Admin, "New Colleague", Role.Analyst);
        await people.SetRoleAsync(TestDesk.Admin, invited!, Role.Editor);
        await people.SetRoleAsync(TestDesk.Admin, invited!, Role.Editor);
        await people.SetDisabledAsync(TestDesk.Admin, invited!, true);
        await people.SetDisabledAsync(TestDesk.Admin, TestDesk.Admin, true);

        await using var db = _desk.Database.CreateDbContext();
        var entries = await db.AuditEntries.Where(e => e.SubjectId == invited || e.SubjectId == TestDesk.Admin).OrderBy(e => e.Id)
            .Select(e => new { e.PersonId, e.Field, e.Old, e.New }).ToListAsync();
        entries.Should().Equal(
            new { PersonId = (string?)TestDesk.Admin, Field = "account", Old = (string?)null, New = (string?)"New Colleague, Analyst" },
            new { PersonId = (string?)TestDesk.Admin, Field = "role", Old = (string?)"Analyst", New = (string?)"Editor" },
            new { PersonId = (string?)TestDesk.Admin, Field = "account", Old = (string?)"enabled", New = (string?)"disabled" });
    }

    [Fact]
    public async Task There_is_one_first_admin_however_many_try_at_once()
    {
        var people = _desk.Get<PeopleRegister>();
        await using (var db = _desk.Database.CreateDbContext()) await db.Users.ExecuteDeleteAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => people.AddFirstAdminAsync($"First {i}", "hash")));
        outcomes.Should().ContainSingle(o => o == PeopleOutcome.Done);
        (await people.ListAsync()).Should().HaveCount(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("zero\u200Bwidth")]
    [InlineData("right\u202Eleft")]
    [InlineData("bell\u0007")]
    public async Task A_name_that_cannot_be_seen_is_refused(string name) =>
        (await _desk.Get<PeopleRegister>().InviteAsync(TestDesk.Admin, name, Role.Analyst)).Outcome.Should().Be(PeopleOutcome.NameUnusable);

    private async Task<(Role, bool)> PersonAsync(string id)
    {
        await using var db = _desk.Database.CreateDbContext();
        var person = await db.Users.SingleAsync(p => p.Id == id);
        return (person.Role, person.Disabled);
    }
}
