using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Grading;

namespace ClaimsDesk.Knowledge.Claims.Search;

/// <summary>Fixed values as they read in a list of choices.</summary>
public static class FacetWords
{
    /// <summary>"Unnamed", "Person", …</summary>
    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Anonymous => "Unnamed",
        SourceKind.Unspecified => "Nobody named",
        _ => kind.ToString(),
    };

    /// <summary>"Asserts", "Declines to comment", …</summary>
    public static string Of(ClaimAct act) => act switch
    {
        ClaimAct.Assertion => "Asserts",
        ClaimAct.Denial => "Denies",
        ClaimAct.NoComment => "Declines to comment",
        ClaimAct.Demand => "Demands or urges",
        ClaimAct.Threat => "Threatens or promises",
        ClaimAct.Assessment => "Judges",
        ClaimAct.Prediction => "Predicts",
        _ => "Asks",
    };

    /// <summary>"Quoted", "Partly quoted", "Indirect speech".</summary>
    public static string Of(QuoteKind quote) => quote switch
    {
        QuoteKind.Direct => "Quoted",
        QuoteKind.Mixed => "Partly quoted",
        _ => "Indirect speech",
    };

    /// <summary>"B · Usually reliable", "Not rated yet".</summary>
    public static string Of(Reliability? grade) => grade switch
    {
        null => "Not rated yet",
        Reliability.F => "F · Cannot be judged",
        { } known => $"{known.Code()} · {known.Label()}",
    };

    /// <summary>"2 · Probably true", "Not rated yet".</summary>
    public static string Of(Credibility? grade) => grade switch
    {
        null => "Not rated yet",
        Credibility.CannotBeJudged => "6 · Cannot be judged",
        { } known => $"{known.Code()} · {known.Label()}",
    };
}
