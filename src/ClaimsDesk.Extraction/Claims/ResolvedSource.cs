using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Who tells a claim.</summary>
/// <param name="Names">Canonical name first; joint sources each have theirs.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Count">Number of unnamed sources, where known.</param>
/// <param name="Affiliation">What it belongs to.</param>
/// <param name="Who">Its place in the cast, where it has one.</param>
internal sealed record ResolvedSource(IReadOnlyList<string> Names, SourceKind Kind, int? Count = null, string? Affiliation = null, Referent? Who = null)
{
    /// <summary>The name for nobody in particular.</summary>
    public const string Nobody = "unspecified";

    /// <summary>The author in his own voice: "I believe …" outside quotations.</summary>
    public static ResolvedSource Author { get; } = new(["author"], SourceKind.Author, 1);

    /// <summary>Nobody is named or described.</summary>
    public static ResolvedSource Unspecified { get; } = new([Nobody], SourceKind.Unspecified);
}
