using System.Collections.Concurrent;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People.Tokens;

namespace ClaimsDesk.Web.Accounts.Tokens;

/// <summary>Collects when tokens are used and writes it down now and then, so that reading never waits for a writer.</summary>
public sealed class TokenUses(AccessTokens tokens, TimeProvider clock, ILogger<TokenUses> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<int, DateTime> _lastUsed = [];

    /// <summary>A token was used just now.</summary>
    public void Note(int tokenId) => _lastUsed[tokenId] = clock.GetUtcNow().UtcDateTime;

    /// <summary>Writes down what was collected.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken = default)
    {
        var uses = _lastUsed.ToArray();
        await tokens.NoteUseAsync(new Dictionary<int, DateTime>(uses), cancellationToken);
        // What was used again meanwhile has another time, and stays.
        foreach (var use in uses) _lastUsed.TryRemove(use);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await TryWriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It stops: also where the host never started, which would take this for a failure.
        }
    }

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (KnowledgeBaseUnusableException e)
        {
            log.LogWarning("When tokens were used last could not be written down: {Reason}", e.Message);
        }
    }
}
