using System.Buffers;
using System.Linq.Expressions;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Filters.Keys;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>Counted in memory: every claim, exactly.</summary>
internal sealed class MemoryTally(ClaimMemory memory, ClaimSelection selection, ClaimsDeskDb db, CancellationToken cancellationToken) : Tally
{
    public override Task<Tallied<T>> WordsAsync<T>(FilterKey<T> key, Expression<Func<Claim, T>> value) => memory.ReadAsync(() =>
    {
        var counts = selection.Once(key, () => selection.CountCodes(key, Column(key)));
        return new Tallied<T>([.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).Select(code => (Value<T>(code), counts[code]))], false);
    }, cancellationToken);

    public override async Task<Tallied<int>> RecordsAsync(FilterKey<Pick> key, string? containing)
    {
        var bearers = StoredTally.Bearers(key, containing, db) is { } found ? (await found.Distinct().ToListAsync(cancellationToken)).ToHashSet() : null;
        List<(int, int)> Counts() => Counted(key, counts => Most(counts, key == TellerKeys.Sources ? selection.Columns : null, bearers));
        return await memory.ReadAsync(() => new Tallied<int>(bearers is null ? selection.Once(key, Counts) : Counts(), false), cancellationToken);
    }

    public override Task<int> NoneAsync(FilterKey<Pick> key, Pick none) => memory.ReadAsync(() =>
    {
        var columns = selection.Columns;
        return key == ArticleKeys.Outlets ? selection.CountIf(key, id => columns.Outlet[id] == 0)
            : key == ContentKeys.Actors ? selection.CountIf(key, id => columns.About.Of(id).IsEmpty)
            : selection.CountIf(key, id => columns.Places.Of(id).IsEmpty);
    }, cancellationToken);

    public override Task<TalliedDays> SaidAsync() => memory.ReadAsync(() => selection.Once(TimeKeys.Said, selection.CountSaid), cancellationToken);

    private byte[] Column(FilterKey key)
    {
        var columns = selection.Columns;
        return key == TellerKeys.Kinds ? columns.Kind
            : key == ContentKeys.Acts ? columns.Act
            : key == ContentKeys.Quotes ? columns.Quote
            : key == GradeKeys.Reliabilities ? columns.Reliability
            : key == GradeKeys.Credibilities ? columns.Credibility
            : key == GradeKeys.Statuses ? columns.Status
            : throw new InvalidOperationException($"{key.Name} has no column.");
    }

    // A count a record is a megabyte and more, four times a page: it is used again, and not left to the collector of garbage.
    private List<(int, int)> Counted(FilterKey key, Func<ReadOnlySpan<int>, List<(int, int)>> read)
    {
        var columns = selection.Columns;
        var named = key == TellerKeys.Sources ? columns.Tellers : key == ContentKeys.Actors ? columns.About : key == ContentKeys.Places ? columns.Places : null;
        if (named is null && key != ArticleKeys.Outlets) throw new InvalidOperationException($"{key.Name} names no records.");
        var length = (named?.Greatest ?? columns.Carried.Length) + 1;
        var rented = ArrayPool<int>.Shared.Rent(length);
        try
        {
            var counts = rented.AsSpan(0, length);
            counts.Clear();
            if (named is null) selection.CountNumbers(key, columns.Outlet, counts);
            else selection.CountRecords(key, named, counts);
            return read(counts);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    // As a facet shows them: of the sources, those that carry articles are left to the outlets.
    private static List<(int, int)> Most(ReadOnlySpan<int> counts, ClaimColumns? sources, HashSet<int>? bearers)
    {
        var most = new PriorityQueue<int, (int Count, int Id)>(MostRecords + 1);
        for (var record = 1; record < counts.Length; record++)
        {
            var count = counts[record];
            if (count == 0 || (most.Count == MostRecords && counts[most.Peek()] >= count)) continue;
            if (sources is not null && (sources.UnknownOutlets.Contains(record) || (record < sources.Carried.Length && sources.Carried[record] > 0))) continue;
            if (bearers is not null && !bearers.Contains(record)) continue;
            most.Enqueue(record, (count, -record));
            if (most.Count > MostRecords) most.Dequeue();
        }
        return [.. most.UnorderedItems.Select(item => (item.Element, item.Priority.Count)).OrderByDescending(c => c.Count).ThenBy(c => c.Element)];
    }

    // The code is one more than the value; zero is none.
    private static T Value<T>(int code)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return code == 0 ? default! : (T)Enum.ToObject(type, code - 1);
    }
}
