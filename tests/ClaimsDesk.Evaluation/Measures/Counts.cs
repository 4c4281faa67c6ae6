using System.Globalization;

namespace ClaimsDesk.Evaluation.Measures;

/// <summary>Counts behind precision and recall.</summary>
/// <param name="Right">Predicted and wanted.</param>
/// <param name="Predicted">All that was predicted.</param>
/// <param name="Wanted">All that was wanted.</param>
public readonly record struct Counts(int Right, int Predicted, int Wanted)
{
    /// <summary>Per cent of the predicted that is right; nothing predicted and nothing wanted is perfect.</summary>
    public double Precision => Predicted > 0 ? 100.0 * Right / Predicted : Wanted == 0 ? 100 : 0;

    /// <summary>Per cent of the wanted that was found.</summary>
    public double Recall => Wanted > 0 ? 100.0 * Right / Wanted : Predicted == 0 ? 100 : 0;

    /// <summary>Their harmonic mean.</summary>
    public double F1 => Precision + Recall is > 0 and var sum ? 2 * Precision * Recall / sum : 0;

    /// <summary>"right/predicted/wanted".</summary>
    public string Detail => string.Create(CultureInfo.InvariantCulture, $"{Right}/{Predicted}/{Wanted}");

    /// <summary>The sums.</summary>
    public static Counts operator +(Counts a, Counts b) => new(a.Right + b.Right, a.Predicted + b.Predicted, a.Wanted + b.Wanted);

    /// <summary>The sums.</summary>
    public static Counts Add(Counts left, Counts right) => left + right;
}
