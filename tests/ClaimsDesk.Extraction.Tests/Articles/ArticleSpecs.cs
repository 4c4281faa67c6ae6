using System.Globalization;
using ClaimsDesk.Extraction.Articles;
using ClaimsDesk.Extraction.Tests.Specs;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Articles;

/// <summary>Runs articles.md.</summary>
public class ArticleSpecs
{
    public static TheoryData<string> Names => new(SpecFile.Read("Articles/articles.md").Select(example => example.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Pages_are_read_as_specified(string name)
    {
        var example = SpecFile.Read("Articles/articles.md").Single(e => e.Name == name);
        var text = new SourceText(example.Given);
        var read = ArticleReader.Read(text, ExtractionContext.Unknown).SelectMany(article => Describe(text, article)).ToList();
        var asked = example.Expected.Select(line => line.Split([':', '|'], 2)[0].Trim()).ToHashSet();
        var fields = read.Where(line => line.Contains(" | ", StringComparison.Ordinal) || asked.Contains(line.Split(':')[0]) || line == "article").ToList();
        fields.Select((line, i) => Shortened(line, i < example.Expected.Count ? example.Expected[i] : "")).Should().Equal(example.Expected);
    }

    [Fact]
    public void A_date_that_the_importer_knows_wins_over_the_page()
    {
        var text = new SourceText("Mill closes\nUpdated 5 August 2024\nThe mill at Oster has ground its last flour, its owner said on Friday.");
        var article = ArticleReader.Read(text, new ExtractionContext(new DateOnly(2024, 8, 3)))[0];
        article.Published.Should().Be(new DateOnly(2024, 8, 3));
        article.Updated.Should().Be(new DateOnly(2024, 8, 5));
    }

    [Fact]
    public void The_text_of_an_article_is_its_running_text_without_dateline_and_furniture()
    {
        var text = new SourceText("Mill closes\nFollow\nOSTER: The mill has ground its last flour, its owner said.\nWHO WILL FOLLOW\nNobody will take over, he added on Friday.\nLeave a Reply");
        var article = ArticleReader.Read(text, ExtractionContext.Unknown)[0];
        ArticleText.Of(text, article).Should().Be("The mill has ground its last flour, its owner said.\nWHO WILL FOLLOW\nNobody will take over, he added on Friday.");
    }

    private static IEnumerable<string> Describe(SourceText text, ExtractedArticle article)
    {
        yield return "article";
        yield return $"title: {article.Title ?? "none"}";
        yield return $"published: {Day(article.Published)}";
        yield return $"updated: {Day(article.Updated)}";
        yield return $"byline: {article.Byline ?? "none"}";
        yield return $"place: {article.DatelinePlace ?? "none"}";
        yield return $"agencies: {(article.Agencies.Count == 0 ? "none" : string.Join(", ", article.Agencies))}";
        yield return $"publisher: {article.Publisher ?? "none"}";
        yield return $"translated by: {article.TranslatedBy ?? "none"}";
        foreach (var block in article.Blocks) yield return $"{block.Kind} | {text[block.Span].ReplaceLineEndings(" ")}";
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";

    // An expected line may end in "…" where the rest is clear.
    private static string Shortened(string read, string expected) =>
        expected.EndsWith('…') && read.StartsWith(expected[..^1], StringComparison.Ordinal) ? expected : read;
}
