using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimsDesk.Browser.Tests;

/// <summary>What the three kinds of users do, from an empty data directory on, with axe run on each page on the way.</summary>
public sealed partial class JourneyTests(DeskProcess desk) : IClassFixture<DeskProcess>
{
    private const string Password = "a few plain words 7";

    private const string NewText = """
        Harbour tunnel to open a year late, officials say

        12 March 2025

        PORTHAVEN: The harbour tunnel will open a year later than planned, two city officials familiar with the works said on Tuesday.
        Mayor Ana Ruiz denied that money had run out.
        “The bridge carries the traffic until then,” she told the Porthaven Courier.
        """;

    [BrowserFact]
    public async Task An_admin_an_editor_and_an_analyst_do_their_work()
    {
        var admin = await NewPageAsync();
        await SetUpAsync(admin);
        var editorLink = await InviteAsync(admin, "Edda Editor", "Editor");
        var analystLink = await InviteAsync(admin, "Ali Analyst", "Analyst");

        var editor = await NewPageAsync();
        await AcceptAsync(editor, editorLink);
        await FindTheUnnamedIranianSourcesAsync(editor);
        await OpenTheFirstClaimInItsArticleAsync(editor);
        await RateTheSourceAsync(editor);

        await ImportATextAsync(admin);
        await FindItsClaimsAsync(admin);

        var analyst = await NewPageAsync();
        await AcceptAsync(analyst, analystLink);
        await ReadButNotChangeAsync(analyst);
    }

    private async Task<IPage> NewPageAsync()
    {
        SetDefaultExpectTimeout(15_000); // a busy machine is slow, not wrong
        var context = await desk.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        return await context.NewPageAsync();
    }

    private async Task SetUpAsync(IPage page)
    {
        await page.GotoAsync(desk.SetupLink);
        await page.ShouldBeAccessibleAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Kim Morgan");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the administrator" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/claims$"));

        // The link works once.
        var stranger = await NewPageAsync();
        await stranger.GotoAsync(desk.SetupLink);
        await Expect(stranger.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("no longer works");
    }

    private async Task<string> InviteAsync(IPage admin, string name, string role)
    {
        await OpenAsync(admin, "/people");
        await admin.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await admin.Locator("#invite-role").SelectOptionAsync(role);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        var link = admin.Locator("p.link code");
        await Expect(link).ToContainTextAsync("/invitation?");
        await admin.ShouldBeAccessibleAsync();
        return (await link.TextContentAsync())!;
    }

    private static async Task AcceptAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.ShouldBeAccessibleAsync();
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose this password" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/claims$"));
    }

    private async Task FindTheUnnamedIranianSourcesAsync(IPage page)
    {
        await OpenAsync(page, "/claims");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "More filters" }).ClickAsync();
        await page.GetByLabel("Source belongs to").FillAsync("Iran");
        await page.GetByLabel("Unnamed sources only").CheckAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("kind=anonymous"));
        await Expect(page).ToHaveURLAsync(new Regex("affiliation="));
        await Expect(page.Locator("article.claim").First).ToContainTextAsync("Iranian sources");
        var tellers = await page.Locator("article.claim .told").AllTextContentsAsync();
        tellers.Should().HaveCountGreaterThan(3).And.OnlyContain(words => words.Contains("Iranian"));
    }

    private static async Task OpenTheFirstClaimInItsArticleAsync(IPage page)
    {
        var first = page.Locator("article.claim h2 a").First;
        var words = (await first.TextContentAsync())!.Trim();
        await first.ClickAsync();
        await Expect(page).ToHaveURLAsync(ClaimInUrl());
        var open = page.GetByRole(AriaRole.Region, new() { Name = "The open claim" });
        await Expect(open.Locator("mark").First).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();

        await open.GetByRole(AriaRole.Link, new() { Name = "Open in article" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/articles/\d+\?affiliation=Iran#claim-\d+$"));
        var note = page.Locator("li.note.on, li.note[aria-current=true], li.note:has([aria-current=true])").First;
        await Expect(note).ToBeVisibleAsync();
        await Expect(note).ToContainTextAsync(words[..30]);
        await page.ShouldBeAccessibleAsync();
    }

    private async Task RateTheSourceAsync(IPage page)
    {
        await OpenAsync(page, "/sources");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search sources by name" }).FillAsync("senior Iranian");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("q=senior"));
        await Expect(page.Locator("table a.name")).ToHaveCountAsync(1);
        await page.Locator("table a.name").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/sources/\d+$"));
        await LiveAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Rate", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("Fairly reliable").ClickAsync();

        // A grade without a reason is not taken.
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await dialog.GetByLabel("Why (required)").FillAsync("Two who were in the meeting, and agree.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByText("Two who were in the meeting, and agree.").First).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();

        // Its claims inherit the letter.
        await OpenAsync(page, "/claims?kind=anonymous&reliability=C");
        await Expect(page.Locator("article.claim").First).ToContainTextAsync("two senior Iranian sources");
    }

    private async Task ImportATextAsync(IPage page)
    {
        await OpenAsync(page, "/import");
        await page.ShouldBeAccessibleAsync();
        await page.Locator("#paste-name").FillAsync("Tunnel report");
        // Longer than one message of a circuit may be.
        var body = string.Concat(Enumerable.Range(1, 400).Select(n => $"\nThe works at pier {n} went on through the spring, in all weathers, and nobody was hurt."));
        body.Length.Should().BeGreaterThan(32 * 1024);
        await page.Locator("#paste-text").FillAsync(NewText + body);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import this text" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/import/\d+$"), new() { Timeout = 60_000 });
        await Expect(page.Locator("main")).ToContainTextAsync("Tunnel report");
        // It is imported in the background; the page tells when it is there.
        await Expect(page.Locator("main")).ToContainTextAsync("1 imported", new() { Timeout = 60_000 });
        await page.ShouldBeAccessibleAsync();
    }

    private async Task FindItsClaimsAsync(IPage page)
    {
        await OpenAsync(page, "/claims");
        await page.GetByRole(AriaRole.Searchbox).First.FillAsync("harbour tunnel");
        await page.GetByRole(AriaRole.Searchbox).First.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("q=harbour"));
        await Expect(page.Locator("article.claim").First).ToContainTextAsync("two city officials familiar with the works");
        await page.Locator("article.claim h2 a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "The open claim" })).ToContainTextAsync("Unverified");
    }

    private async Task ReadButNotChangeAsync(IPage page)
    {
        await OpenAsync(page, "/claims?q=harbour");
        await page.Locator("article.claim h2 a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(ClaimInUrl());
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open in article" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Grade" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Import", Exact = true })).ToHaveCountAsync(0);
        await page.GotoAsync(desk.Address + "/import");
        await Expect(page.Locator("#paste-text")).ToHaveCountAsync(0);
        await OpenAsync(page, "/actors");
        await page.ShouldBeAccessibleAsync();
        await OpenAsync(page, "/articles");
        await page.ShouldBeAccessibleAsync();
    }

    /// <summary>Opens a page and waits until it answers to clicks.</summary>
    private async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(desk.Address + path);
        await LiveAsync(page);
    }

    /// <summary>Waits until the page's circuit stands: a click before that is not heard.</summary>
    private static Task LiveAsync(IPage page) => Expect(page.Locator("main[data-live]")).ToBeVisibleAsync(new() { Timeout = 30_000 });

    // Playwright hands the pattern to the browser, which knows no NonBacktracking.
    [GeneratedRegex(@"[?&]claim=\d+", RegexOptions.None, 100)]
    private static partial Regex ClaimInUrl();
}
