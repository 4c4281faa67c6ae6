using System.Net;
using System.Text.RegularExpressions;
using ClaimsDesk.Knowledge.People;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

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

    [Theory]
    [InlineData("/claims/export.csv", null, "text/html", "This is not for you")]
    [InlineData("/claims/export.csv", "Bearer x", "application/problem+json", "Forbidden")]
    public async Task Who_lost_a_right_meanwhile_is_told_so_on_a_page_and_a_program_by_a_problem(string path, string? authorization, string type, string title)
    {
        await using var scope = _desk.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Scheme = "http", Host = new HostString("desk.example"), Path = path }, Response = { Body = body } };
        context.Request.Headers.Authorization = authorization;

        await scope.ServiceProvider.GetServices<IExceptionHandler>().Single().TryHandleAsync(context, new NotAllowedException("Your account no longer works."), default);

        context.Response.StatusCode.Should().Be(StatusCodes.Status403Forbidden);
        context.Response.ContentType.Should().StartWith(type);
        System.Text.Encoding.UTF8.GetString(body.ToArray()).Should().Contain(title).And.Contain("Your account no longer works.");
    }

    [Fact]
    public async Task An_export_that_cannot_be_read_says_so_to_a_person_on_a_page()
    {
        var answer = await (await _desk.BrowserOfAsync(Role.Analyst)).GetAsync("/claims/export.csv?said=soon");
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await answer.Content.ReadAsStringAsync()).Should().Contain("soon").And.Contain("2024-08");
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
