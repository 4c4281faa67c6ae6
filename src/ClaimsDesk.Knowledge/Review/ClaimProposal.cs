using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;

namespace ClaimsDesk.Knowledge.Review;

/// <summary>What a newer extraction reads otherwise.</summary>
public enum ProposalKind
{
    /// <summary>It finds a claim that is not there.</summary>
    New,
    /// <summary>It reads a claim otherwise.</summary>
    Changed,
    /// <summary>It does not find a claim any more.</summary>
    Gone,
}

/// <summary>What people made of a proposal.</summary>
public enum ProposalState
{
    /// <summary>Nobody has decided.</summary>
    Open,
    /// <summary>It was taken.</summary>
    Accepted,
    /// <summary>It was turned down, and does not come back.</summary>
    Dismissed,
}

/// <summary>A difference between what is stored of an article and what a newer extraction reads in it. Nothing changes until an editor accepts it.</summary>
public sealed class ClaimProposal
{
    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>The article.</summary>
    public int ArticleId { get; init; }

    /// <summary>The article.</summary>
    public Article Article { get; init; } = null!;

    /// <summary>The claim that it is about; null for a new one.</summary>
    public int? ClaimId { get; set; }

    /// <summary>The claim that it is about.</summary>
    public Claim? Claim { get; init; }

    /// <summary>What is read otherwise.</summary>
    public required ProposalKind Kind { get; init; }

    /// <summary>The extraction that reads it so.</summary>
    public required string ExtractorVersion { get; init; }

    /// <summary>The claim as it is read now, in JSON (<see cref="ClaimReading"/>); null for one that is gone.</summary>
    public string? Reading { get; init; }

    /// <summary>Where it stands and what it says, by which it is known again (<see cref="ClaimReading.KeyOf"/>).</summary>
    public required string Key { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What people made of it.</summary>
    public ProposalState State { get; set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? DecidedAt { get; set; }
}
