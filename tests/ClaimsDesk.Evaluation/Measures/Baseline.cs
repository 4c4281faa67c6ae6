using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaimsDesk.Evaluation.Measures;

/// <summary>The figures that the code is held to: <c>baseline.json</c>, by group and name, as printed.</summary>
public sealed class Baseline(IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> figures)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The committed file.</summary>
    public static FileInfo File() => new(Repository.PathOf("tests", "ClaimsDesk.Evaluation", "baseline.json"));

    /// <summary>Reads the file; an absent one holds nothing.</summary>
    public static Baseline Load(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.Exists) return new(new Dictionary<string, IReadOnlyDictionary<string, double>>());
        var read = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(System.IO.File.ReadAllText(file.FullName))!;
        return new(read.ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, double>)g.Value));
    }

    /// <summary>The figure's number here; null where it has none.</summary>
    public double? Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figures.TryGetValue(figure.Group, out var group) && group.TryGetValue(figure.Name, out var value) ? value : null;
    }

    /// <summary>The figures that are worse than here by more than <paramref name="slack"/>, compared as they are printed.</summary>
    public IReadOnlyList<Figure> Fallen(IEnumerable<Figure> measured, double slack = 0) => [.. measured.Where(f => Of(f) is { } was && f.Guard switch
    {
        Guard.NotBelow => Printed(f.Value) < was - slack,
        Guard.NotAbove => Printed(f.Value) > was + slack,
        _ => false,
    })];

    /// <summary>This, with what was measured in place of what was there; groups that were not measured stay.</summary>
    public Baseline With(IEnumerable<Figure> measured)
    {
        var all = figures.ToDictionary(g => g.Key, g => g.Value);
        foreach (var group in measured.Where(f => f.Guard != Guard.None).GroupBy(f => f.Group))
            all[group.Key] = group.ToDictionary(f => f.Name, f => Printed(f.Value));
        return new(all);
    }

    /// <summary>Writes the file.</summary>
    public void Save(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var sorted = new SortedDictionary<string, IReadOnlyDictionary<string, double>>(figures.ToDictionary(), StringComparer.Ordinal);
        System.IO.File.WriteAllText(file.FullName, JsonSerializer.Serialize(sorted, Options) + "\n");
    }

    /// <summary>To one decimal, as the table prints it.</summary>
    public static double Printed(double value) => Math.Round(value, 1, MidpointRounding.ToEven);
}
