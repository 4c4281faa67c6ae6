using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.People;

public sealed class PeopleTests : IAsyncLifetime
{
    private TestDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.OpenAsync();
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

    private async Task<(Role, bool)> PersonAsync(string id)
    {
        await using var db = _desk.Database.CreateDbContext();
        var person = await db.Users.SingleAsync(p => p.Id == id);
        return (person.Role, person.Disabled);
    }
}
