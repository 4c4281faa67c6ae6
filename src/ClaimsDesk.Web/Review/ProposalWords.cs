using ClaimsDesk.Knowledge.Review;

namespace ClaimsDesk.Web.Review;

/// <summary>Differences of readings in words.</summary>
public static class ProposalWords
{
    /// <summary>What sort of difference it is.</summary>
    public static string Of(ProposalKind kind) => kind switch
    {
        ProposalKind.New => "New",
        ProposalKind.Changed => "Read otherwise",
        _ => "Gone",
    };

    /// <summary>What taking it does.</summary>
    public static string Accept(ProposalKind kind) => kind switch
    {
        ProposalKind.New => "Add the claim",
        ProposalKind.Changed => "Change the claim",
        _ => "Reject the claim",
    };
}
