using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.Gum;

/// <summary>
/// GUM's attributions: interviews, speeches, court, travel and others. A gold one is found when a claim's cue touches its clause, contents
/// share half of their words, and sources share a word. Recall is what counts, since GUM marks clauses only.
/// </summary>
public static class GumMeasure
{
    private const string Group = "GUM attribution";

    /// <summary>The figures; null where the corpus is absent.</summary>
    public static Measurement? Run(Extractor extractor, Corpora corpora)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        ArgumentNullException.ThrowIfNull(corpora);
        if (corpora.Find(Path.Combine("gum_attribution", "train_nonnews.jsonl")) is not { } file) return null;
        var scores = GumDocument.ReadAll(file).AsParallel().AsOrdered().Select(d => Score(extractor, d)).ToList();
        return new Measurement(
        [
            Figure.Share(Group, "recall", scores.Sum(s => s.Found), scores.Sum(s => s.Gold)),
            Figure.Share(Group, "recall of nested ones", scores.Sum(s => s.NestedFound), scores.Sum(s => s.Nested)),
            Figure.Share(Group, "right parent, of nested ones found", scores.Sum(s => s.ParentRight), scores.Sum(s => s.NestedFound)),
            Figure.Share(Group, "precision, at least", scores.Sum(s => s.Found), scores.Sum(s => s.Predicted)),
        ], [.. scores.SelectMany(s => s.Errors)]);
    }

    private sealed record DocumentScore(int Gold, int Predicted, int Found, int Nested, int NestedFound, int ParentRight, IReadOnlyList<string> Errors);

    private static DocumentScore Score(Extractor extractor, GumDocument document)
    {
        var text = new ScoredText(document.Text);
        var claims = extractor.Extract(text.Text, ExtractionContext.Unknown).Articles.SelectMany(a => a.Claims).ToList();
        var gold = document.Attributions;
        var given = claims.Select(c => (Content: text.WordsCutBy(c.Content), Source: text.WordsCutBy(c.Source))).ToList();
        var candidates = new List<(double, int, int)>();
        for (var g = 0; g < gold.Count; g++)
        {
            var content = text.WordsCutBy(Spans(text, gold[g].Content));
            var source = text.WordsCutBy(Spans(text, gold[g].Source));
            var clause = Spans(text, gold[g].Edu).ToList();
            for (var p = 0; p < claims.Count; p++)
            {
                var touches = claims[p].Cue.Count == 0 || claims[p].Cue.Any(cue => clause.Exists(cue.Overlaps));
                var agrees = !gold[g].SourceInEdu || source.Count == 0 || source.Overlaps(given[p].Source);
                if (touches && agrees && Matching.Jaccard(content, given[p].Content) is >= .5 and var overlap) candidates.Add((overlap, g, p));
            }
        }
        var matched = Matching.Greedy(candidates).ToDictionary(m => m.Gold, m => claims[m.Predicted]);
        var number = gold.Select((a, i) => (a.Id, i)).ToDictionary(a => a.Id, a => a.i);
        bool ParentIsRight(int g) => gold[g].Parent is { } parent && number.TryGetValue(parent, out var outer)
            && matched.TryGetValue(outer, out var holder) && matched[g].Parent == holder.Id;
        var nested = Enumerable.Range(0, gold.Count).Where(g => gold[g].Depth >= 1).ToList();
        var nestedFound = nested.Where(matched.ContainsKey).ToList();
        var errors = Enumerable.Range(0, gold.Count).Where(g => !matched.ContainsKey(g))
            .Select(g => $"GUM: MISS {(gold[g].Depth > 0 ? "nested " : "")}“{Words(text, gold[g].Edu)}” → “{Words(text, gold[g].Content)}”").ToList();
        return new DocumentScore(gold.Count, claims.Count, matched.Count, nested.Count, nestedFound.Count, nestedFound.Count(ParentIsRight), errors);
    }

    private static IEnumerable<TextSpan> Spans(ScoredText text, int[][] spans) => spans.Select(s => text.FromCodePoints(s[0], s[1]));

    private static string Words(ScoredText text, int[][] spans) => string.Join(" … ", Spans(text, spans).Select(s => text.Text[s].ReplaceLineEndings(" ")));
}
