using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;
using ClaimsDesk.Web.Claims.Words;

namespace ClaimsDesk.Web.Claims.List;

/// <summary>A value of a claim that one can filter by: what its element carries for "only" and "hide", and how it reads.</summary>
/// <param name="Key">The key of the address.</param>
/// <param name="Value">The value as the key takes it.</param>
/// <param name="Words">The value in words.</param>
public sealed record RowValue(string Key, string Value, string Words)
{
    /// <summary>When it was said.</summary>
    public static RowValue? Said(ClaimRow row) => row.SaidOn is { } said ? Day("said", said) : null;

    /// <summary>When what is claimed happened.</summary>
    public static RowValue? Happened(ClaimRow row) => row.EventDate is { } happened ? Day("happened", happened) : null;

    /// <summary>When the article was published.</summary>
    public static RowValue? Published(ClaimRow row) => row.Published is { } published ? Day("published", PartialDate.OfDay(published)) : null;

    /// <summary>What the source does.</summary>
    public static RowValue Act(ClaimRow row) => new("act", FilterWords.Word(row.Act), row.Act.Name());

    /// <summary>How it is worded.</summary>
    public static RowValue Quote(ClaimRow row) => new("quote", FilterWords.Word(row.Quote), row.Quote.Speech());

    /// <summary>That it is negated.</summary>
    public static RowValue Negated { get; } = new("negated", "true", "negated");

    /// <summary>That it is hedged.</summary>
    public static RowValue Hedged { get; } = new("hedged", "true", "hedged");

    /// <summary>Whether an editor let the reading stand or rejected it; null where nobody reviewed it.</summary>
    public static RowValue? Review(ClaimRow row) => row.Review is { } review ? new("review", FilterWords.Word(review), review == ClaimReview.Rejected ? "rejected as misread" : "accepted as read") : null;

    /// <summary>The effective reliability.</summary>
    public static RowValue Reliability(ClaimRow row) => new("reliability", row.Reliability?.Code() ?? None, $"reliability {row.Reliability?.Code() ?? "not rated"}");

    /// <summary>The credibility.</summary>
    public static RowValue Credibility(ClaimRow row) => new("credibility", row.Credibility?.Code() ?? None, $"credibility {row.Credibility?.Code() ?? "not rated"}");

    /// <summary>Where it stands.</summary>
    public static RowValue Status(ClaimRow row) => new("status", FilterWords.Word(row.Status), row.Status.Label());

    /// <summary>How sure the finder is: claims of at least that confidence, rounded down to a tenth.</summary>
    public static RowValue Confidence(ClaimRow row) => new("confidence", new ConfidenceSpan(Math.Floor(row.Confidence * 10) / 10, 1).ToString(),
        $"confidence {row.Confidence.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)}");

    /// <summary>The article.</summary>
    public static RowValue Article(ClaimRow row) => new("article", Number(row.ArticleId), row.ArticleTitle ?? "without a headline");

    /// <summary>The outlet, where it is known.</summary>
    public static RowValue? Outlet(ClaimRow row) => row is { OutletId: { } id, Outlet: { } name } ? new("outlet", Number(id), name) : null;

    /// <summary>A teller.</summary>
    public static RowValue Source(Teller teller) => new("source", Number(teller.SourceId), teller.Name);

    private const string None = "none";

    private static RowValue Day(string key, PartialDate date) => new(key, date.ToString(), DateWords.Of(date));

    private static string Number(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
