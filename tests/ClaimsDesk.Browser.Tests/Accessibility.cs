using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClaimsDesk.Browser.Tests;

/// <summary>Runs axe on a page as it is shown, in the light and in the dark theme.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        // MudBlazor keeps its popovers in a container of its own outside every landmark.
        Rules = new Dictionary<string, RuleOptions> { ["region"] = new() { Enabled = false } },
    };

    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var result = await page.RunAxe(Options);
            result.Violations.Select(Describe).Should().BeEmpty("{0} in the {1} theme should have no violation", page.Url, scheme);
        }
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Take(3).Select(node => $"{node.Target} {node.Html}"))}";
}
