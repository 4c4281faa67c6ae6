using ClaimsDesk.Evaluation.Coreference;
using ClaimsDesk.Evaluation.Gold;
using ClaimsDesk.Evaluation.Gum;
using ClaimsDesk.Evaluation.Pages;
using ClaimsDesk.Evaluation.PolNear;
using ClaimsDesk.Extraction;

namespace ClaimsDesk.Evaluation.Measures;

/// <summary>Everything that is measured, in the order of the table.</summary>
public static class MeasureList
{
    private static readonly (string Name, Func<Extractor, Corpora, Measurement?> Run, string Needs)[] All =
    [
        ("gold", (extractor, _) => ShippedGold.Run(extractor), ""),
        ("seeds", AnnotatedTexts.Seeds, "the annotated seed texts (--seed-gold)"),
        ("polnear", PolNearMeasure.Run, "polnear/data/dev"),
        ("gum", GumMeasure.Run, "gum_attribution/train_nonnews.jsonl"),
        ("pages", PagesMeasure.Run, "html_pages"),
        ("coreference", CoreferenceMeasure.Run, "ud_english_gum_open"),
    ];

    /// <summary>The names that <c>--only</c> takes.</summary>
    public static IReadOnlyList<string> Names => [.. All.Select(m => m.Name)];

    /// <summary>Measures all, or those named. <paramref name="say"/> hears which could not be measured, and why.</summary>
    public static Measurement Run(Extractor extractor, Corpora corpora, IReadOnlyCollection<string> only, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var figures = new List<Figure>();
        var errors = new List<string>();
        foreach (var (name, run, needs) in All.Where(m => only.Count == 0 || only.Contains(m.Name)))
        {
            if (run(extractor, corpora) is not { } measured)
            {
                say($"Not measured: {name}. It needs {needs}, which is not here.");
                continue;
            }
            figures.AddRange(measured.Figures);
            errors.AddRange(measured.Errors);
        }
        return new Measurement(figures, errors);
    }
}
