using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>The words for fixed values: in a URL, and in a sentence.</summary>
public static class FilterWords
{
    /// <summary>No grade, in a URL.</summary>
    internal const string None = "none";

    // What older links say for it.
    private const string Unrated = "unrated";

    /// <summary>The value as it stands in a URL: <c>no-comment</c>.</summary>
    public static string Word<T>(T value) where T : struct, Enum => Words<T>.Of[value];

    // A page of claims asks for thousands of them.
    private static class Words<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }

    /// <summary>Reads what <see cref="Word"/> writes, letter case aside.</summary>
    public static bool TryReadWord<T>(string text, out T value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (!string.Equals(Word(candidate), text.Trim().Replace(' ', '-'), StringComparison.OrdinalIgnoreCase)) continue;
            value = candidate;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>The kind of a source as it reads in a sentence about claims: "unnamed".</summary>
    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Anonymous => "unnamed",
        SourceKind.Unspecified => "nobody named",
        SourceKind.Person => "a named person",
        SourceKind.Organisation => "an organisation",
        SourceKind.Outlet => "an outlet",
        SourceKind.Agency => "an agency",
        SourceKind.Document => "a document",
        _ => "the author",
    };

    /// <summary>The act as it reads in a sentence about claims: "denials".</summary>
    public static string Of(ClaimAct act) => act switch
    {
        ClaimAct.Assertion => "assertions",
        ClaimAct.Denial => "denials",
        ClaimAct.NoComment => "refusals to comment",
        ClaimAct.Demand => "demands",
        ClaimAct.Threat => "threats or promises",
        ClaimAct.Assessment => "assessments",
        ClaimAct.Prediction => "predictions",
        _ => "questions",
    };

    /// <summary>The wording as it reads in a sentence about claims: "in direct speech".</summary>
    public static string Of(QuoteKind quote) => quote switch
    {
        QuoteKind.Direct => "quoted",
        QuoteKind.Mixed => "partly quoted",
        _ => "in indirect speech",
    };

    /// <summary>Reads a grade: <c>A</c> to <c>F</c>, or <c>unrated</c>, which is null.</summary>
    public static bool TryReadReliability(string text, out Reliability? grade)
    {
        grade = null;
        if (IsUnrated(text)) return true;
        if (!TryReadWord<Reliability>(text, out var known)) return false;
        grade = known;
        return true;
    }

    internal static bool TryReadCredibility(string text, out Credibility? grade)
    {
        grade = null;
        if (IsUnrated(text)) return true;
        foreach (var known in Enum.GetValues<Credibility>())
        {
            if (known.Code() != text.Trim()) continue;
            grade = known;
            return true;
        }
        return false;
    }

    /// <summary>Reads what came of a review: <c>accepted</c>, <c>rejected</c>, or <c>none</c>, which is null.</summary>
    public static bool TryReadReview(string text, out ClaimReview? review)
    {
        review = null;
        if (IsNone(text)) return true;
        if (!TryReadWord<ClaimReview>(text, out var known)) return false;
        review = known;
        return true;
    }

    internal static bool IsNone(string text) => text.Trim().Equals(None, StringComparison.OrdinalIgnoreCase);

    private static bool IsUnrated(string text) => IsNone(text) || text.Trim().Equals(Unrated, StringComparison.OrdinalIgnoreCase);

    internal static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    internal static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
