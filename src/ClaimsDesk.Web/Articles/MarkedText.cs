using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Web.Articles;

/// <summary>Where one claim stands in an article.</summary>
/// <param name="Id">The claim.</param>
/// <param name="Content">What is claimed.</param>
/// <param name="Cue">The reporting words.</param>
/// <param name="Source">Who is said to tell.</param>
public sealed record ClaimMarks(int Id, IReadOnlyList<TextSpan> Content, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Source);

/// <summary>A stretch of text over which the same claims hold.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Content">The claims whose content it is, the outermost first.</param>
/// <param name="Cue">The claims whose cue it is.</param>
/// <param name="Source">The claims whose source it is.</param>
public sealed record MarkedRun(TextSpan Span, IReadOnlyList<int> Content, IReadOnlyList<int> Cue, IReadOnlyList<int> Source)
{
    /// <summary>Whether no claim touches it.</summary>
    public bool IsPlain => Content.Count + Cue.Count + Source.Count == 0;

    /// <summary>How many claims' contents lie over one another here, up to three: more lines than that cannot be told apart.</summary>
    public int Lines => Math.Min(Content.Count, 3);
}

/// <summary>
/// Cuts text into runs at every edge of a claim's spans. Runs are flat and in order, so that claims that lie inside one another,
/// overlap or come in several pieces are all drawn the same way.
/// </summary>
public static class MarkedText
{
    /// <summary>The runs of <paramref name="within"/>; together they are the whole of it.</summary>
    public static IReadOnlyList<MarkedRun> Cut(TextSpan within, IReadOnlyList<ClaimMarks> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var here = claims.Where(claim => Spans(claim).Any(within.Overlaps)).ToList();
        var edges = here.SelectMany(Spans).SelectMany(span => new[] { span.Start, span.End })
            .Where(edge => edge > within.Start && edge < within.End)
            .Append(within.Start).Append(within.End)
            .Distinct().Order().ToList();
        var widestFirst = here.OrderByDescending(claim => claim.Content.Sum(span => span.Length)).ToList();
        return [.. edges.Zip(edges.Skip(1), (start, end) => Run(new TextSpan(start, end), widestFirst))];
    }

    private static MarkedRun Run(TextSpan span, List<ClaimMarks> claims) => new(span,
        Holding(span, claims, claim => claim.Content),
        Holding(span, claims, claim => claim.Cue),
        Holding(span, claims, claim => claim.Source));

    private static List<int> Holding(TextSpan span, List<ClaimMarks> claims, Func<ClaimMarks, IReadOnlyList<TextSpan>> part) =>
        [.. claims.Where(claim => part(claim).Any(held => held.Contains(span))).Select(claim => claim.Id)];

    private static IEnumerable<TextSpan> Spans(ClaimMarks claim) => claim.Content.Concat(claim.Cue).Concat(claim.Source);
}
