using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Web.Articles;

namespace ClaimsDesk.Web.Tests.Articles;

/// <summary>How the lines of an article are set.</summary>
public sealed class TextPartTests
{
    [Fact]
    public void Bullets_and_furniture_are_gathered_a_dateline_joins_its_paragraph_and_the_headline_stands_elsewhere() =>
        Shape(BlockKind.Headline, BlockKind.Caption, BlockKind.Furniture, BlockKind.Reprint, BlockKind.Bullet, BlockKind.Bullet,
                BlockKind.Dateline, BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.CrossHeading, BlockKind.Disclaimer)
            .Should().Equal("Fold 3", "List 2", "Paragraph 2", "Paragraph 1", "Heading 1", "Disclaimer 1");

    [Fact]
    public void What_stands_between_two_folds_keeps_them_apart() =>
        Shape(BlockKind.Furniture, BlockKind.Paragraph, BlockKind.Furniture).Should().Equal("Fold 1", "Paragraph 1", "Fold 1");

    private static IEnumerable<string> Shape(params BlockKind[] kinds) =>
        TextPart.Gather(kinds.Select((kind, i) => new ArticleBlock(kind, new TextSpan(i * 10, (i * 10) + 5)))).Select(part => $"{part.Kind} {part.Blocks.Count}");
}
