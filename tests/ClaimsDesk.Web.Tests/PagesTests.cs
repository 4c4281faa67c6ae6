using System.Net;
using System.Text.RegularExpressions;
using ClaimsDesk.Knowledge.People;

namespace ClaimsDesk.Web.Tests;

/// <summary>Who may open which page, and that no address brings the desk down.</summary>
public sealed class PagesTests(Desk desk) : IClassFixture<Desk>
{
    private static readonly string[] ForEverybodySignedIn = ["/claims", "/articles", "/sources", "/actors", "/account/password", "/account/tokens"];
    private static readonly string[] ForAdmins = ["/import", "/people"];

    public static TheoryData<string, Role?, string> Matrix()
    {
        var matrix = new TheoryData<string, Role?, string>();
        foreach (var role in new Role?[] { null, Role.Analyst, Role.Editor, Role.Admin })
        {
            foreach (var path in ForEverybodySignedIn) matrix.Add(path, role, role is null ? "sign in" : "open");
            foreach (var path in ForAdmins) matrix.Add(path, role, role switch { null => "sign in", Role.Admin => "open", _ => "not allowed" });
            foreach (var path in new[] { "/sign-in", "/setup", "/invitation" }) matrix.Add(path, role, "open");
        }
        return matrix;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_page_opens_for_the_roles_it_is_for(string path, Role? role, string expected)
    {
        var answer = await (await desk.BrowserOfAsync(role)).GetAsync(path);
        var seen = answer switch
        {
            { StatusCode: HttpStatusCode.OK } => "open",
            { StatusCode: HttpStatusCode.Redirect } when answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal) => "sign in",
            { StatusCode: HttpStatusCode.Redirect } when answer.Headers.Location!.ToString().Contains("/not-allowed", StringComparison.Ordinal) => "not allowed",
            _ => $"{(int)answer.StatusCode}",
        };
        seen.Should().Be(expected);
    }

    [Fact]
    public async Task Nothing_is_shown_to_strangers_at_an_address_that_does_not_exist() =>
        (await desk.Browser().GetAsync("/nothing/here")).Headers.Location!.ToString().Should().Contain("/sign-in");

    [Fact]
    public async Task An_address_that_does_not_exist_is_said_not_to()
    {
        var answer = await (await desk.BrowserOfAsync(Role.Analyst)).GetAsync("/nothing/here");
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("There is nothing at this address");
    }

    [Theory]
    [InlineData("?q=%00")]
    [InlineData("?q=%22%22%22*NEAR(")]
    [InlineData("?q=%ED%A0%80")]
    [InlineData("?q[]=x&&&==&")]
    [InlineData("?reliability=Z&credibility=99&status=nonsense&act=sing")]
    [InlineData("?said=2024-13-45..x&published=9999999999")]
    [InlineData("?after=not-a-place&size=-5&sort=;DROP%20TABLE")]
    [InlineData("?claim=99999999999999999999&batch=-1&article=x")]
    [InlineData("?source=%3Cscript%3Ealert(1)%3C/script%3E&outlet=2147483648")]
    public async Task A_bad_query_never_brings_a_page_down(string query)
    {
        var browser = await desk.BrowserOfAsync(Role.Admin);
        foreach (var path in ForEverybodySignedIn.Concat(ForAdmins).Concat(["/articles/1", "/sources/x", "/actors/-1", "/import/99999999999"]))
        {
            var answer = await browser.GetAsync(path + query);
            ((int)answer.StatusCode).Should().BeLessThan(500, "of {0}", path + query);
            var page = await answer.Content.ReadAsStringAsync();
            page.Contains("<script>alert(1)", StringComparison.Ordinal).Should().BeFalse("of {0}", path + query);
            page.Contains("error-reference", StringComparison.Ordinal).Should().BeFalse("of {0}", path + query);
        }
    }

    [Fact]
    public async Task A_place_in_the_list_that_is_gone_is_named_and_the_list_begins_anew()
    {
        var page = await (await desk.BrowserOfAsync(Role.Analyst)).GetStringAsync("/claims?after=999999");
        System.Net.WebUtility.HtmlDecode(page).Should().Contain("“after=999999” was left out");
    }

    [Fact]
    public async Task A_query_of_many_thousand_characters_never_brings_a_page_down()
    {
        var answer = await (await desk.BrowserOfAsync(Role.Analyst)).GetAsync("/claims?q=" + new string('a', 7000));
        ((int)answer.StatusCode).Should().BeLessThan(500);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        var browser = await desk.BrowserOfAsync(Role.Analyst);
        foreach (var path in new[] { "/claims", "/sign-in", "/css/base.css", "/nothing/here", "/" })
        {
            var headers = (await browser.GetAsync(path)).Headers;
            var policy = string.Join(' ', headers.GetValues("Content-Security-Policy"));
            policy.Should().Contain("default-src 'self'").And.Contain("frame-ancestors 'none'").And.Contain("object-src 'none'").And.Contain("base-uri 'self'");
            policy.Should().MatchRegex("script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}'").And.NotContain("unsafe-eval").And.NotMatchRegex("script-src[^;]*unsafe-inline");
            headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
            headers.Contains("Server").Should().BeFalse();
        }
    }

    [Fact]
    public async Task The_nonce_is_new_with_every_answer()
    {
        var browser = desk.Browser();
        var policies = new[] { await browser.GetAsync("/sign-in"), await browser.GetAsync("/sign-in") }
            .Select(a => string.Join(' ', a.Headers.GetValues("Content-Security-Policy")));
        policies.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_page_asks_nothing_of_another_host()
    {
        var page = await (await desk.BrowserOfAsync(Role.Admin)).GetStringAsync("/claims");
        var addresses = Regex.Matches(page, """(?:src|href|action)="((?:https?:)?//[^"]*)""", RegexOptions.NonBacktracking).Select(m => m.Groups[1].Value);
        addresses.Should().OnlyContain(address => address.StartsWith(desk.Address.ToString(), StringComparison.Ordinal));
    }
}
