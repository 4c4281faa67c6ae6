using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction.Tests.Encoder;

/// <summary>The two encoders, loaded once for all tests.</summary>
internal static class Models
{
    // First, for the others are made from it.
    public static string ExactFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Encoder", "Exact");

    private static readonly Lazy<LanguageModel> LoadedShipped = new(() => LanguageModel.Load(LanguageModel.EnglishFolder));
    private static readonly Lazy<LanguageModel> LoadedExact = new(() => LanguageModel.Load(LanguageModel.EnglishFolder, Path.Combine(ExactFolder, "encoder.onnx")));

    public static LanguageModel Shipped => LoadedShipped.Value;

    public static LanguageModel Exact => LoadedExact.Value;
}
