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
        var report = await import.SeedAsync(Told(paths, terminal), null, cancellation);
        if (report is null) return;
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"First texts: {ImportSentences.Summary(report)}; {ImportSentences.Count(report.Items.Sum(i => i.Claims), "claim")} in {clock.Elapsed.TotalSeconds:0.0} s."));
        foreach (var item in report.Items.Where(i => i.Outcome.IsFailure()))
            terminal.Error.WriteLine($"{item.FileName}: {ImportSentences.Of(item)}");
    }

    // The texts are asked for only where they are to be imported.
    private static IEnumerable<ImportFile> Told(string[] paths, Terminal terminal)
    {
        terminal.Out.WriteLine($"Importing the first {paths.Length} texts …");
        foreach (var path in paths) yield return ImportFile.OnDisk(path);
    }
}
