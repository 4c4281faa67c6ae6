using System.Globalization;
using System.Text;

namespace ClaimsDesk.Evaluation.Measures;

/// <summary>The one table that is printed.</summary>
public static class FigureTable
{
    /// <summary>A line a figure: now, baseline, and the counts behind it.</summary>
    public static string Of(IReadOnlyList<Figure> figures, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(baseline);
        var table = new StringBuilder();
        string? group = null;
        foreach (var figure in figures)
        {
            if (figure.Group != group) table.Append(CultureInfo.InvariantCulture, $"{(group is null ? "" : "\n")}{figure.Group,-58}{"now",9}{"baseline",10}  counts\n");
            group = figure.Group;
            var was = baseline.Of(figure) is { } value ? value.ToString("F1", CultureInfo.InvariantCulture) : "";
            table.Append(string.Create(CultureInfo.InvariantCulture, $"  {figure.Name,-56}{figure.Value,9:F1}{was,10}  {figure.Detail}").TrimEnd()).Append('\n');
        }
        return table.ToString();
    }
}
