namespace ClaimsDesk.Evaluation.Measures;

/// <summary>What one measure says.</summary>
/// <param name="Figures">The numbers, in the order of the table.</param>
/// <param name="Errors">What was missed, found beside the mark or given wrong attributes, in words; empty where the measure lists none.</param>
public sealed record Measurement(IReadOnlyList<Figure> Figures, IReadOnlyList<string> Errors);
