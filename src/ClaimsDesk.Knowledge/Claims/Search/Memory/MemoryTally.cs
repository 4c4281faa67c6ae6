using System.Linq.Expressions;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Filters.Keys;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Claims.Search.Memory;

/// <summary>Counted in memory: every claim, exactly.</summary>
internal sealed class MemoryTally(ClaimMemory memory, ClaimSelection selection, ClaimsDeskDb db, CancellationToken cancellationToken) : Tally
{
    private TalliedDays? _said;

    public override Task<Tallied<T>> WordsAsync<T>(FilterKey<T> key, Expression<Func<Claim, T>> value) => Task.FromResult(memory.Read(() =>
    {
        var counts = selection.CountCodes(key, Column(key));
        return new Tallied<T>([.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).Select(code => (Value<T>(code), counts[code]))], false);
    }));

    public override async Task<Tallied<int>> RecordsAsync(FilterKey<Pick> key, string? containing)
    {
        var bearers = StoredTally.Bearers(key, containing, db) is { } found ? (await found.Distinct().ToListAsync(cancellationToken)).ToHashSet() : null;
        return memory.Read(() => new Tallied<int>(Most(Counts(key), key == TellerKeys.Sources ? selection.Columns : null, bearers), false));
    }

    public override Task<int> NoneAsync(FilterKey<Pick> key, Pick none) => Task.FromResult(memory.Read(() =>
    {
        var columns = selection.Columns;
        return key == ArticleKeys.Outlets ? selection.CountIf(key, id => columns.Outlet[id] == 0)
            : key == ContentKeys.Actors ? selection.CountIf(key, id => columns.About.Of(id).IsEmpty)
            : selection.CountIf(key, id => columns.Places.Of(id).IsEmpty);
    }));

    public override Task<TalliedDays> SaidAsync() => Task.FromResult(_said ??= memory.Read(selection.CountSaid));

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

    private int[] Counts(FilterKey key)
    {
        var columns = selection.Columns;
        return key == ArticleKeys.Outlets ? selection.CountNumbers(key, columns.Outlet, columns.Carried.Length)
            : key == TellerKeys.Sources ? selection.CountRecords(key, columns.Tellers)
            : key == ContentKeys.Actors ? selection.CountRecords(key, columns.About)
            : key == ContentKeys.Places ? selection.CountRecords(key, columns.Places)
            : throw new InvalidOperationException($"{key.Name} names no records.");
    }

    // As a facet shows them: of the sources, those that carry articles are left to the outlets.
    private static List<(int, int)> Most(int[] counts, ClaimColumns? sources, HashSet<int>? bearers)
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
        return [.. most.UnorderedItems.Select(item => (item.Element, counts[item.Element])).OrderByDescending(c => c.Item2).ThenBy(c => c.Element)];
    }

    // The code is one more than the value; zero is none.
    private static T Value<T>(int code)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return code == 0 ? default! : (T)Enum.ToObject(type, code - 1);
    }
}
