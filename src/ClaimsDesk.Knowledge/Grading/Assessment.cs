namespace ClaimsDesk.Knowledge.Grading;

/// <summary>What an assessment is about.</summary>
public enum AssessmentScale
{
    /// <summary>How reliable a source is.</summary>
    Reliability,
    /// <summary>How reliable the sources of one claim are, in spite of what they are rated elsewhere.</summary>
    ReliabilityOverride,
    /// <summary>How credible a claim is.</summary>
    Credibility,
    /// <summary>Where a claim stands.</summary>
    Status,
    /// <summary>Whether the article says what the claim says it does.</summary>
    Review,
}

/// <summary>
/// One judgement by one person. Assessments are only ever added: a new one supersedes the one before it, and what was thought at any
/// earlier time can be asked for.
/// </summary>
public sealed class Assessment
{
    /// <summary>Key; later assessments have greater ones.</summary>
    public int Id { get; private set; }

    /// <summary>What is assessed.</summary>
    public required AssessmentScale Scale { get; init; }

    /// <summary>The source that is assessed, for <see cref="AssessmentScale.Reliability"/>.</summary>
    public int? SourceId { get; init; }

    /// <summary>The claim that is assessed, for the other scales.</summary>
    public int? ClaimId { get; init; }

    /// <summary>The code: <c>A</c>–<c>F</c>, <c>1</c>–<c>6</c> or the name of a status or review; null takes a grade back ("not rated").</summary>
    public string? Value { get; init; }

    /// <summary>Why; never blank.</summary>
    public required string Rationale { get; init; }

    /// <summary>The person who judged.</summary>
    public required string AssessorId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The assessment that this one replaces, or null for the first.</summary>
    public int? SupersedesId { get; init; }

    /// <summary>What it was made together with; null for those made before there were change sets.</summary>
    public int? ChangeSetId { get; private set; }
}
