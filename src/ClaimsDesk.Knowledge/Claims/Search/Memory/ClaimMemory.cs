using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>
/// A copy in memory of what filters and facets ask of the claims: some 120 bytes a claim, with which any filter of a million claims is
/// answered and counted exactly in milliseconds. It is loaded in the background (<see cref="Start"/>) and brought up to date before every
/// answer, whichever process wrote; until it is loaded, and where it is not started, the database answers.
/// </summary>
public sealed class ClaimMemory(IDbContextFactory<ClaimsDeskDb> database, ILogger<ClaimMemory> log) : IDisposable
{
    private const int ClaimsAtOnce = 50_000, SelectionsKept = 16;

    /// <summary>How many changes the database keeps at least (<see cref="KnowledgeBase"/>) for those who want to catch up; who is further behind reads everything anew.</summary>
    internal const int ChangesKept = 1_000_000;

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _update = new(1, 1);
    private readonly ReaderWriterLockSlim _lock = new();

    // Going through all claims keeps a core busy. More at once than there are cores would only each take longer, and hold their counts meanwhile.
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);
    private readonly Dictionary<SelectionKey, ClaimSelection> _kept = [];
    private readonly Queue<SelectionKey> _order = new();
    private readonly ClaimWords _words = new(database, log);
    private ClaimColumns? _columns;
    private RecordCounts? _ofSources, _ofActors;
    private Applied _applied;
    private long _version;

    /// <summary>Whether it answers.</summary>
    public bool IsLoaded => Volatile.Read(ref _columns) is not null;

    /// <summary>Begins to load it, and returns at once.</summary>
    public void Start() => _ = Task.Run(async () =>
    {
        try
        {
            await LoadAsync(_stop.Token);
            if (_columns!.End > ClaimsAtOnce) GiveBackRoom();
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The desk stops.
        }
        catch (Exception e)
        {
            log.LogError(e, "The claims could not be read into memory; the database answers, more slowly");
        }
    });

    /// <summary>Loads it, or loads it anew.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken = default)
    {
        await _update.WaitAsync(cancellationToken);
        try
        {
            await using var db = await database.CreateDbContextAsync(cancellationToken);
            await using var state = await db.BeginReadingAsync(cancellationToken);
            await ReadAllAsync(db, cancellationToken);
        }
        finally
        {
            _update.Release();
        }
        await _words.LoadAsync(cancellationToken);
    }

    // Reading all claims leaves as much garbage as it leaves columns, and the collector of a server keeps its room for the next time, which is far off. A desk of few claims left too little to stop it for.
    private static void GiveBackRoom() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>The claims that a filter means, as they are stored now; null where the memory is not loaded. To be asked within <see cref="ReadAsync"/>.</summary>
    internal async Task<ClaimSelection?> SelectAsync(ClaimFilter filter, FilterScope scope, CancellationToken cancellationToken)
    {
        if (!IsLoaded) return null;
        await CatchUpAsync(scope.Db, cancellationToken);
        if (Known(filter, scope.Today) is { } known) return known;
        var tests = await FilterTests.OfAsync(filter, scope, _words, cancellationToken);
        return await ReadAsync(() => Known(filter, scope.Today) ?? Select(filter, scope.Today, tests), cancellationToken);
    }

    /// <summary>How many claims name each source, or each actor, as they are stored now; null where the memory is not loaded.</summary>
    internal async Task<RecordCounts?> CountRecordsAsync(bool sources, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        if (!IsLoaded) return null;
        await CatchUpAsync(db, cancellationToken);
        return await ReadAsync(() => sources ? _ofSources ??= RecordCounts.Of(_columns!, true) : _ofActors ??= RecordCounts.Of(_columns!, false), cancellationToken);
    }

    /// <summary>Reads while nothing changes, when its turn has come.</summary>
    internal async Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        _lock.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            _lock.ExitReadLock();
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _update.Dispose();
        _turns.Dispose();
        _lock.Dispose();
        _words.Dispose();
    }

    private ClaimSelection? Known(ClaimFilter filter, DateOnly today)
    {
        lock (_kept) return _kept.GetValueOrDefault(KeyOf(filter, today));
    }

    private ClaimSelection Select(ClaimFilter filter, DateOnly today, FilterTests tests)
    {
        var (key, made) = (KeyOf(filter, today), new ClaimSelection(_columns!, tests.On(_columns!)));
        lock (_kept)
        {
            if (!_kept.TryAdd(key, made)) return _kept[key];
            _order.Enqueue(key);
            if (_order.Count > SelectionsKept) _kept.Remove(_order.Dequeue());
        }
        return made;
    }

    // Order and page make no other selection.
    private SelectionKey KeyOf(ClaimFilter filter, DateOnly today) =>
        new(filter with { After = null, Sort = default, Size = ClaimFilter.UsualSize }, today, _version);

    private async Task ReadAllAsync(ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var columns = new ClaimColumns();
        var loader = new ClaimLoader(db, columns);
        var newest = await loader.NewestAsync(cancellationToken);
        await loader.ReserveAsync(newest.Claim, cancellationToken);
        for (var from = 0; from <= newest.Claim; from += ClaimsAtOnce) await loader.LoadAsync($"BETWEEN {from} AND {from + ClaimsAtOnce - 1}", cancellationToken);
        await loader.LoadArticlesAsync(0, cancellationToken);
        await loader.LoadOutletsAsync(cancellationToken);
        Change(() => (_columns, _applied) = (columns, newest));
        _words.Change([], newest.Claim);
        log.LogDebug("{Claims} claims are in memory, read in {Seconds:0.0} s", newest.Claim, clock.Elapsed.TotalSeconds);
    }

    private async Task CatchUpAsync(ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var newest = await new ClaimLoader(db, _columns!).NewestAsync(cancellationToken);
        if (newest == _applied) return;
        await _update.WaitAsync(cancellationToken);
        try
        {
            await using var state = await db.BeginReadingAsync(cancellationToken);
            await ApplyAsync(db, cancellationToken);
        }
        finally
        {
            _update.Release();
        }
    }

    private async Task ApplyAsync(ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var columns = _columns!;
        var loader = new ClaimLoader(db, columns);
        var (before, newest) = (_applied, await loader.NewestAsync(cancellationToken));
        if (newest == before) return;
        if (newest.Change - before.Change is < 0 or > ChangesKept)
        {
            await ReadAllAsync(db, cancellationToken);
            _words.Start();
            return;
        }
        var changed = newest.Change == before.Change ? [] : await loader.ChangedAsync(before.Change, newest.Change, cancellationToken);
        Change(() =>
        {
            foreach (var claim in changed) columns.Remove(claim);
            // Whatever breaks this off leaves the columns half changed: the next one is to read everything anew.
            _applied = new Applied(0, long.MinValue / 2, 0, 0);
            Wait(loader.LoadArticlesAsync(before.Article, CancellationToken.None));
            if (newest.Source != before.Source) Wait(loader.LoadOutletsAsync(CancellationToken.None));
            foreach (var some in changed.Where(id => id <= before.Claim).Chunk(5_000)) Wait(loader.LoadAsync($"IN ({string.Join(',', some)})", CancellationToken.None));
            for (var from = before.Claim + 1; from <= newest.Claim; from += ClaimsAtOnce)
                Wait(loader.LoadAsync($"BETWEEN {from} AND {Math.Min(newest.Claim, from + ClaimsAtOnce - 1)}", CancellationToken.None));
            _applied = newest;
            _words.Change(changed, newest.Claim);
        });
    }

    // A lock of threads can't be held over an await. The reads are short but after a large import, when who asks meanwhile waits for them.
    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private void Change(Action change)
    {
        _lock.EnterWriteLock();
        try
        {
            change();
        }
        finally
        {
            Forget();
            _lock.ExitWriteLock();
        }
    }

    private void Forget()
    {
        _version++;
        (_ofSources, _ofActors) = (null, null);
        lock (_kept)
        {
            _kept.Clear();
            _order.Clear();
        }
    }

    private sealed record SelectionKey(ClaimFilter Filter, DateOnly Today, long Version);
}
