namespace ClaimsDesk.Knowledge.Review;

/// <summary>Whether the article says what the claim says it does. It is about the reading, not about the world: see status and credibility.</summary>
public enum ClaimReview
{
    /// <summary>An editor has read it in its article, and it is as the claim says.</summary>
    Accepted,
    /// <summary>It is no claim, or another one. It is kept, so that no later extraction brings it back.</summary>
    Rejected,
}
