using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimsDesk.Browser.Tests;

/// <summary>An afternoon on the claims page: everything is clicked together, stands in the address, and can be done by keys alone.</summary>
public sealed class BrowsingTests(DeskProcess desk) : IClassFixture<DeskProcess>
{
    [BrowserFact]
    public async Task What_is_clicked_together_is_a_link_a_saved_view_and_a_grade()
    {
        SetDefaultExpectTimeout(45_000); // a busy machine is slow, not wrong
        var page = await SignedInAsync();
        await FilterByClickingAsync(page);
        await BrushTheDatesAsync(page);
        await ListAsTableAsync(page);
        await SaveAndChangeAViewAsync(page);
        await ReadByKeysAsync(page);
        await GradeSeveralAndTakeItBackAsync(page);
        await CiteAsync(page);
        await FindWordsAsync(page);
    }

    private async Task FilterByClickingAsync(IPage page)
    {
        var facets = page.GetByRole(AriaRole.Complementary, new() { Name = "Filters" });
        await facets.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Unnamed") }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"\?kind=anonymous$"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("unnamed"); // the list follows its address

        // "Hide" on a teller in the list, and "only" on a value of a facet.
        var teller = page.Locator("article.claim .path [data-filter=source]").Last;
        var hidden = await teller.GetAttributeAsync("data-value");
        await teller.Locator("a").HoverAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Hide ") }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"source=-{hidden}&kind=anonymous$"));
        await Expect(page.Locator($"article.claim .path [data-value='{hidden}']")).ToHaveCountAsync(0);
        await facets.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Person") }).HoverAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Only Person" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("kind=person"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("a named person");
        await page.ShouldBeAccessibleAsync();

        // More values than are shown are searched for.
        await facets.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("more of Source") }).ClickAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GotoAsync(desk.Address + "/claims?after=1&colour=red");
        await Expect(page.GetByText("there is no filter called “colour”")).ToBeVisibleAsync();
        await OpenAsync(page, "/claims");
    }

    private static async Task BrushTheDatesAsync(IPage page)
    {
        // By keys: the handle of the end, one bar to the left.
        var end = page.GetByRole(AriaRole.Slider, new() { Name = "To" });
        await end.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page).ToHaveURLAsync(new Regex("said="));
        await Expect(page.Locator(".plot .on").First).ToBeVisibleAsync(); // the address is there before the page that it shows

        // By a stroke over all the bars: at any time.
        var box = (await page.Locator(".plot").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 2, box.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width - 2, box.Y + 10, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Expect(page).Not.ToHaveURLAsync(new Regex("said="));
    }

    private static async Task ListAsTableAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "As a table" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Published" }).CheckAsync();
        await Expect(page).ToHaveURLAsync(new Regex("columns=[^&]*published"));
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Published" })).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
    }

    private async Task SaveAndChangeAViewAsync(IPage page)
    {
        await OpenAsync(page, "/claims?kind=anonymous&view=table");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save view" }).ClickAsync();
        await Expect(page.GetByLabel("Name of the view")).ToBeFocusedAsync(); // the server puts it there: keys pressed earlier press the button
        await page.Keyboard.TypeAsync("Unnamed sources");
        await page.GetByLabel("Share it with everybody").CheckAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"saved=\d+"));
        await Expect(page.GetByText("changed", new() { Exact = true })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "As a list" }).ClickAsync();
        await Expect(page.GetByText("changed", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Expect(page.GetByText("changed", new() { Exact = true })).ToHaveCountAsync(0);

        // It is there again after a reload, and from anywhere else.
        await OpenAsync(page, "/claims");
        await page.GetByRole(AriaRole.Link, new() { Name = "Unnamed sources" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"\?kind=anonymous&saved=\d+$"));
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("unnamed");
        await LiveAsync(page);
    }

    private static async Task ReadByKeysAsync(IPage page)
    {
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(@"claim=\d+"));
        await Expect(page.Locator("section.open mark").First).ToBeVisibleAsync();
        var first = page.Url;
        await page.Keyboard.PressAsync("j");
        await Expect(page).Not.ToHaveURLAsync(first);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page).Not.ToHaveURLAsync(new Regex("claim="));
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keys" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
    }

    private async Task GradeSeveralAndTakeItBackAsync(IPage page)
    {
        await OpenAsync(page, "/claims");
        // One by the pointer, which leaves the focus in its box, one by keys.
        await page.Locator("[data-select]").First.CheckAsync();
        foreach (var key in new[] { "j", "j", "x" }) await page.Keyboard.PressAsync(key);
        var selection = page.GetByRole(AriaRole.Region, new() { Name = "Selected claims" });
        await Expect(selection).ToContainTextAsync("2 claims selected");
        await selection.GetByRole(AriaRole.Button, new() { Name = "Grade credibility" }).ClickAsync();
        await selection.GetByLabel("Credibility of all of them").SelectOptionAsync("3");
        await selection.GetByLabel("Why (required)").FillAsync("Both fit what was known that day.");
        await page.ShouldBeAccessibleAsync();
        await selection.GetByRole(AriaRole.Button, new() { Name = "Grade 2 claims" }).ClickAsync();
        await Expect(page.GetByText("2 claims graded.")).ToBeVisibleAsync();
        await Expect(page.Locator("article.claim .grades [title^='Credibility 3']")).ToHaveCountAsync(2);

        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator("article.claim .grades [title^='Credibility 3']")).ToHaveCountAsync(0);
    }

    private async Task CiteAsync(IPage page)
    {
        await OpenAsync(page, "/claims?claim=1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cite" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "BibTeX entry" })).ToContainTextAsync("@misc{CLAIM-1,");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search claims" }).FillAsync("claim-2");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(@"\?claim=2$"));
    }

    private async Task FindWordsAsync(IPage page)
    {
        await OpenAsync(page, "/claims?q=iran*");
        await Expect(page.Locator("mark.sought").First).ToHaveTextAsync(new Regex("^Iran", RegexOptions.IgnoreCase));
        await page.ShouldBeAccessibleAsync();

        // In the open claim and in its article, too; and an actor by whichever name stands there.
        await page.Locator("article.claim h2 a").First.ClickAsync();
        await Expect(page.Locator("section.open .passage mark.sought").First).ToHaveTextAsync(new Regex("^Iran", RegexOptions.IgnoreCase));
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open in article" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/articles/\d+\?q=iran%2A#claim-\d+$"));
        await Expect(page.Locator(".reader .text mark.sought").First).ToHaveTextAsync(new Regex("^Iran", RegexOptions.IgnoreCase));
        await page.ShouldBeAccessibleAsync();
        await OpenAsync(page, "/claims?actor=Israel");
        await Expect(page.Locator("article.claim h2 mark.sought").First).ToHaveTextAsync("Israel");
    }

    private async Task<IPage> SignedInAsync()
    {
        var context = await desk.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(desk.SetupLink);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Kim Morgan");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("a few plain words 7");
        await page.GetByLabel("Password again").FillAsync("a few plain words 7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the administrator" }).ClickAsync();
        await page.WaitForURLAsync("**/claims");
        await LiveAsync(page);
        return page;
    }

    private async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(desk.Address + path);
        await LiveAsync(page);
    }

    /// <summary>Waits until the page hears clicks and keys: before its circuit stands it does not.</summary>
    private static Task LiveAsync(IPage page) => Expect(page.Locator("html[data-keys=on] main[data-live]")).ToBeVisibleAsync(new() { Timeout = 120_000 });
}
