using Microsoft.Playwright;

namespace ClaimsDesk.Browser.Tests;

/// <summary>
/// Pictures of every page, light and dark, narrow and wide, to be looked at before a change is called done; they go to
/// artifacts/screenshots. What a machine can see is asserted: nothing is wider than the window, read from either side, no script failed, and
/// axe finds nothing.
/// </summary>
public sealed class ScreenshotTests(DeskProcess desk) : IClassFixture<DeskProcess>
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("claims", "/claims"), ("claims-filtered", "/claims?kind=anonymous&claim=1"), ("claims-none", "/claims?q=nowhere+to+be+found"), ("claims-table", "/claims?view=table"),
        ("articles", "/articles"), ("article", "/articles/2"), ("sources", "/sources"), ("source", "/sources/1"),
        ("actors", "/actors"), ("actor", "/actors/1"), ("import", "/import"), ("people", "/people"), ("not-found", "/no-such-page"),
        ("import-one", "/import/1"), ("review", "/review"), ("beside", "/articles/1/beside/2"), ("tokens", "/account/tokens"), ("password", "/account/password"),
        ("not-allowed", "/not-allowed"), ("api", "/api-docs"), ("report", "/claims/export.html?kind=anonymous"), ("refusal", "/claims/export.csv?said=soon"),
    ];

    private static readonly (int Width, int Height)[] Sizes = [(360, 740), (1280, 800), (1920, 1080)];

    // The link that makes the administrator works once.
    private static string? _state;

    [BrowserFact]
    public async Task Every_page_fits_every_window_in_both_themes()
    {
        var state = await SignedInAsync();
        var problems = new List<string>();
        foreach (var (width, height) in Sizes)
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await using var context = await desk.Browser.NewContextAsync(new BrowserNewContextOptions
                {
                    ViewportSize = new ViewportSize { Width = width, Height = height },
                    ColorScheme = scheme,
                    StorageState = state,
                });
                var page = await context.NewPageAsync();
                page.PageError += (_, error) => problems.Add($"{page.Url}: {error}");
                foreach (var (name, path) in Pages)
                {
                    await page.GotoAsync(desk.Address + path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(DeskProcess.Screenshots, $"{name}-{width}-{scheme}.png".ToLowerInvariant()) });
                    if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1"))
                        problems.Add($"{path} is wider than {width} px");
                    if (await page.EvaluateAsync<bool>("(document.documentElement.dir = 'rtl') && document.documentElement.scrollWidth > innerWidth + 1"))
                        problems.Add($"{path} is wider than {width} px from right to left");
                }
            }
        }
        problems.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Every_page_is_accessible_in_both_themes()
    {
        await using var context = await desk.Browser.NewContextAsync(new BrowserNewContextOptions { StorageState = await SignedInAsync() });
        var page = await context.NewPageAsync();
        foreach (var (_, path) in Pages)
        {
            await page.GotoAsync(desk.Address + path);
            await page.Locator("h1").First.WaitForAsync(); // the page of the API is drawn by its script
            await page.ShouldBeAccessibleAsync();
        }
    }

    private async Task<string> SignedInAsync()
    {
        if (_state is not null) return _state;
        var context = await desk.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(desk.SetupLink);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Kim Morgan");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("a few plain words 7");
        await page.GetByLabel("Password again").FillAsync("a few plain words 7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the administrator" }).ClickAsync();
        await page.WaitForURLAsync("**/claims");
        return _state = await context.StorageStateAsync();
    }
}
