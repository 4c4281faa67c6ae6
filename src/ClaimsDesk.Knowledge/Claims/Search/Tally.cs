using System.Linq.Expressions;
using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>How many claims of a filter have which values; the filter's own choice in the key that is counted does not matter.</summary>
internal abstract class Tally
{
    /// <summary>Further values are not even looked at: nobody reads on, and the number of further ones stays true up to it.</summary>
    protected const int MostRecords = 1_000;

    /// <summary>By a fixed value of the claim.</summary>
    public abstract Task<Tallied<T>> WordsAsync<T>(FilterKey<T> key, Expression<Func<Claim, T>> value);

    /// <summary>By the records that the claims name, the most frequent first; by those alone whose names contain the words, where there are any.</summary>
    public abstract Task<Tallied<int>> RecordsAsync(FilterKey<Pick> key, string? containing);

    /// <summary>Those that name no record.</summary>
    public abstract Task<int> NoneAsync(FilterKey<Pick> key, Pick none);

    /// <summary>By when they were said.</summary>
    public abstract Task<TalliedDays> SaidAsync();
}

/// <summary>Values with how many claims have each.</summary>
/// <param name="Counts">The values; none twice.</param>
/// <param name="IsPartial">Whether only the newest claims were counted.</param>
internal sealed record Tallied<T>(IReadOnlyList<(T Value, int Count)> Counts, bool IsPartial);

/// <summary>The days on which claims were said, and how many.</summary>
/// <param name="Days">From the first to the last day that it may have been.</param>
/// <param name="Undated">How many have no date.</param>
/// <param name="IsPartial">Whether only the newest claims were counted.</param>
internal sealed record TalliedDays(IReadOnlyList<(DateOnly First, DateOnly Last, int Count)> Days, int Undated, bool IsPartial);
