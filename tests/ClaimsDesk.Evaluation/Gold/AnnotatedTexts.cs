using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Contract;

namespace ClaimsDesk.Evaluation.Gold;

/// <summary>Texts whose articles and claims people have annotated.</summary>
public static class AnnotatedTexts
{
    /// <summary>The seed texts; null where their annotations are absent.</summary>
    public static Measurement? Seeds(Extractor extractor, Corpora corpora)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        if (corpora.SeedGold is not { Exists: true } folder) return null;
        return Measure(extractor, "seed texts", AnnotatedDocument.ReadAll(folder.FullName), Repository.PathOf("seeds"));
    }

    /// <summary>Extracts every annotated text and compares what <c>extract</c> would print.</summary>
    /// <param name="extractor">The extractor.</param>
    /// <param name="group">Name of the group of figures.</param>
    /// <param name="gold">The annotations.</param>
    /// <param name="texts">The folder of the texts.</param>
    public static Measurement Measure(Extractor extractor, string group, IReadOnlyList<AnnotatedDocument> gold, string texts)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        ArgumentNullException.ThrowIfNull(gold);
        var read = gold.AsParallel().AsOrdered().Select(document =>
        {
            var text = ScoredText.Read(Path.Combine(texts, document.File));
            return (Text: text, Found: AnnotatedDocument.Parse(ExtractionJson.Document(document.File, extractor.Extract(text.Text, ExtractionContext.Unknown))));
        }).ToList();
        var claims = new ClaimScore();
        var articles = new ArticleScore();
        foreach (var (document, (text, found)) in gold.Zip(read))
        {
            claims.Add(document, found, text);
            articles.Add(document, found, text);
        }
        return new Measurement([.. claims.Figures(group), .. articles.Figures(group)], claims.Errors);
    }
}
