using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;

namespace ClaimsDesk.Knowledge.Claims.Filters.Keys;

/// <summary>The keys that ask what people made of a claim.</summary>
internal static class GradeKeys
{
    public static readonly FilterKey<Reliability?> Reliabilities = KeyOf.Grade<Reliability?>("reliability", f => f.Reliability,
        (f, v) => f with { Reliability = v }, FilterWords.TryReadReliability, grade => grade?.Code(), grade => claim => claim.Reliability == grade,
        "A, B, C, D, E, F or none (not rated)");

    public static readonly FilterKey<Credibility?> Credibilities = KeyOf.Grade<Credibility?>("credibility", f => f.Credibility,
        (f, v) => f with { Credibility = v }, FilterWords.TryReadCredibility, grade => grade?.Code(), grade => claim => claim.Credibility == grade,
        "1, 2, 3, 4, 5, 6 or none (not rated)");

    public static readonly FilterKey<ClaimStatus> Statuses = KeyOf.Word<ClaimStatus>("status", f => f.Statuses, (f, v) => f with { Statuses = v },
        status => FilterWords.LowerFirst(status.Label()), status => claim => claim.Status == status);

    public static readonly FilterKey<ClaimReview?> Reviews = new("review")
    {
        Get = f => f.Reviews,
        Set = (f, v) => f with { Reviews = v },
        ReadValue = FilterWords.TryReadReview,
        WriteValue = review => review is { } known ? FilterWords.Word(known) : FilterWords.None,
        Fits = (review, _) => claim => claim.Review == review,
        Lead = "whose reading is",
        NotLead = "whose reading is not",
        InWords = (review, _) => review is { } known ? FilterWords.Word(known) : "not reviewed",
        NotInWords = review => review is { } known ? FilterWords.Word(known) : "unreviewed",
        Values = "accepted, rejected or none (not reviewed)",
    };
}
