using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Data.FullText;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>
/// Which claims have a word or a phrase, kept: a text index lists the half of a million claims that have "of" in 60 ms (SQLite) to seconds
/// (PostgreSQL), a bit each takes 125 KB. What changes is asked anew, and nothing else.
/// </summary>
internal sealed class WordSets
{
    private const int BytesKept = 16 << 20, FewestKept = 16, MostStale = 5_000;

    // From so many claims on, words that so many of a sample have are read before anybody asks for them.
    private const int WarmFrom = 50_000, Sampled = 2_000, Common = Sampled / 20, MostWarmed = 80;

    private readonly Dictionary<string, WordSet> _kept = new(StringComparer.Ordinal);
    private long _asked, _changes;
    private int _newest;

    /// <summary>Whether nothing must be read to tell who has the words, but for what changed.</summary>
    public bool Knows(SearchTerm term)
    {
        lock (_kept) return _kept.ContainsKey(Key(term));
    }

    /// <summary>The claims that have the words.</summary>
    public async Task<KeySet> FindAsync(SearchTerm term, ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        var (known, newest, changes) = Known(term);
        if (known is not null && known.Newest == newest && known.Stale.Count == 0) return known.Claims;
        var claims = known?.Claims.Copy() ?? new KeySet(newest);
        if (known is null)
        {
            await db.ReadKeysAsync(db.ClaimsMatching(term), claims.Add, cancellationToken);
        }
        else
        {
            foreach (var claim in known.Stale) claims.Remove(claim);
            var (last, stale) = (known.Newest, known.Stale);
            await db.ReadKeysAsync(db.ClaimsMatching(term).Where(id => id > last), claims.Add, cancellationToken);
            if (stale.Count > 0) await db.ReadKeysAsync(db.ClaimsMatching(term).Where(id => EF.Parameter(stale).Contains(id)), claims.Add, cancellationToken);
        }
        Keep(term, claims, newest, changes);
        return claims;
    }

    /// <summary>Reads the words that many claims have, those of the newest claims being a sample.</summary>
    public async Task WarmAsync(ClaimsDeskDb db, CancellationToken cancellationToken)
    {
        if (_newest < WarmFrom) return;
        var texts = await db.Claims.AsNoTracking().OrderByDescending(c => c.Id).Take(Sampled).Select(c => new { c.Content, c.ToldBy }).ToListAsync(cancellationToken);
        var common = texts.SelectMany(t => SearchWords.Of($"{t.Content} {t.ToldBy}").Select(w => w.Folded).Distinct())
            .GroupBy(word => word, StringComparer.Ordinal).Where(word => word.Count() >= Common).OrderByDescending(word => word.Count()).Take(MostWarmed);
        foreach (var word in common) await FindAsync(new SearchTerm(SearchField.Claim, [word.Key], IsPrefix: false), db, cancellationToken);
    }

    /// <summary>Forgets everything; the claims up to this one are there.</summary>
    public void Clear(int newest)
    {
        lock (_kept)
        {
            _kept.Clear();
            (_newest, _changes) = (newest, _changes + 1);
        }
    }

    /// <summary>Claims changed, and those up to the newest were added.</summary>
    public void Change(IReadOnlyCollection<int> changed, int newest)
    {
        lock (_kept)
        {
            _newest = newest;
            if (changed.Count == 0) return;
            _changes++;
            foreach (var (key, set) in _kept.ToList())
            {
                if (set.Stale.Count + changed.Count > MostStale) _kept.Remove(key);
                else _kept[key] = set with { Stale = [.. set.Stale, .. changed] };
            }
        }
    }

    private (WordSet? Known, int Newest, long Changes) Known(SearchTerm term)
    {
        lock (_kept)
        {
            if (!_kept.TryGetValue(Key(term), out var known)) return (null, _newest, _changes);
            return (_kept[Key(term)] = known with { Asked = ++_asked }, _newest, _changes);
        }
    }

    private void Keep(SearchTerm term, KeySet claims, int newest, long changes)
    {
        lock (_kept)
        {
            // What changed while the database was asked: nobody knows whether it told the state before or after.
            if (newest != _newest || changes != _changes) return;
            _kept[Key(term)] = new WordSet(claims, newest, [], ++_asked);
            if (_kept.Count > Math.Max(FewestKept, BytesKept / Math.Max(1, newest / 8))) _kept.Remove(_kept.MinBy(set => set.Value.Asked).Key);
        }
    }

    private static string Key(SearchTerm term) => $"{term.Field} {string.Join(' ', term.Words)}{(term.IsPrefix ? "*" : "")}";

    private sealed record WordSet(KeySet Claims, int Newest, List<int> Stale, long Asked);
}
