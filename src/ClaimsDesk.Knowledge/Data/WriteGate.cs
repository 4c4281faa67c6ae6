using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimsDesk.Knowledge.Data;

/// <summary>
/// One writer at a time, first come first served in this process: SQLite has one writer anyway, and would let those who wait try their
/// luck; on PostgreSQL a lock in the database makes it one among all processes, so that what a writer reads stays true until it commits.
/// An import enters once for some texts (at most 64 or some 800 claims, fewer where these take long or somebody waited), and reads them outside, so a person's save waits for these at most.
/// </summary>
public sealed class WriteGate(IDbContextFactory<ClaimsDeskDb> database) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _waiting;

    /// <summary>Whether somebody in this process waits for a turn.</summary>
    public bool IsWaitedFor => Volatile.Read(ref _waiting) > 0;

    /// <summary>Waits its turn and begins a transaction. Dispose ends the turn; what was not committed is rolled back.</summary>
    /// <exception cref="KnowledgeBaseUnusableException">The database can't be written to: no room, no right, locked.</exception>
    public async Task<Write> EnterAsync(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _gate.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
        ClaimsDeskDb? db = null;
        try
        {
            db = await database.CreateDbContextAsync(cancellationToken);
            return new Write(db, await db.BeginWriteAsync(cancellationToken), _gate);
        }
        catch (Exception e)
        {
            var trouble = db?.TroubleOf(e);
            if (db is not null) await db.DisposeAsync();
            _gate.Release();
            if (trouble is not null) throw new KnowledgeBaseUnusableException(trouble, e);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();
}

/// <summary>A turn at writing: a context in a transaction.</summary>
public sealed class Write : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly SemaphoreSlim _gate;

    internal Write(ClaimsDeskDb db, IDbContextTransaction transaction, SemaphoreSlim gate) => (Db, _transaction, _gate) = (db, transaction, gate);

    /// <summary>The context to read and write with.</summary>
    public ClaimsDeskDb Db { get; }

    /// <summary>Saves what changed and commits: once this returns, it outlives a power cut.</summary>
    /// <exception cref="KnowledgeBaseUnusableException">The database can't be written to; nothing of this turn is stored.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await Db.SaveChangesAsync(cancellationToken);
            await _transaction.CommitAsync(cancellationToken);
        }
        catch (Exception e) when (Db.TroubleOf(e) is not null)
        {
            throw new KnowledgeBaseUnusableException(Db.TroubleOf(e)!, e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
            await Db.DisposeAsync();
        }
        finally
        {
            _gate.Release();
        }
    }
}
