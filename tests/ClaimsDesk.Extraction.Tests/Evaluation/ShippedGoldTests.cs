using ClaimsDesk.Evaluation.Gold;
using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Extraction.Tests.Claims;

namespace ClaimsDesk.Extraction.Tests.Evaluation;

/// <summary>The annotated texts that ship: well formed, and read no worse than the committed baseline.</summary>
public sealed class ShippedGoldTests
{
    // Eight-bit arithmetic rounds differently on different processors: a claim or two of some 270 may change sides.
    private const double Slack = 1;

    public static TheoryData<string> Files => [.. AnnotatedDocument.ReadAll(ShippedGold.Folder).Select(d => d.File)];

    [Fact]
    public void Are_read_no_worse_than_the_baseline()
    {
        var figures = ShippedGold.Run(SharedExtractor.Value).Figures;
        var baseline = Baseline.Load(Baseline.File());

        figures.Where(f => f.Guard != Guard.None).Should().OnlyContain(f => baseline.Of(f) != null, "every guarded figure has a baseline");
        baseline.Fallen(figures, Slack).Should().BeEmpty();
    }

    [Fact]
    public void Are_many_and_some_hold_no_claim()
    {
        var documents = AnnotatedDocument.ReadAll(ShippedGold.Folder);

        documents.Should().HaveCountGreaterThanOrEqualTo(40);
        documents.Should().Contain(d => d.Articles.All(a => a.Claims.Count == 0));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Are_well_formed(string file)
    {
        var text = ScoredText.Read(Path.Combine(ShippedGold.Folder, file));
        var document = AnnotatedDocument.Parse(File.ReadAllText(Path.Combine(ShippedGold.Folder, Path.ChangeExtension(file, ".json"))));
        foreach (var article in document.Articles)
        {
            foreach (var span in article.Disclaimers.Concat(article.Furniture)) CheckSpan(span.Span, article, text);
            CheckSpan(article.Body!, article, text);
            foreach (var claim in article.Claims) CheckClaim(claim, article, text);
        }
        document.Articles.SelectMany(a => a.Claims).Select(c => c.Id).Should().OnlyHaveUniqueItems();
    }

    private static void CheckClaim(AnnotatedClaim claim, AnnotatedArticle article, ScoredText text)
    {
        claim.Content.Should().NotBeEmpty();
        foreach (var span in claim.Content.Concat(claim.Cue).Concat(claim.Source)) CheckSpan(span, article, text);
        claim.Content.Zip(claim.Content.Skip(1)).Should().NotContain(pair => pair.First[1] > pair.Second[0]);
        claim.SourceNames.Should().NotBeEmpty();
        claim.Chain[^1].Should().Be(claim.SourceNames[0]);
        claim.Anonymous.Should().Be(claim.SourceKind == "anonymous");
        claim.SourceKind.Should().BeOneOf("person", "organisation", "outlet", "anonymous", "document", "author", "unspecified");
        claim.Quote.Should().BeOneOf("direct", "indirect", "mixed");
        claim.Act.Should().BeOneOf("assertion", "denial", "no-comment", "demand", "threat", "assessment", "prediction", "question");
        if (claim.Parent is null) return;
        var parent = article.Claims.TakeWhile(c => c != claim).Should().Contain(c => c.Id == claim.Parent, "a parent comes before its children").Which;
        claim.Content.Should().OnlyContain(c => parent.Content.Any(p => p[0] <= c[0] && c[1] <= p[1]));
        parent.Chain.Should().Equal(claim.Chain.Take(parent.Chain.Count));
    }

    private static void CheckSpan(int[] span, AnnotatedArticle article, ScoredText text)
    {
        span.Should().HaveCount(2);
        span[0].Should().BeInRange(article.Segment![0], span[1] - 1);
        span[1].Should().BeLessThanOrEqualTo(article.Segment[1]);
        var words = text.Text[text.FromCodePoints(span[0], span[1])];
        words.Should().Be(words.Trim());
    }
}
