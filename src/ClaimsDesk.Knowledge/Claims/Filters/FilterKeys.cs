using ClaimsDesk.Knowledge.Claims.Filters.Keys;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>All keys of a filter.</summary>
internal static class FilterKeys
{
    public const string Order = "sort", After = "after", Size = "size";

    /// <summary>The keys that choose claims, in the order of the URL and of the sentence.</summary>
    public static readonly IReadOnlyList<FilterKey> All =
    [
        ContentKeys.Words,
        TellerKeys.Sources, TellerKeys.Kinds, TellerKeys.Chain, TellerKeys.Ends, TellerKeys.Affiliations,
        ContentKeys.Actors, ContentKeys.Places, ContentKeys.Acts, ContentKeys.Quotes, ContentKeys.Negated, ContentKeys.Hedged,
        ArticleKeys.Outlets, ArticleKeys.Articles, ArticleKeys.Batches,
        GradeKeys.Reliabilities, GradeKeys.Credibilities, GradeKeys.Statuses, GradeKeys.Reviews,
        FinderKeys.Confidence,
        TimeKeys.Said, TimeKeys.Happened, TimeKeys.Published,
    ];

    /// <summary>The key of that name; null where no key that chooses claims is called so.</summary>
    public static FilterKey? Named(string name) => All.FirstOrDefault(key => key.Name == name);
}
