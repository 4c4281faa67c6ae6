using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Extraction.Contract;

/// <summary>The words that <c>extract</c> prints for the terms of a claim. They are fixed: others read them.</summary>
internal static class ContractWords
{
    /// <summary>A wire service is an outlet to readers of the contract.</summary>
    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Person => "person",
        SourceKind.Organisation => "organisation",
        SourceKind.Outlet or SourceKind.Agency => "outlet",
        SourceKind.Anonymous => "anonymous",
        SourceKind.Document => "document",
        SourceKind.Author => "author",
        SourceKind.Unspecified => "unspecified",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(QuoteKind quote) => quote switch
    {
        QuoteKind.Direct => "direct",
        QuoteKind.Mixed => "mixed",
        QuoteKind.Indirect => "indirect",
        _ => throw new ArgumentOutOfRangeException(nameof(quote), quote, null),
    };

    public static string Of(ClaimAct act) => act switch
    {
        ClaimAct.Assertion => "assertion",
        ClaimAct.Denial => "denial",
        ClaimAct.NoComment => "no-comment",
        ClaimAct.Demand => "demand",
        ClaimAct.Threat => "threat",
        ClaimAct.Assessment => "assessment",
        ClaimAct.Prediction => "prediction",
        ClaimAct.Question => "question",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    public static string Of(ActorKind kind) => kind switch
    {
        ActorKind.Person => "person",
        ActorKind.Organisation => "organisation",
        ActorKind.State => "state",
        ActorKind.ArmedGroup => "armed group",
        ActorKind.Outlet => "outlet",
        ActorKind.Place => "place",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
