using System.Net;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Web.Tests;

public sealed class SignInTests(Desk desk) : IClassFixture<Desk>
{
    private const string Refusal = "The name or the password is wrong. After five wrong tries an account rests for five minutes.";

    [Fact]
    public async Task The_right_password_signs_in_and_leads_back_to_the_page_that_was_asked_for()
    {
        await desk.AddAsync("Ana Ruiz", Role.Analyst);
        var answer = await Desk.PostAsync(desk.Browser(), "/sign-in?returnUrl=%2Fsources%3Fq%3Dx",
            new() { ["Given.Name"] = "ana ruiz", ["Given.Password"] = Desk.Password });
        answer.Headers.Location!.ToString().Should().EndWith("/sources?q=x");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        var name = $"Reader {Guid.NewGuid():N}";
        await desk.AddAsync(name, Role.Analyst);
        var answer = await Desk.PostAsync(desk.Browser(), "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl),
            new() { ["Given.Name"] = name, ["Given.Password"] = Desk.Password });
        answer.Headers.Location!.ToString().Should().EndWith("/claims").And.NotContain("elsewhere");
    }

    [Fact]
    public async Task Five_wrong_tries_lock_the_account_and_the_answer_is_the_same_for_names_that_do_not_exist()
    {
        await desk.AddAsync("Forgetful", Role.Analyst);
        for (var i = 0; i < 5; i++) (await BodyAsync("Forgetful", "wrong wrong wrong")).Should().Contain(Refusal);
        (await BodyAsync("Forgetful", Desk.Password)).Should().Contain(Refusal);
        (await BodyAsync("Nobody of that name", Desk.Password)).Should().Contain(Refusal);
    }

    [Fact]
    public async Task Wrong_tries_at_one_moment_are_all_counted()
    {
        await desk.AddAsync("Besieged", Role.Analyst);
        var tries = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => BodyAsync("Besieged", "wrong wrong wrong")));
        tries.Should().OnlyContain(answer => answer.Contains(Refusal, StringComparison.Ordinal));
        (await BodyAsync("Besieged", Desk.Password)).Should().Contain(Refusal);
    }

    [Fact]
    public async Task A_refusal_is_no_quicker_for_a_name_that_nobody_has()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await BodyAsync("Nobody at all", Desk.Password);
        clock.Elapsed.Should().BeGreaterThan(SignIn.RefusalTakes - TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        await desk.AddAsync("Forged", Role.Analyst);
        var browser = desk.Browser();
        var fields = new Dictionary<string, string> { ["_handler"] = "sign-in", ["Given.Name"] = "Forged", ["Given.Password"] = Desk.Password };
        (await browser.PostAsync("/sign-in", new FormUrlEncodedContent(fields))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await (await desk.BrowserOfAsync(Role.Analyst)).PostAsync("/sign-out", null)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        var browser = await desk.BrowserOfAsync(Role.Analyst);
        (await Desk.PostAsync(browser, "/claims", [])).StatusCode.Should().Be(HttpStatusCode.BadRequest, "the page itself takes no form");
        var page = await browser.GetStringAsync("/claims");
        page.Should().Contain("action=\"sign-out\"");
        (await PostSignOutAsync(browser, page)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await browser.GetAsync("/claims")).Headers.Location!.ToString().Should().Contain("/sign-in");
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_the_next_request()
    {
        var admin = await desk.AddAsync("Chief", Role.Admin);
        var leaver = await desk.AddAsync("Leaver", Role.Editor);
        var browser = desk.Browser();
        await Desk.SignInAsync(browser, "Leaver", Desk.Password);
        (await browser.GetAsync("/claims")).StatusCode.Should().Be(HttpStatusCode.OK);

        await desk.Services.GetRequiredService<PeopleRegister>().SetDisabledAsync(admin.Id, leaver.Id, disabled: true);

        (await browser.GetAsync("/claims")).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await BodyAsync("Leaver", Desk.Password)).Should().Contain(Refusal);
    }

    [Fact]
    public async Task Another_role_holds_from_the_next_request_on_without_signing_in_again()
    {
        var admin = await desk.AddAsync("Promoter", Role.Admin);
        var person = await desk.AddAsync("Climber", Role.Analyst);
        var register = desk.Services.GetRequiredService<PeopleRegister>();
        var browser = desk.Browser();
        await Desk.SignInAsync(browser, "Climber", Desk.Password);

        await register.SetRoleAsync(admin.Id, person.Id, Role.Admin);
        (await browser.GetAsync("/people")).StatusCode.Should().Be(HttpStatusCode.OK);

        await register.SetRoleAsync(admin.Id, person.Id, Role.Analyst);
        (await browser.GetAsync("/people")).Headers.Location!.ToString().Should().Contain("/not-allowed");
    }

    [Fact]
    public async Task An_invitation_works_once()
    {
        var admin = await desk.AddAsync("Inviter", Role.Admin);
        var (_, personId) = await desk.Services.GetRequiredService<PeopleRegister>().InviteAsync(admin.Id, "Newcomer", Role.Editor);
        var link = "/" + await desk.Services.GetRequiredService<InvitationLinks>().NewAsync(personId!);
        var chosen = new Dictionary<string, string> { ["Given.Password"] = Desk.Password, ["Given.Again"] = Desk.Password };

        (await Desk.PostAsync(desk.Browser(), link, new(chosen))).Headers.Location!.ToString().Should().EndWith("/claims");
        (await desk.Browser().GetStringAsync(link)).Should().Contain("This link no longer works").And.NotContain("<form");
        (await Desk.SignInAsync(desk.Browser(), "Newcomer", Desk.Password)).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Changing_the_password_signs_out_everywhere_else()
    {
        await desk.AddAsync("Careful", Role.Analyst);
        var (here, there) = (desk.Browser(), desk.Browser());
        await Desk.SignInAsync(here, "Careful", Desk.Password);
        await Desk.SignInAsync(there, "Careful", Desk.Password);
        var fields = new Dictionary<string, string>
        {
            ["Given.Present"] = Desk.Password,
            ["Given.Password"] = "quite another one",
            ["Given.Again"] = "quite another one",
        };
        (await (await Desk.PostAsync(here, "/account/password", fields)).Content.ReadAsStringAsync()).Should().Contain("Your password is changed.");
        (await here.GetAsync("/claims")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await there.GetAsync("/claims")).StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    private async Task<string> BodyAsync(string name, string password) =>
        await (await Desk.SignInAsync(desk.Browser(), name, password)).Content.ReadAsStringAsync();

    private static Task<HttpResponseMessage> PostSignOutAsync(HttpClient browser, string page)
    {
        var token = System.Text.RegularExpressions.Regex.Match(page, """name="__RequestVerificationToken" value="([^"]*)""",
            System.Text.RegularExpressions.RegexOptions.NonBacktracking).Groups[1].Value;
        return browser.PostAsync("/sign-out", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));
    }
}
