namespace ClaimsDesk.Knowledge.Audit;

/// <summary>What kind of record was changed.</summary>
public enum AuditSubject
{
    /// <summary>An article.</summary>
    Article,
    /// <summary>A claim.</summary>
    Claim,
    /// <summary>A source.</summary>
    Source,
    /// <summary>An account.</summary>
    Person,
    /// <summary>An import.</summary>
    ImportBatch,
    /// <summary>A saved view.</summary>
    SavedView,
    /// <summary>Claims that somebody took away.</summary>
    Export,
    /// <summary>A setting of the desk.</summary>
    Setting,
}

/// <summary>One change: who changed what, when, from what to what, and why. Never edited, never deleted.</summary>
public sealed class AuditEntry
{
    /// <summary>Key; later entries have greater ones.</summary>
    public long Id { get; private set; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who; null for ClaimsDesk itself.</summary>
    public string? PersonId { get; init; }

    /// <summary>The kind of record.</summary>
    public required AuditSubject Subject { get; init; }

    /// <summary>The record's key, as text.</summary>
    public required string SubjectId { get; init; }

    /// <summary>What about it changed: "outlet", "reliability", "role".</summary>
    public required string Field { get; init; }

    /// <summary>What it was; null for nothing.</summary>
    public string? Old { get; init; }

    /// <summary>What it became; null for nothing.</summary>
    public string? New { get; init; }

    /// <summary>Why, where a reason was given.</summary>
    public string? Why { get; init; }
}
