namespace ClaimsDesk.Knowledge.Grading;

/// <summary>Assessments that one person made in one go, of one record or of many, and that can be taken back together.</summary>
public sealed class ChangeSet
{
    /// <summary>Key; later ones have greater ones.</summary>
    public int Id { get; private set; }

    /// <summary>Who made them.</summary>
    public required string PersonId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What was assessed.</summary>
    public required AssessmentScale Scale { get; init; }

    /// <summary>The change set that this one takes back; null for one that takes nothing back.</summary>
    public int? UndoesId { get; init; }

    /// <summary>Whether it was taken back.</summary>
    public bool IsUndone { get; set; }

    /// <summary>The assessments.</summary>
    public List<Assessment> Assessments { get; } = [];
}
