namespace ClaimsDesk.Knowledge.Claims.Filters.Keys;

/// <summary>
/// The keys that ask when. A claim dated less precisely than the filter asks fits where it may fall on one of the days: one of "2024"
/// fits <c>2024-08</c>.
/// </summary>
internal static class TimeKeys
{
    public static readonly FilterKey<DateChoice> Said = KeyOf.Days("said", f => f.Said, (f, v) => f with { Said = v }, "said",
        claim => claim.SaidOn == null,
        (first, last) => claim => claim.SaidOn != null && claim.SaidFirst <= last && claim.SaidLast >= first);

    public static readonly FilterKey<DateChoice> Happened = KeyOf.Days("happened", f => f.Happened, (f, v) => f with { Happened = v }, "dated",
        claim => claim.EventDate == null,
        (first, last) => claim => claim.EventDate != null && claim.EventFirst <= last && claim.EventLast >= first);

    public static readonly FilterKey<DateChoice> Published = KeyOf.Days("published", f => f.Published, (f, v) => f with { Published = v }, "published",
        claim => claim.Published == DateOnly.MinValue,
        (first, last) => claim => claim.Published > DateOnly.MinValue && claim.Published <= last && claim.Published >= first);
}
