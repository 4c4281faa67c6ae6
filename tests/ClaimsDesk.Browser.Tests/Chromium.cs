using Microsoft.Playwright;

namespace ClaimsDesk.Browser.Tests;

/// <summary>The browser the tests drive: what CHROMIUM_PATH names, else the system's Chromium, else the one Playwright downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // No sandbox: a container's root has none to offer. The rest keeps the browser from calling home during a test.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    public static bool IsPlaywrightsOwn { get; } = Environment.GetEnvironmentVariable("CLAIMSDESK_PLAYWRIGHT_BROWSER") == "1";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Arguments });
}

/// <summary>A test that needs Chromium; without one it is skipped and says how to get it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsPlaywrightsOwn)
            Skip = "No Chromium found: tests/run installs one, or name yours in CHROMIUM_PATH.";
    }
}
