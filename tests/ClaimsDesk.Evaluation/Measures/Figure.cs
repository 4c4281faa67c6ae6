namespace ClaimsDesk.Evaluation.Measures;

/// <summary>One measured number.</summary>
/// <param name="Group">What it was measured on: "PolNeAR dev".</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The number; per cent, but for what says otherwise.</param>
/// <param name="Guard">Which way it must not go.</param>
/// <param name="Detail">The counts behind it.</param>
public sealed record Figure(string Group, string Name, double Value, Guard Guard = Guard.NotBelow, string Detail = "")
{
    /// <summary>Precision, recall and F1 of <paramref name="counts"/>, as three figures, none of which may fall.</summary>
    public static IEnumerable<Figure> Of(string group, string name, Counts counts) =>
    [
        new(group, $"{name}, F1", counts.F1, Guard.NotBelow, counts.Detail),
        new(group, $"{name}, precision", counts.Precision),
        new(group, $"{name}, recall", counts.Recall),
    ];

    /// <summary>The share of <paramref name="of"/> that is right.</summary>
    public static Figure Share(string group, string name, int right, int of) =>
        new(group, name, of == 0 ? 100 : 100.0 * right / of, Guard.NotBelow, $"{right}/{of}");
}

/// <summary>Which way a figure must not go.</summary>
public enum Guard
{
    /// <summary>More is better.</summary>
    NotBelow,
    /// <summary>Less is better.</summary>
    NotAbove,
    /// <summary>It depends on the machine, or is there to be read only.</summary>
    None,
}
