namespace ClaimsDesk.Knowledge.Grading;

/// <summary>What came of an assessment. There is nothing else that can come of it.</summary>
public abstract record GradeResult
{
    private GradeResult() { }

    /// <summary>It is stored.</summary>
    /// <param name="Version">The version of the record now, for the next assessment.</param>
    public sealed record Saved(int Version) : GradeResult;

    /// <summary>It says what is so already; nothing was stored.</summary>
    public sealed record Unchanged : GradeResult;

    /// <summary>The person may not grade; nothing was stored.</summary>
    public sealed record NotAllowed : GradeResult;

    /// <summary>There is no such source or claim.</summary>
    public sealed record NotFound : GradeResult;

    /// <summary>The rationale is blank; nothing was stored.</summary>
    public sealed record NeedsRationale : GradeResult;

    /// <summary>Somebody else changed the record since it was read; nothing was stored.</summary>
    /// <param name="Mine">The code that was to be stored; null for not rated.</param>
    /// <param name="Theirs">The code that is stored now; null for not rated.</param>
    /// <param name="By">Who stored it; null when the last change was on another scale.</param>
    /// <param name="Rationale">Why.</param>
    /// <param name="Version">The version of the record now: with it, the same assessment can be made in full knowledge.</param>
    public sealed record Conflict(string? Mine, string? Theirs, string? By, string? Rationale, int Version) : GradeResult;
}
