namespace ClaimsDesk.Knowledge.Claims;

/// <summary>
/// That a stored claim, its tellers or its actors were changed or deleted. Triggers write it, whoever changes; by it copies of the claims in
/// memory follow, in every process. That claims were added is seen from their keys.
/// </summary>
internal sealed class ClaimChange
{
    /// <summary>Key, in the order of the changes.</summary>
    public long Id { get; private set; }

    /// <summary>The claim.</summary>
    public int ClaimId { get; private set; }
}
