using ClaimsDesk.Evaluation.Gold;
using ClaimsDesk.Evaluation.Measures;
using ClaimsDesk.Evaluation.PolNear;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Evaluation;

/// <summary>The rulers themselves.</summary>
public sealed class MeasureTests
{
    [Fact]
    public void A_figure_falls_as_soon_as_it_is_printed_lower_and_error_as_soon_as_it_is_printed_higher()
    {
        var baseline = new Baseline(new Dictionary<string, IReadOnlyDictionary<string, double>>()).With([new Figure("g", "F1", 71.94), new Figure("g", "error", 5, Guard.NotAbove)]);

        baseline.Fallen([new Figure("g", "F1", 71.86), new Figure("g", "error", 5.04, Guard.NotAbove)]).Should().BeEmpty();
        baseline.Fallen([new Figure("g", "F1", 71.84)]).Should().ContainSingle();
        baseline.Fallen([new Figure("g", "error", 5.06, Guard.NotAbove)]).Should().ContainSingle();
        baseline.Fallen([new Figure("g", "F1", 71.0)], slack: 1).Should().BeEmpty();
    }

    [Fact]
    public void Attributions_match_by_half_of_their_words_and_a_word_of_the_source()
    {
        var text = new ScoredText("“The bridge is shut,” the mayor said. Nobody else did.");
        TextSpan At(string words) => new(text.Text.Value.IndexOf(words, StringComparison.Ordinal), text.Text.Value.IndexOf(words, StringComparison.Ordinal) + words.Length);
        var gold = new BratFile([new([At("the mayor")], [At("said")], [At("“The bridge is shut,”")])], []);
        PolNearScore Score(string source, string content)
        {
            var score = new PolNearScore();
            score.Add(text, gold, [new([At(source)], [At("said")], [At(content)])]);
            return score;
        }

        Score("mayor", "The bridge is shut").Claims.F1.Should().Be(100);
        Score("mayor", "The bridge is shut").ContentSpans.F1.Should().Be(100, "punctuation at the ends does not count");
        Score("mayor", "bridge is").Claims.F1.Should().Be(100);
        Score("mayor", "bridge").Claims.F1.Should().Be(0);
        Score("Nobody", "The bridge is shut").Claims.F1.Should().Be(0);
        Score("Nobody", "The bridge is shut").Contents.F1.Should().Be(100);
    }

    [Theory]
    [InlineData("The U.S. Army’s", "US army")]
    [InlineData("Prime Minister Göran Åkesson", "prime minister goran akesson")]
    public void Names_are_compared_without_case_accents_and_determiners(string one, string other) =>
        ComparedName.Of(one).Should().Be(ComparedName.Of(other));

    [Fact]
    public void Calibration_error_is_how_far_confidence_lies_from_what_is_right()
    {
        var judged = Enumerable.Range(0, 10).Select(i => (Confidence: 0.85, IsRight: i < 5)).ToList();

        Calibration.Figures("g", judged).First().Value.Should().BeApproximately(35, 1e-9);
    }
}
