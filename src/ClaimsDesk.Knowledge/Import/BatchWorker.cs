using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Works on imports in the background, one after the other, as long as the program runs. Several processes may: each takes another import.</summary>
public sealed class BatchWorker(
    IDbContextFactory<ClaimsDeskDb> database, BatchLeases leases, TextImport import, BatchUndo undo, TimeProvider clock, ILogger<BatchWorker> log)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1), RestAfterTrouble = TimeSpan.FromSeconds(15);

    /// <summary>Runs until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (!await RunOneAsync(cancellationToken)) await Task.Delay(Rest, clock, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (KnowledgeBaseUnusableException e)
            {
                log.LogError("Imports wait: {Reason}", e.Message);
                await RestAsync(cancellationToken);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                log.LogError(e, "Imports wait after a mistake of ClaimsDesk's own");
                await RestAsync(cancellationToken);
            }
        }
    }

    /// <summary>Works on the import that has waited longest; false where none waits.</summary>
    public async Task<bool> RunOneAsync(CancellationToken cancellationToken)
    {
        if (!await AnyAsync(cancellationToken) || await leases.TakeAsync(cancellationToken) is not { } batch) return false;
        try
        {
            if (batch.State == BatchState.Undoing) await undo.RunAsync(batch, cancellationToken);
            else await import.RunAsync(batch, null, null, cancellationToken);
        }
        catch (Exception e) when (e is not (KnowledgeBaseUnusableException or OutOfMemoryException))
        {
            log.LogError(e, "The import {Name} was halted", batch.Name);
            await leases.ReleaseAsync(batch, BatchState.Paused, "It was halted by a mistake of ClaimsDesk's own, which the log describes. Resume it to try again.");
        }
        return true;
    }

    // Asked without the gate: a desk with nothing to do writes nothing.
    private async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var db = await database.CreateDbContextAsync(cancellationToken);
        BatchState[] open = [BatchState.Receiving, BatchState.Waiting, BatchState.Running, BatchState.Undoing];
        return await db.ImportBatches.AnyAsync(b => open.Contains(b.State), cancellationToken);
    }

    private async Task RestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(RestAfterTrouble, clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // it is stopped
        }
    }
}
