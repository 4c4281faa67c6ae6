using System.Globalization;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import;

namespace ClaimsDesk.Web.Hosting;

/// <summary>
/// Watches a folder: what is put into it is imported and then moved to <c>done</c>, or to <c>failed</c> with a file beside it that says why.
/// A file counts as put there when it has not changed for a while. One that was imported and not yet moved when the program ended is found
/// to be there already at the next start, and moved.
/// </summary>
public sealed class Inbox(ServeSettings settings, BatchIntake intake, ImportHistory history, TimeProvider clock, ILogger<Inbox> log) : BackgroundService
{
    private const int MostAtOnce = 500;
    private const string Done = "done", Failed = "failed";
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5), Settled = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Inbox is not { } folder) return;
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ImportAsync(folder, stoppingToken);
                await Task.Delay(Rest, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or KnowledgeBaseUnusableException)
            {
                log.LogError("The inbox {Folder} waits: {Reason}", folder, e.Message);
                await Task.Delay(Rest, clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Imports what lies in a folder and moves it away; false where nothing does.</summary>
    public async Task<bool> ImportAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var before = clock.GetUtcNow().UtcDateTime - Settled;
        var paths = new DirectoryInfo(folder).EnumerateFiles()
            .Where(file => !file.Name.StartsWith('.') && file.LinkTarget is null && file.LastWriteTimeUtc <= before)
            .OrderBy(file => file.Name, StringComparer.Ordinal).Take(MostAtOnce).Select(file => file.FullName).ToList();
        if (paths.Count == 0) return false;
        var name = string.Create(CultureInfo.InvariantCulture, $"Inbox, {clock.GetUtcNow():d MMM yyyy, HH:mm} UTC");
        var id = await intake.QueueAsync(new NewBatch(null, name), paths.Select(ImportFile.OnDisk), cancellation);
        var report = await EndOfAsync(id!.Value, cancellation);
        foreach (var path in paths) Move(folder, path, report);
        return true;
    }

    private async Task<ImportReport> EndOfAsync(int id, CancellationToken cancellation)
    {
        while (true)
        {
            var report = (await history.ReadAsync(id, cancellation))!;
            if (report.State is BatchState.Finished or BatchState.Cancelled or BatchState.Undone) return report;
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellation);
        }
    }

    private static void Move(string folder, string path, ImportReport report)
    {
        var name = ImportFile.OnDisk(path).Name;
        var problems = report.Items
            .Where(item => item.Outcome.IsFailure() && (item.FileName == name || item.FileName.StartsWith(name + "/", StringComparison.Ordinal) || item.FileName.StartsWith(name + ", ", StringComparison.Ordinal)))
            .Select(item => $"{item.FileName}: {item.Reason}").ToList();
        var target = Free(Directory.CreateDirectory(Path.Combine(folder, problems.Count == 0 ? Done : Failed)).FullName, Path.GetFileName(path));
        if (problems.Count > 0) File.WriteAllLines(target + ".reason.txt", problems);
        File.Move(path, target);
    }

    // A file of a name that was there before is kept beside it.
    private static string Free(string folder, string name)
    {
        var (path, number) = (Path.Combine(folder, name), 1);
        while (File.Exists(path)) path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)} ({++number}){Path.GetExtension(name)}"));
        return path;
    }
}
