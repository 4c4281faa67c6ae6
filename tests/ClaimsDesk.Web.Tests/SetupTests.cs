using System.Net;
using ClaimsDesk.Knowledge.People;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Web.Tests;

public sealed class SetupTests : IAsyncLifetime
{
    private readonly Desk _desk = new();

    public Task InitializeAsync() => _desk.InitializeAsync();

    public Task DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_link_makes_one_administrator_and_then_no_link_works()
    {
        var first = await _desk.NewSetupTokenAsync();
        var second = await _desk.NewSetupTokenAsync();
        var browser = _desk.Browser();

        var made = await MakeAsync(browser, first!);
        made.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.GetAsync("/people")).StatusCode.Should().Be(HttpStatusCode.OK);

        (await _desk.Browser().GetStringAsync($"/setup?token={first}")).Should().Contain("This link no longer works");
        (await _desk.Browser().GetStringAsync($"/setup?token={second}")).Should().Contain("This link no longer works");
        (await _desk.NewSetupTokenAsync()).Should().BeNull();
        _desk.Services.GetRequiredService<SharedSecrets>().Read("setup-link").Should().BeEmpty();
    }

    [Fact]
    public async Task A_link_of_an_earlier_start_stays_good_while_there_is_no_administrator()
    {
        var earlier = await _desk.NewSetupTokenAsync();
        await _desk.NewSetupTokenAsync();
        await _desk.AddAsync("Somebody", Role.Editor);
        (await _desk.Browser().GetStringAsync($"/setup?token={earlier}")).Should().Contain("Make the first administrator");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task A_guessed_link_does_not_work(string query)
    {
        await _desk.NewSetupTokenAsync();
        var page = await _desk.Browser().GetStringAsync("/setup" + query);
        page.Should().Contain("This link no longer works").And.NotContain("<form");
    }

    [Fact]
    public async Task The_token_is_kept_as_a_hash()
    {
        var token = await _desk.NewSetupTokenAsync();
        _desk.Services.GetRequiredService<SharedSecrets>().Read("setup-link").Should().ContainSingle().Which.Should().HaveLength(64).And.NotContain(token);
        _desk.Log().Should().NotContain(token);
    }

    [Fact]
    public async Task A_short_password_is_refused_with_advice_and_never_sent_back()
    {
        var token = await _desk.NewSetupTokenAsync();
        var answer = await MakeAsync(_desk.Browser(), token!, "too short");
        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain("That password is too easy. At least 10 characters; a few words are fine.").And.NotContain("too short");
    }

    private static Task<HttpResponseMessage> MakeAsync(HttpClient browser, string token, string password = Desk.Password) =>
        Desk.PostAsync(browser, $"/setup?token={token}", new() { ["Given.Name"] = "Ana Ruiz", ["Given.Password"] = password, ["Given.Again"] = password });
}
