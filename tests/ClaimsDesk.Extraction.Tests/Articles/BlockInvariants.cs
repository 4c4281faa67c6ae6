using System.Diagnostics;
using ClaimsDesk.Extraction.Articles;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Articles;

/// <summary>What holds for the articles of any text, swept over the seeds, over seeds that were damaged, and over odd texts.</summary>
public class BlockInvariants
{
    public static TheoryData<string> OddTexts => new(
        "", " \r\n\t", "​‮", "word", "One short sentence.", "no end", "A\nB\nC", "\uD800", "•", "• \n•\n", "()", ":", "LISBON:", "© 2024", "Updated",
        "«»\r\r\n\n", "date 2024-08-11", "date 2024-08-11 X", string.Concat(Enumerable.Repeat("\"(", 5000)), new string('\n', 5000));

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void Hold_for_odd_texts(string text) => Check(text);

    [Fact]
    public void Hold_for_the_seeds_and_for_damaged_seeds()
    {
        foreach (var seed in SeedTexts.All)
        {
            foreach (var text in Damaged(seed)) Check(text);
        }
    }

    [Fact]
    public void Reading_the_text_of_an_article_again_gives_the_same_text()
    {
        foreach (var seed in SeedTexts.All)
        {
            var source = new SourceText(seed);
            foreach (var article in ArticleReader.Read(source, ExtractionContext.Unknown))
            {
                var once = new SourceText(ArticleText.Of(source, article));
                var again = ArticleReader.Read(once, ExtractionContext.Unknown);
                again.Should().ContainSingle();
                ArticleText.Of(once, again[0]).Should().Be(once.Value);
            }
        }
    }

    [Fact]
    public void Long_texts_take_time_in_line_with_their_length()
    {
        // A thousand times the usual; anything quadratic would take hours.
        string[] texts =
        [
            string.Concat(Enumerable.Repeat("The mill said on Monday it will close. ", 26_000)),
            new string('a', 1_000_000),
            string.Concat(Enumerable.Repeat("word ", 200_000)),
            string.Concat(Enumerable.Repeat("Read more about it\n", 50_000)),
            string.Concat(Enumerable.Range(0, 100_000).Select(i => $"Link {i} here\n")),
            string.Concat(Enumerable.Repeat("A headline about the mill\n5 August 2024\n", 20_000)),
            string.Concat(Enumerable.Repeat("The mill will close on Monday, its owner said to nobody in particular that day.\n", 12_000)),
            string.Concat(Enumerable.Repeat("LISBON: (AFP) Updated 5 August 2024 - ", 26_000)),
            new string('(', 1_000_000),
            string.Concat(Enumerable.Repeat(". ", 500_000)),
        ];
        foreach (var text in texts)
        {
            var watch = Stopwatch.StartNew();
            ArticleReader.Read(new SourceText(text), ExtractionContext.Unknown).Should().NotBeEmpty();
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60), "{0}… has {1} characters", text[..20], text.Length);
        }
    }

    private static IEnumerable<string> Damaged(string seed)
    {
        yield return seed;
        yield return seed.ReplaceLineEndings("\r\n");
        yield return seed.ReplaceLineEndings("\r");
        yield return seed.ReplaceLineEndings(" ");
        yield return seed.ToUpperInvariant();
        yield return seed.Replace(".", "", StringComparison.Ordinal);
        yield return seed.Replace(" ", " \u200B\u202E", StringComparison.Ordinal);
        yield return seed + "\n\n" + seed;
        yield return string.Join("\n\n\n", seed.Split('\n').Reverse());
        for (var cut = 1; cut < seed.Length; cut += 97) yield return seed[cut..] + seed[..cut];
    }

    private static void Check(string text)
    {
        var source = new SourceText(text);
        var articles = ArticleReader.Read(source, ExtractionContext.Unknown);
        var end = 0;
        foreach (var article in articles)
        {
            article.Segment.Start.Should().BeGreaterThanOrEqualTo(end);
            end = article.Segment.End;
            article.Segment.Contains(article.Body).Should().BeTrue();
            CheckBlocks(source, article);
            article.Furniture.Concat(article.Disclaimers).Should().BeSubsetOf(article.Blocks.Select(b => b.Span));
        }
        var covered = new bool[text.Length];
        foreach (var block in articles.SelectMany(a => a.Blocks)) covered.AsSpan(block.Span.Start, block.Span.Length).Fill(true);
        var unseen = text.Where((c, i) => IsVisible(c) && !covered[i]).Distinct();
        unseen.Except("•‣◦▪●■∙►–—|*-:").Should().BeEmpty("blocks hold every visible character but the marks before words");
    }

    private static void CheckBlocks(SourceText source, ExtractedArticle article)
    {
        var end = article.Segment.Start;
        foreach (var block in article.Blocks)
        {
            block.Span.IsEmpty.Should().BeFalse();
            block.Span.Start.Should().BeGreaterThanOrEqualTo(end, "blocks stand in reading order and do not overlap");
            end = block.Span.End;
            var words = source[block.Span];
            (IsVisible(words[0]) && IsVisible(words[^1])).Should().BeTrue("white space round a block is left out");
        }
        end.Should().BeLessThanOrEqualTo(article.Segment.End);
    }

    private static bool IsVisible(char c) => !char.IsWhiteSpace(c) && !char.IsControl(c)
        && System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format;
}
