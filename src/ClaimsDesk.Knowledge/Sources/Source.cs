using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Grading;

namespace ClaimsDesk.Knowledge.Sources;

/// <summary>
/// Whoever is said to tell: the claimant, or a teller on the way. A source with a name of its own is shared by all articles in which the
/// same name and kind occur. One without ("two senior Greek sources", a report nobody names) belongs to the article that speaks of it.
/// </summary>
public sealed class Source
{
    /// <summary>The name of the outlet of an article whose outlet nobody knows.</summary>
    public const string UnknownOutlet = "article";

    /// <summary>The name of the source of a claim that nobody in particular tells.</summary>
    public const string Nobody = "unspecified";

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>What sort of source it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>Its name, or its wording where it has none.</summary>
    public required string Name { get; init; }

    /// <summary><see cref="Name"/> as names are compared (<see cref="NameKey"/>).</summary>
    public required string NameKey { get; init; }

    /// <summary>The article it belongs to; null for a source that articles share.</summary>
    public int? ArticleId { get; private set; }

    /// <summary>The article it belongs to; null for a source that articles share.</summary>
    public Articles.Article? Article { get; init; }

    /// <summary>What an unnamed source belongs to: "Greece", "close to Harvest".</summary>
    public string? Affiliation { get; set; }

    /// <summary>How many they are, where the text says so.</summary>
    public int? Count { get; set; }

    /// <summary>The grade of the latest assessment; null is <em>not rated yet</em>.</summary>
    public Reliability? Reliability { get; private set; }

    /// <summary>Counts the edits; whoever saves must have seen the last one.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it has no name: an informant, or nobody at all.</summary>
    public bool IsUnnamed => Kind is SourceKind.Anonymous or SourceKind.Unspecified;

    internal void Rate(Reliability? grade)
    {
        Reliability = grade;
        Version++;
    }
}
