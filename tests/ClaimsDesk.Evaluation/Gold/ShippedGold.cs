using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Extraction;

namespace ClaimsDesk.Evaluation.Gold;

/// <summary>The annotated texts that ship with the project.</summary>
public static class ShippedGold
{
    /// <summary>The folder that holds them.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "texts");

    /// <summary>The figures.</summary>
    public static Measurement Run(Extractor extractor) => AnnotatedTexts.Measure(extractor, "shipped gold", AnnotatedDocument.ReadAll(Folder), Folder);
}
