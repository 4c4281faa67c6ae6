using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Web.Claims.Facets;

namespace ClaimsDesk.Web.Tests.Claims;

public sealed class SaidBarsTests
{
    [Theory]
    [InlineData("2024-08-05", "2024-08-05=5")]
    [InlineData("2024-08-05 2024-08-07", "2024-08-05=5 2024-08-06=0 2024-08-07=5")]
    [InlineData("2024-08 2024-10", "2024-08=5 2024-09=0 2024-10=5")]
    public void Every_day_or_month_between_has_a_bar(string times, string bars)
    {
        var counted = times.Split(' ').Select(word => new TimeCount(Span(word), 5, false)).ToList();

        SaidBars.Of(counted).Select(bar => $"{bar.Time}={bar.Count}").Should().Equal(bars.Split(' '));
    }

    [Fact]
    public void Longer_times_are_gathered_into_bars_of_equal_length()
    {
        var bars = SaidBars.Of([new TimeCount(Span("2014-02"), 5, false), new TimeCount(Span("2024-01"), 5, true)]);

        bars.Should().HaveCount(24);
        bars[0].Time.ToString().Should().Be("2014-02..2014-06");
        bars[^1].Should().Be(new TimeCount(new DateSpan(new PartialDate(2023, 9), new PartialDate(2024, 1)), 5, true));
    }

    private static DateSpan Span(string word) => PartialDate.TryParse(word, out var date) ? DateSpan.Of(date) : throw new FormatException(word);
}
