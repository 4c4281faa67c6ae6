using ClaimsDesk.Evaluation.Measures;

namespace ClaimsDesk.Evaluation.Gold;

/// <summary>A claim with its spans as words.</summary>
public sealed class ComparedClaim
{
    private ComparedClaim(AnnotatedClaim claim, AnnotatedClaim? parent, ScoredText text)
    {
        Claim = claim;
        IsParentOptional = parent?.Optional == true;
        Content = Words(text, claim.Content);
        Cue = Words(text, claim.Cue);
        Source = Words(text, claim.Source);
        Names = ComparedName.OfAll(claim.SourceNames);
    }

    /// <summary>The claim.</summary>
    public AnnotatedClaim Claim { get; }

    /// <summary>Words of the content.</summary>
    public IReadOnlySet<int> Content { get; }

    /// <summary>Words of the cue.</summary>
    public IReadOnlySet<int> Cue { get; }

    /// <summary>Words of the source.</summary>
    public IReadOnlySet<int> Source { get; }

    /// <summary>Source names as they are compared.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether the claim that holds this one need not be found.</summary>
    public bool IsParentOptional { get; }

    /// <summary>All claims of a document in order of appearance.</summary>
    public static IReadOnlyList<ComparedClaim> Of(AnnotatedDocument document, ScoredText text)
    {
        ArgumentNullException.ThrowIfNull(document);
        var claims = document.Articles.SelectMany(article =>
        {
            var byId = article.Claims.ToDictionary(c => c.Id);
            return article.Claims.Select(c => new ComparedClaim(c, c.Parent is { } parent ? byId.GetValueOrDefault(parent) : null, text));
        });
        return [.. claims.OrderBy(c => c.Content.DefaultIfEmpty(0).Min()).ThenByDescending(c => c.Content.Count)];
    }

    /// <summary>Gold and predicted claims whose contents have a word F1 of at least 0.5, each once: the closest first, then by cue, by source, required before optional.</summary>
    public static IReadOnlyList<(ComparedClaim Gold, ComparedClaim Predicted, double F1)> Match(IReadOnlyList<ComparedClaim> gold, IReadOnlyList<ComparedClaim> predicted)
    {
        var candidates =
            from g in Enumerable.Range(0, gold.Count)
            from p in Enumerable.Range(0, predicted.Count)
            where gold[g].Content.Count > 0 && predicted[p].Content.Count > 0
            let f1 = Matching.F1(gold[g].Content, predicted[p].Content)
            where f1 >= .5
            select (Rank: (f1, Matching.F1(gold[g].Cue, predicted[p].Cue), Matching.F1(gold[g].Source, predicted[p].Source), !gold[g].Claim.Optional), g, p);
        return [.. Matching.Greedy(candidates).Select(pair => (gold[pair.Gold], predicted[pair.Predicted], Matching.F1(gold[pair.Gold].Content, predicted[pair.Predicted].Content)))];
    }

    private static HashSet<int> Words(ScoredText text, int[][] spans) => text.WordsTouchedBy(spans.Select(s => text.FromCodePoints(s[0], s[1])));
}
