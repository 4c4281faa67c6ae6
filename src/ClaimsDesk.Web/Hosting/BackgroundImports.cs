using ClaimsDesk.Knowledge.Import;

namespace ClaimsDesk.Web.Hosting;

/// <summary>Works on imports as long as the desk is served.</summary>
public sealed class BackgroundImports(BatchWorker worker) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => worker.RunAsync(stoppingToken), CancellationToken.None);
}
