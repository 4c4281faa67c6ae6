using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Data.FullText;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>
/// The words of contents and tellers in memory: what has a word, a beginning or a phrase is listed in milliseconds however frequent it
/// is, where the text index of a million claims takes 60 ms (SQLite) to seconds (PostgreSQL, which visits each row). Until they are read,
/// and of contexts and articles, the database tells it.
/// </summary>
internal sealed class ClaimWords(IDbContextFactory<ClaimsDeskDb> database, ILogger log) : IDisposable
{
    // More claims than these whose text changed are not looked at one by one: all are read anew.
    private const int MostEdited = 5_000;
    private const int ReadAtOnce = 5_000;

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _update = new(1, 1);
    private readonly Lock _lock = new();
    private ReadWords? _read;

    // What changed and was not looked at again; and the newest claim that anybody may ask for.
    private HashSet<int> _changed = [];
    private int _newest;

    /// <summary>Whether it can tell which claims have the words.</summary>
    public bool Knows(SearchTerm term) => term.Field is SearchField.Claim or SearchField.Content or SearchField.Teller && Volatile.Read(ref _read) is not null;

    /// <summary>The claims that have the words; null where it does not know.</summary>
    public async Task<KeySet?> FindAsync(SearchTerm term, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        if (!Knows(term)) return null;
        await CatchUpAsync(db, cancellationToken);
        lock (_lock) return _read?.Find(term);
    }

    /// <summary>Reads the words of all claims.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _update.WaitAsync(cancellationToken);
        try
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            lock (_lock) (_read, _changed) = (null, []);
            await using var db = await database.CreateDbContextAsync(cancellationToken);
            await using var state = await db.BeginReadingAsync(cancellationToken);
            var words = new ReadWords();
            await AddAsync(words, await db.Claims.MaxAsync(c => (int?)c.Id, cancellationToken) ?? 0, db, cancellationToken);
            words.Trim();
            lock (_lock) _read = words;
            log.LogDebug("The words of the claims are in memory, read in {Seconds:0.0} s", clock.Elapsed.TotalSeconds);
        }
        finally
        {
            _update.Release();
        }
    }

    /// <summary>Begins to read all of them anew, and returns at once.</summary>
    public void Start() => _ = Task.Run(async () =>
    {
        try
        {
            await LoadAsync(_stop.Token);
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The desk stops.
        }
        catch (Exception e)
        {
            log.LogError(e, "The words of the claims could not be read into memory; the database answers, more slowly");
        }
    });

    /// <summary>Claims changed or went, and those up to the newest were added.</summary>
    public void Change(IReadOnlyCollection<int> changed, int newest)
    {
        lock (_lock)
        {
            _newest = newest;
            _changed.UnionWith(changed);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _update.Dispose();
    }

    private async Task CatchUpAsync(ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_read is null || (_read.Newest >= _newest && _changed.Count == 0)) return;
        }
        await _update.WaitAsync(cancellationToken);
        try
        {
            ReadWords? read;
            HashSet<int> changed;
            lock (_lock)
            {
                (read, changed) = (_read, _changed);
                _changed = [];
            }
            if (read is null) return;
            try
            {
                await ChangeAsync(read, changed, db, cancellationToken);
                await AddAsync(read, Volatile.Read(ref _newest), db, cancellationToken);
            }
            catch
            {
                lock (_lock) _changed.UnionWith(changed);
                throw;
            }
            if (read.Edited <= MostEdited) return;
            lock (_lock) _read = null;
            Start();
        }
        finally
        {
            _update.Release();
        }
    }

    private async Task ChangeAsync(ReadWords read, IEnumerable<int> changed, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        foreach (var some in changed.Where(claim => claim <= read.Newest).Chunk(ReadAtOnce))
        {
            var texts = await Texts(db.Claims.Where(c => EF.Parameter(some).Contains(c.Id))).ToListAsync(cancellationToken);
            lock (_lock) texts.ForEach(text => read.Change(text.Claim, text.Content, text.ToldBy));
        }
    }

    // Part by part: a million texts at once are read faster than their garbage is collected.
    private async Task AddAsync(ReadWords read, int newest, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        while (read.Newest < newest)
        {
            var last = read.Newest;
            var texts = await Texts(db.Claims.Where(c => c.Id > last && c.Id <= newest)).Take(ReadAtOnce).ToListAsync(cancellationToken);
            lock (_lock)
            {
                texts.ForEach(text => read.Add(text.Claim, text.Content, text.ToldBy));
                // The last ones may be gone again.
                if (texts.Count < ReadAtOnce) read.Newest = newest;
            }
        }
    }

    private static IQueryable<ClaimText> Texts(IQueryable<Claim> claims) => claims.OrderBy(c => c.Id).Select(c => new ClaimText(c.Id, c.Content, c.ToldBy));

    private sealed record ClaimText(int Claim, string Content, string ToldBy);
}
