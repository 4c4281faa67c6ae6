using System.Text.Json;

namespace ClaimsDesk.Evaluation.Gum;

/// <summary>A document of GUM with its attribution layer. Offsets are code points.</summary>
/// <param name="Text">The text.</param>
/// <param name="Attributions">Its attributions.</param>
public sealed record GumDocument(string Text, IReadOnlyList<GumAttribution> Attributions)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>All documents of a file, one a line.</summary>
    public static IReadOnlyList<GumDocument> ReadAll(string path) =>
        [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<GumDocument>(line, Options)!)];
}

/// <summary>An attribution as GUM marks it: a clause that tells, and what it tells.</summary>
/// <param name="Id">Its name in the document.</param>
/// <param name="Edu">The clause with source and cue.</param>
/// <param name="Source">The source phrase.</param>
/// <param name="SourceInEdu">Whether the source stands in that clause.</param>
/// <param name="Content">What is told.</param>
/// <param name="Parent">The innermost attribution whose content holds the clause.</param>
/// <param name="Depth">How deep it is nested; 0 is outermost.</param>
public sealed record GumAttribution(string Id, int[][] Edu, int[][] Source, bool SourceInEdu, int[][] Content, string? Parent, int Depth);
