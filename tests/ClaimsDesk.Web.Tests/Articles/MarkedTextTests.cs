using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Web.Articles;

namespace ClaimsDesk.Web.Tests.Articles;

/// <summary>Underlining claims in the text: nothing lost, nothing doubled, the innermost claim last.</summary>
public sealed class MarkedTextTests
{
    private const string Text = "Holm asked Greece for restraint, two sources said.";

    private static readonly ClaimMarks Outer = new(1, [At("Holm asked Greece for restraint")], [At("said")], [At("two sources")]);
    private static readonly ClaimMarks Inner = new(2, [At("Greece for restraint")], [At("asked")], [At("Holm")]);

    [Fact]
    public void A_claim_inside_a_claim_has_two_lines_and_is_named_last()
    {
        var runs = Cut(Inner, Outer);
        var inner = runs.Single(run => run.Span == At("Greece for restraint"));
        inner.Lines.Should().Be(2);
        inner.Content.Should().Equal(1, 2);
    }

    [Fact]
    public void Words_can_be_the_content_of_one_claim_and_the_source_of_another()
    {
        var holm = Cut(Outer, Inner).Single(run => run.Span == At("Holm"));
        holm.Content.Should().Equal(1);
        holm.Source.Should().Equal(2);
    }

    [Theory]
    [InlineData(0, 49)]
    [InlineData(8, 20)]
    [InlineData(31, 32)]
    [InlineData(5, 5)]
    public void The_runs_together_are_the_whole_line_in_order(int start, int end)
    {
        var runs = MarkedText.Cut(new TextSpan(start, end), [Outer, Inner]);
        string.Concat(runs.Select(run => run.Span.Of(Text))).Should().Be(Text[start..end]);
        runs.Should().NotContain(run => run.Span.IsEmpty);
    }

    [Fact]
    public void A_line_without_claims_is_one_plain_run() =>
        MarkedText.Cut(new TextSpan(0, Text.Length), []).Should().ContainSingle().Which.IsPlain.Should().BeTrue();

    private static IReadOnlyList<MarkedRun> Cut(params ClaimMarks[] claims) => MarkedText.Cut(new TextSpan(0, Text.Length), claims);

    private static TextSpan At(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
