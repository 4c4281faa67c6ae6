namespace ClaimsDesk.Extraction.Tests.Claims;

/// <summary>One extractor for all tests: loading it takes longer than reading an example.</summary>
internal static class SharedExtractor
{
    private static readonly Lazy<Extractor> Loaded = new(Extractor.Load);

    public static Extractor Value => Loaded.Value;
}
