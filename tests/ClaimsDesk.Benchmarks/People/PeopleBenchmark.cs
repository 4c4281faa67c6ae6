using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Net;
using ClaimsDesk.Benchmarks.Measuring;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;
using Microsoft.Playwright;

namespace ClaimsDesk.Benchmarks.People;

/// <summary>
/// Many people at once at a desk that runs: each has a page of claims open in a real browser, with its circuit; meanwhile each asks for
/// pages under other filters, with a second between them. Prints the memory of the desk, times and errors.
/// </summary>
public sealed class PeopleBenchmark(Uri desk, string name, string password, int people, int? processId)
{
    private const int PagesEach = 10, TabsAtOnce = 5;
    private const long Collections = (long)(ClrTraceEventParser.Keywords.GC | ClrTraceEventParser.Keywords.GCHeapCollect);

    private static readonly string[] Filters =
        ["", "kind=anonymous", "said=2024", "act=denial", "credibility=none&sort=newest-said", "kind=-person", "published=2025", "quote=direct", "negated=true", "hedged=true&said=2023"];

    /// <summary>Runs it.</summary>
    public async Task RunAsync(TextWriter output)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH"),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        });
        var context = await SignedInAsync(browser);
        await output.WriteLineAsync($"before: {Memory()}");
        var live = new Sample($"a page opened until it is live, {TabsAtOnce} at a time, browser on the same machine");
        var tabs = new List<IPage>();
        for (var opened = 0; opened < people; opened += TabsAtOnce)
        {
            var pages = Enumerable.Range(opened, Math.Min(TabsAtOnce, people - opened)).Select(i => live.TakeAsync(() => OpenAsync(context, Filters[i % Filters.Length])));
            tabs.AddRange(await Task.WhenAll(pages));
            if (opened + TabsAtOnce == 10) await output.WriteLineAsync($"10 circuits: {Memory()}");
        }
        await output.WriteLineAsync($"{tabs.Count} circuits: {Memory()}");
        var (asked, errors) = (new Sample($"a page of claims, {people} people each with a second between pages"), 0);
        using var client = await ClientAsync(context);
        await Task.WhenAll(Enumerable.Range(0, people).Select(async person =>
        {
            for (var page = 0; page < PagesEach; page++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500 + (person * 37 % 1000)));
                var status = await asked.TakeAsync(() => StatusAsync(client, Filters[(person + page) % Filters.Length]));
                if (status != HttpStatusCode.OK) Interlocked.Increment(ref errors);
            }
        }));
        var lost = 0;
        foreach (var tab in tabs)
        {
            if (await tab.Locator("main[data-live]").CountAsync() == 0) lost++;
        }
        await output.WriteLineAsync($"after the pages: {Memory()}");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{errors} of {people * PagesEach} pages failed; {lost} of {tabs.Count} circuits were lost.\n"));
        await output.WriteLineAsync(Sample.Head);
        foreach (var sample in new[] { live, asked }) await output.WriteLineAsync(sample.Row());
    }

    private async Task<IBrowserContext> SignedInAsync(IBrowser browser)
    {
        var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(desk, "/sign-in").AbsoluteUri);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/claims*");
        await page.CloseAsync();
        return context;
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, string filter)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(desk, "/claims?" + filter).AbsoluteUri, new() { Timeout = 60_000 });
        await page.WaitForSelectorAsync("main[data-live]", new() { Timeout = 60_000, State = WaitForSelectorState.Attached });
        return page;
    }

    private async Task<HttpClient> ClientAsync(IBrowserContext context)
    {
        var cookies = string.Join("; ", (await context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = desk };
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        return client;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string filter)
    {
        using var answer = await client.GetAsync("/claims?" + filter);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode;
    }

    // What the process has of the machine, and what of its heap is in use: whoever asks for the objects of the heap makes the runtime collect first.
    private string Memory()
    {
        if (processId is not { } id) return "memory not asked for (--process)";
        var held = WorkingSet(id);
        long used = 0;
        using (var session = new DiagnosticsClient(id).StartEventPipeSession([new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, Collections)], requestRundown: false))
        using (var events = new EventPipeEventSource(session.EventStream))
        {
            events.Clr.GCHeapStats += heap => used = heap.TotalHeapSize;
            var reading = Task.Run(events.Process);
            Thread.Sleep(2000);
            session.Stop();
            reading.Wait();
        }
        return string.Create(CultureInfo.InvariantCulture, $"{held:0} MB, of which the heap uses {used / 1e6:0} MB");
    }

    private static double WorkingSet(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64 / 1e6;
    }
}
