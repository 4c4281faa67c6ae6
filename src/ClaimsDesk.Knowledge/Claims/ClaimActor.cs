using ClaimsDesk.Knowledge.Actors;

namespace ClaimsDesk.Knowledge.Claims;

/// <summary>What an actor is in a claim.</summary>
public enum ClaimActorPart
{
    /// <summary>The claim is about it.</summary>
    About,
    /// <summary>It is a place in the claim.</summary>
    Place,
}

/// <summary>An actor, or a place, that a claim's content speaks of.</summary>
public sealed class ClaimActor
{
    /// <summary>The claim.</summary>
    public int ClaimId { get; internal set; }

    /// <summary>The actor.</summary>
    public int ActorId { get; private set; }

    /// <summary>The actor.</summary>
    public Actor Actor { get; set; } = null!;

    /// <summary>What it is in the claim.</summary>
    public required ClaimActorPart Part { get; init; }

    /// <summary>Its place in the order of the text, from zero.</summary>
    public required int Position { get; init; }
}
