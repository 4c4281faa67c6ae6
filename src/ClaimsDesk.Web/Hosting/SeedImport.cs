using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Web.Commands;
using ClaimsDesk.Web.Import;

namespace ClaimsDesk.Web.Hosting;

/// <summary>The first texts: what an empty knowledge base starts with.</summary>
public static class SeedImport
{
    /// <summary>Where they lie: beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Imports them where nothing was ever imported, or goes on with them where that was broken off.</summary>
    public static async Task RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var paths = Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal).ToArray() : [];
        if (paths.Length == 0) return;
        var clock = Stopwatch.StartNew();
        var import = services.GetRequiredService<TextImport>();
        var report = await import.SeedAsync([.. paths.Select(ImportFile.OnDisk)], new SeedTeller(terminal, paths.Length), cancellation);
        if (report is null) return;
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"First texts: {ImportSentences.Summary(report)}; {ImportSentences.Count(report.Items.Sum(i => i.Claims), "claim")} in {clock.Elapsed.TotalSeconds:0.0} s."));
        foreach (var item in report.Items.Where(i => i.Outcome is not (ImportOutcome.Imported or ImportOutcome.AlreadyImported)))
            terminal.Error.WriteLine($"{item.FileName}: {ImportSentences.Of(item)}");
    }

    private sealed class SeedTeller(Terminal terminal, int total) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value is { Done: 0, Finished: null }) terminal.Out.WriteLine($"Importing the first {total} texts …");
        }
    }
}
