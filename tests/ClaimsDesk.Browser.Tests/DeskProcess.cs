using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

// One desk and one browser at a time: two of each on a small machine only make each other wait.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ClaimsDesk.Browser.Tests;

/// <summary>
/// ClaimsDesk as a user starts it: the real executable with an empty data directory, and a browser beside it. The address and the
/// one-time link of the first administrator are read from what it prints.
/// </summary>
public sealed partial class DeskProcess : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("claimsdesk-browser-").FullName;
    private readonly List<string> _printed = [];
    private Process? _process;
    private IPlaywright? _playwright;

    /// <summary>Where the desk listens, without a trailing slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The one-time link that makes the first administrator.</summary>
    public string SetupLink { get; private set; } = "";

    /// <summary>The browser; each test opens its own context.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Folder of the screenshots, git-ignored.</summary>
    public static string Screenshots { get; } = Path.Combine(Metadata("RepositoryRoot"), "artifacts", "screenshots");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Chromium.Path is null && !Chromium.IsPlaywrightsOwn) return;
        var start = new ProcessStartInfo("dotnet", [Metadata("ClaimsDeskAssembly"), "serve", "--data", _data, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Not the repository: the desk must find its pages and seeds from wherever it is started.
            WorkingDirectory = _data,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The desk did not start.");
        _process.OutputDataReceived += (_, line) => Print(line.Data);
        _process.ErrorDataReceived += (_, line) => Print(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        SetupLink = await PrintedAsync(SetupLinkPattern());
        Address = new Uri(SetupLink).GetLeftPart(UriPartial.Authority);
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
        Directory.CreateDirectory(Screenshots);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process?.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Everything the desk has printed, for the message of a failing test.</summary>
    public string Printed()
    {
        lock (_printed) return string.Join('\n', _printed);
    }

    private void Print(string? line)
    {
        if (line is null) return;
        lock (_printed) _printed.Add(line);
    }

    private async Task<string> PrintedAsync(Regex pattern)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(2); await Task.Delay(100))
        {
            if (pattern.Match(Printed()) is { Success: true } match) return match.Value;
            if (_process!.HasExited) break;
        }
        throw new InvalidOperationException($"The desk printed no link that makes the first administrator. It printed:\n{Printed()}");
    }

    private static string Metadata(string key) =>
        typeof(DeskProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    [GeneratedRegex(@"https?://[^\s""]+/setup[^\s""]*", RegexOptions.NonBacktracking)]
    private static partial Regex SetupLinkPattern();
}
