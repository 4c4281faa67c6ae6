using System.Net;
using System.Text.RegularExpressions;
using ClaimsDesk.Knowledge.People;

namespace ClaimsDesk.Web.Tests;

public sealed partial class ErrorTests : IAsyncLifetime
{
    private readonly Desk _desk = new();

    public Task InitializeAsync() => _desk.InitializeAsync();

    public Task DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task An_error_shows_a_reference_and_no_details_and_the_log_keeps_them_under_it()
    {
        var browser = await _desk.BrowserOfAsync(Role.Analyst);
        await _desk.ExecuteAsync("ALTER TABLE People RENAME COLUMN SecurityStamp TO Gone");

        var answer = await browser.GetAsync("/claims");

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        var page = await answer.Content.ReadAsStringAsync();
        var reference = Reference().Match(page).Value;
        reference.Should().NotBeEmpty();
        page.Should().Contain("Something went wrong").And.NotContain("SqliteException").And.NotContain("SecurityStamp").And.NotContain("   at ");
        _desk.Log().Should().Contain(reference).And.Contain("no such column");
        foreach (var look in new[] { "/css/tokens.css", "/css/base.css", "/favicon.svg" })
            (await browser.GetAsync(look)).StatusCode.Should().Be(HttpStatusCode.OK, "an error page needs {0}", look);
    }

    [Fact]
    public async Task An_error_on_one_page_leaves_the_header_in_place_and_is_logged_under_its_reference()
    {
        var browser = await _desk.BrowserOfAsync(Role.Analyst);
        await _desk.ExecuteAsync("ALTER TABLE Articles RENAME COLUMN Title TO Gone");

        var answer = await browser.GetAsync("/articles");

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain("Something went wrong").And.Contain("Sign out").And.NotContain("SqliteException");
        _desk.Log().Should().Contain(Reference().Match(page).Value).And.Contain("no such column");
    }

    [Fact]
    public async Task A_program_gets_no_page()
    {
        var answer = await _desk.Browser().GetAsync("/api/claims");
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("<html");
    }

    [GeneratedRegex(@"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
