using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>
/// Which process works on which import. A lease that is not renewed ends; one of a process of this machine that is gone ends at once. Every
/// transaction that stores something renews it, so who has lost a lease can store nothing more.
/// </summary>
public sealed class BatchLeases(WriteGate gate, TimeProvider clock)
{
    /// <summary>How long a lease lasts.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    private static readonly string Token = Guid.NewGuid().ToString("N")[..8];

    // This process: machine, process and a word of its own, because both numbers come again.
    private static readonly string Me = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{Token}");
    private static int _leases;

    /// <summary>A new lease of this process, unlike all others.</summary>
    public static string New() => string.Create(CultureInfo.InvariantCulture, $"{Me}/{Interlocked.Increment(ref _leases)}");

    /// <summary>Takes the oldest import that waits for somebody; null where none does.</summary>
    public async Task<ImportBatch?> TakeAsync(CancellationToken cancellationToken = default) => await TakeAsync(null, cancellationToken);

    /// <summary>Takes this import; null where another process has it, or it does not wait.</summary>
    public async Task<ImportBatch?> TakeAsync(int? id, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        await EndLeasesOfTheDeadAsync(write.Db, now, cancellationToken);
        var batch = await write.Db.BatchesToTake(now).Where(b => id == null || b.Id == id).FirstOrDefaultAsync(cancellationToken);
        if (batch is null) return null;
        if (batch.State == BatchState.Receiving)
        {
            batch.Notes = string.Create(CultureInfo.InvariantCulture,
                $"{(batch.Notes is null ? "" : batch.Notes + "\n")}It was broken off while its files were brought in: {batch.Files:N0} had arrived. Import the others again.");
        }
        if (batch.State != BatchState.Undoing) batch.State = BatchState.Running;
        (batch.LeasedBy, batch.LeasedUntil) = (New(), now + Length);
        await write.CommitAsync(cancellationToken);
        return batch;
    }

    /// <summary>Goes on with an import whose files this process has brought in.</summary>
    public async Task<ImportBatch> TakeReceivedAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var write = await gate.EnterAsync(cancellationToken);
        var batch = await write.Db.ImportBatches.SingleAsync(b => b.Id == id && b.State == BatchState.Receiving, cancellationToken);
        (batch.State, batch.LeasedBy, batch.LeasedUntil) = (BatchState.Running, New(), clock.GetUtcNow().UtcDateTime + Length);
        await write.CommitAsync(cancellationToken);
        return batch;
    }

    /// <summary>Gives a lease back; the import waits for the next one, or in the state that is given.</summary>
    public async Task ReleaseAsync(ImportBatch batch, BatchState? state = null, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await using var write = await gate.EnterAsync(CancellationToken.None);
        var mine = await write.Db.ImportBatches.FirstOrDefaultAsync(b => b.Id == batch.Id && b.LeasedBy == batch.LeasedBy);
        if (mine is null) return;
        (mine.LeasedBy, mine.LeasedUntil) = (null, null);
        mine.State = state ?? mine.State;
        if (note is not null) mine.Notes = mine.Notes is null ? note : $"{mine.Notes}\n{note}";
        await write.CommitAsync();
    }

    private static async Task EndLeasesOfTheDeadAsync(ClaimsDeskDb db, DateTime now, CancellationToken cancellationToken)
    {
        var owners = await db.ImportBatches.Where(b => b.LeasedBy != null && b.LeasedUntil > now).Select(b => b.LeasedBy!).Distinct().ToListAsync(cancellationToken);
        foreach (var dead in owners.Where(IsDead))
        {
            await db.ImportBatches.Where(b => b.LeasedBy == dead)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.LeasedUntil, (DateTime?)null), cancellationToken);
        }
    }

    private static bool IsDead(string owner)
    {
        if (owner.StartsWith(Me + "/", StringComparison.Ordinal) || owner.Split('/') is not [var machine, var number, ..] || machine != Environment.MachineName) return false;
        var id = int.Parse(number, CultureInfo.InvariantCulture);
        if (id == Environment.ProcessId) return true; // our number, but another's word: one that had it before
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
