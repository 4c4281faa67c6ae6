using System.Globalization;

namespace ClaimsDesk.Evaluation.Measures;

/// <summary>Whether confidence means something: of what is given 0.8, eight in ten should be right.</summary>
public static class Calibration
{
    private const int Bins = 10;

    /// <summary>Ten bins (mean confidence in the detail, share right as the value) and the expected calibration error, in per cent.</summary>
    public static IEnumerable<Figure> Figures(string group, IReadOnlyList<(double Confidence, bool IsRight)> judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        var bins = judged.GroupBy(j => Math.Min(Bins - 1, (int)(j.Confidence * Bins))).OrderBy(b => b.Key).ToList();
        var error = bins.Sum(b => Math.Abs(b.Sum(j => j.IsRight ? 1 : 0) - b.Sum(j => j.Confidence))) / Math.Max(1, judged.Count);
        yield return new Figure(group, "expected calibration error", 100 * error, Guard.NotAbove, $"{judged.Count} claims, {Bins} bins");
        foreach (var bin in bins)
        {
            var right = bin.Count(j => j.IsRight);
            var name = string.Create(CultureInfo.InvariantCulture, $"right, of confidence {bin.Key / 10.0:F1} to {(bin.Key + 1) / 10.0:F1}");
            var detail = string.Create(CultureInfo.InvariantCulture, $"{right}/{bin.Count()}, mean confidence {100 * bin.Average(j => j.Confidence):F1}");
            yield return new Figure(group, name, 100.0 * right / bin.Count(), Guard.None, detail);
        }
    }
}
