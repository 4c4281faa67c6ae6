using System.Globalization;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;

namespace ClaimsDesk.Web.Exports;

/// <summary>Parts of a claim as text, for the formats that have nothing else.</summary>
internal static class ExportWords
{
    /// <summary><c>2024-08-06</c>.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>2026-11-25T14:05:00Z</c>.</summary>
    public static string? Moment(DateTime? moment) => moment?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>year</c>, <c>month</c> or <c>day</c>.</summary>
    public static string? Precision(PartialDate? date) => date switch
    {
        null => null,
        { Day: not null } => "day",
        { Month: not null } => "month",
        _ => "year",
    };

    /// <summary><c>10-25 30-44</c>.</summary>
    public static string Spans(IEnumerable<TextSpan> spans) =>
        string.Join(' ', spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}")));

    /// <summary><c>Daily Lantern › Reuters › two officials</c>; joint tellers with "and".</summary>
    public static string Chain(ClaimRecord claim) =>
        string.Join(" › ", claim.Chain.GroupBy(hop => hop.Position).Select(hops => string.Join(" and ", hops.Select(hop => hop.Name))));

    /// <summary><c>Reuters (reported) › two officials (said, as “the officials”, 10-22)</c>: every hop with its words and where they stand.</summary>
    public static string ChainInFull(ClaimRecord claim) => string.Join(" › ", claim.Chain.Select(InFull));

    /// <summary>"B · Usually reliable".</summary>
    public static string Reliability(ClaimRecord claim) =>
        claim.Reliability is { } grade ? $"{grade.Code()} · {grade.Label()}" : "not rated";

    /// <summary>"2 · Probably true".</summary>
    public static string Credibility(ClaimRecord claim) =>
        claim.Credibility is { } grade ? $"{grade.Code()} · {grade.Label()}" : "not rated";

    /// <summary>"rejected: the article does not say so".</summary>
    public static string Review(ClaimReview review) =>
        review == ClaimReview.Accepted ? "accepted: the article says so" : "rejected: the article does not say so";

    /// <summary>", by Ana Ruiz, 2026-11-25"; empty where nobody judged.</summary>
    public static string By(Judged? judged) => judged is null ? "" : $", by {judged.By}, {Day(DateOnly.FromDateTime(judged.At))}";

    /// <summary>The words on one line.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string InFull(RecordHop hop)
    {
        var words = new[]
        {
            hop.Cue,
            hop.Wording is { } wording && wording != hop.Name ? $"as “{wording}”" : null,
            hop.SourceSpans.Count > 0 ? Spans(hop.SourceSpans) : null,
            hop.CueSpans.Count > 0 ? $"cue {Spans(hop.CueSpans)}" : null,
        }.Where(word => word is not null).ToList();
        return words.Count == 0 ? hop.Name : $"{hop.Name} ({string.Join(", ", words)})";
    }
}
