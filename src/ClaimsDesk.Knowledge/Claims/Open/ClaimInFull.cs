using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Copies;
using ClaimsDesk.Knowledge.Grading;

namespace ClaimsDesk.Knowledge.Claims.Open;

/// <summary>One claim with everything that is known of it.</summary>
public sealed record ClaimInFull
{
    /// <summary>The claim as lists show it.</summary>
    public required ClaimRow Claim { get; init; }

    /// <summary>The version to give with an assessment.</summary>
    public required int Version { get; init; }

    /// <summary>The words around it.</summary>
    public required Passage Passage { get; init; }

    /// <summary>How many the claim's own source is, where stated.</summary>
    public required int? SourceCount { get; init; }

    /// <summary>What the claim's own source belongs to.</summary>
    public required string? Affiliation { get; init; }

    /// <summary>Whom it is about.</summary>
    public required IReadOnlyList<ActorLink> About { get; init; }

    /// <summary>Which places it speaks of.</summary>
    public required IReadOnlyList<ActorLink> Places { get; init; }

    /// <summary>Why it has the reliability it has.</summary>
    public required ReliabilityReason Reliability { get; init; }

    /// <summary>The words elsewhere in the article that say who the source is; null where its own words do.</summary>
    public required string? NamedAs { get; init; }

    /// <summary>The claim in whose content it lies.</summary>
    public required ClaimRow? Parent { get; init; }

    /// <summary>The claims in its content, in the order of the text.</summary>
    public required IReadOnlyList<ClaimRow> Children { get; init; }

    /// <summary>Headlines, bullets and second printings in the same article that say much the same.</summary>
    public required IReadOnlyList<Reprint> AlsoToldAs { get; init; }

    /// <summary>The articles of the same origin that carry it; null where its own article alone does.</summary>
    public required ClaimCarriers? Carriers { get; init; }

    /// <summary>The import that brought it.</summary>
    public required BatchLink Batch { get; init; }

    /// <summary>The changes since, newest first.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }
}

/// <summary>An actor to link to.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What sort of thing it is.</param>
public sealed record ActorLink(int Id, string Name, ActorKind Kind);

/// <summary>An import to link to.</summary>
/// <param name="Id">The import.</param>
/// <param name="Name">What it is called.</param>
/// <param name="At">When it brought the text, UTC.</param>
public sealed record BatchLink(int Id, string Name, DateTime At);

/// <summary>A line elsewhere in the article that says much the same as a claim.</summary>
/// <param name="Kind">What the line is.</param>
/// <param name="Text">Its words.</param>
public sealed record Reprint(BlockKind Kind, string Text);
