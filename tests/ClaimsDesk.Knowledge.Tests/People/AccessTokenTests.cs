using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.People.Tokens;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.People;

public sealed class AccessTokensOnSqlite() : AccessTokenTests(TestDatabase.Sqlite);

public sealed class AccessTokensOnPostgres() : AccessTokenTests(TestDatabase.Postgres);

public abstract class AccessTokenTests(TestDatabase database) : IAsyncLifetime
{
    private TestDesk _desk = null!;

    private AccessTokens Tokens => _desk.Get<AccessTokens>();

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.OpenAsync(database);
        await using var db = _desk.Database.CreateDbContext();
        foreach (var person in await db.Users.ToListAsync()) (person.NormalizedUserName, person.PasswordHash) = (person.UserName!.ToUpperInvariant(), "x");
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_token_stands_for_its_person_and_only_its_hash_is_stored()
    {
        var word = await MadeAsync(TestDesk.Editor);

        var holder = await Tokens.HolderAsync(word);

        holder!.PersonId.Should().Be(TestDesk.Editor);
        holder.Role.Should().Be(Role.Editor);
        holder.Scopes.Should().Be(TokenScopes.Read);
        await using var db = _desk.Database.CreateDbContext();
        var stored = await db.AccessTokens.SingleAsync();
        stored.Hash.Should().HaveLength(64).And.NotContain(word);
        word.Should().StartWith("cdesk_").And.HaveLength(6 + 43);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cdesk_")]
    [InlineData("cdesk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    public async Task An_unknown_word_stands_for_nobody(string? word)
    {
        await MadeAsync(TestDesk.Editor);
        (await Tokens.HolderAsync(word)).Should().BeNull();
    }

    [Fact]
    public async Task A_token_ends_when_it_is_revoked()
    {
        var word = await MadeAsync(TestDesk.Analyst);
        var token = (await Tokens.ListAsync(TestDesk.Analyst)).Single();

        (await Tokens.RevokeAsync(TestDesk.Analyst, token.Id)).Should().BeTrue();

        (await Tokens.HolderAsync(word)).Should().BeNull();
        (await Tokens.ListAsync(TestDesk.Analyst)).Should().BeEmpty();
        (await Tokens.RevokeAsync(TestDesk.Analyst, token.Id)).Should().BeFalse();
    }

    [Fact]
    public async Task A_token_ends_at_its_end()
    {
        var word = await MadeAsync(TestDesk.Analyst, TimeSpan.FromMilliseconds(1));
        await Task.Delay(20);
        (await Tokens.HolderAsync(word)).Should().BeNull();
    }

    [Fact]
    public async Task A_token_ends_with_its_persons_rights()
    {
        var word = await MadeAsync(TestDesk.Analyst);
        await _desk.Get<PeopleRegister>().SetDisabledAsync(TestDesk.Admin, TestDesk.Analyst, true);
        (await Tokens.HolderAsync(word)).Should().BeNull();
        await _desk.Get<PeopleRegister>().SetDisabledAsync(TestDesk.Admin, TestDesk.Analyst, false);
        (await Tokens.HolderAsync(word)).Should().NotBeNull();
    }

    [Fact]
    public async Task Another_persons_token_is_revoked_by_an_administrator_only()
    {
        await MadeAsync(TestDesk.Analyst);
        var token = (await Tokens.ListAsync(TestDesk.Analyst)).Single();
        (await Tokens.RevokeAsync(TestDesk.Editor, token.Id)).Should().BeFalse();
        (await Tokens.RevokeAsync(TestDesk.Admin, token.Id)).Should().BeTrue();
    }

    [Fact]
    public async Task A_disabled_person_makes_and_revokes_nothing()
    {
        var make = () => Tokens.MakeAsync(TestDesk.DisabledAdmin, Wish("x"));
        await make.Should().ThrowAsync<NotAllowedException>();
        var revoke = () => Tokens.RevokeAsync(TestDesk.DisabledAdmin, 1);
        await revoke.Should().ThrowAsync<NotAllowedException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\nlines")]
    [InlineData("hidden\u200Bspace")]
    public async Task A_token_has_a_name_that_can_be_seen(string name) =>
        (await Tokens.MakeAsync(TestDesk.Analyst, Wish(name))).Should().BeOfType<TokenResult.Refused>();

    [Fact]
    public async Task There_is_an_end_to_how_many_a_person_may_have()
    {
        for (var i = 0; i < AccessTokens.Most; i++) await MadeAsync(TestDesk.Analyst);
        (await Tokens.MakeAsync(TestDesk.Analyst, Wish("one more"))).Should().BeOfType<TokenResult.Refused>();
        await MadeAsync(TestDesk.Editor);
    }

    [Fact]
    public async Task From_the_machine_a_token_is_for_the_person_named_or_for_the_only_administrator()
    {
        (await Tokens.MakeFromMachineAsync(null, Wish("ed editor"))).Should().BeOfType<TokenResult.Made>().Which.PersonName.Should().Be("Ed Editor");
        (await Tokens.MakeFromMachineAsync(null, Wish("nightly report"))).Should().BeOfType<TokenResult.Made>().Which.PersonName.Should().Be("Ada Admin");
        (await Tokens.MakeFromMachineAsync("Ann Analyst", Wish("x"))).Should().BeOfType<TokenResult.Made>().Which.PersonName.Should().Be("Ann Analyst");
        (await Tokens.MakeFromMachineAsync("Nobody", Wish("x"))).Should().BeOfType<TokenResult.Refused>().Which.Reason.Should().Contain("Nobody");
        (await Tokens.MakeFromMachineAsync("Dora Gone", Wish("x"))).Should().BeOfType<TokenResult.Refused>().Which.Reason.Should().Contain("disabled");
        await _desk.Get<PeopleRegister>().SetRoleAsync(TestDesk.Admin, TestDesk.Editor, Role.Admin);
        (await Tokens.MakeFromMachineAsync(null, Wish("another"))).Should().BeOfType<TokenResult.Refused>().Which.Reason.Should().Contain("--person");
    }

    [Fact]
    public async Task Making_and_revoking_are_in_the_history_without_the_word()
    {
        var word = await MadeAsync(TestDesk.Analyst);
        await Tokens.RevokeAsync(TestDesk.Admin, (await Tokens.ListAsync(null)).Single().Id);

        await using var db = _desk.Database.CreateDbContext();
        var entries = await db.AuditEntries.Where(e => e.Field == "token").OrderBy(e => e.Id).ToListAsync();
        entries.Select(e => (e.PersonId, e.Subject, e.SubjectId, e.Old, e.New)).Should().Equal(
            (TestDesk.Analyst, AuditSubject.Person, TestDesk.Analyst, null, "report (read)"),
            (TestDesk.Admin, AuditSubject.Person, TestDesk.Analyst, "report (read)", null));
        entries.Should().NotContain(e => e.New == word);
    }

    [Fact]
    public async Task The_last_use_is_remembered()
    {
        await MadeAsync(TestDesk.Analyst);
        var at = new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc);
        await Tokens.NoteUseAsync(new Dictionary<int, DateTime> { [(await Tokens.ListAsync(null)).Single().Id] = at });
        (await Tokens.ListAsync(TestDesk.Analyst)).Single().LastUsedAt.Should().Be(at);
    }

    private static TokenWish Wish(string name) => new(name, TokenScopes.Read, null);

    private async Task<string> MadeAsync(string personId, TimeSpan? lifetime = null) =>
        (await Tokens.MakeAsync(personId, new TokenWish("report", TokenScopes.Read, lifetime))).Should().BeOfType<TokenResult.Made>().Subject.Word;
}
