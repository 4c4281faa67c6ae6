using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Web.Claims;

namespace ClaimsDesk.Web.Tests;

public sealed class SaidBarsTests
{
    [Theory]
    [InlineData("2024-08-05", "2024-08-05=5")]
    [InlineData("2024-08-05 2024-08-07", "2024-08-05=5 2024-08-06=0 2024-08-07=5")]
    [InlineData("2024-08-01 2024-08-02 2024-08-10", "2024-08-01..2024-08-02=10 2024-08-03..2024-08-04=0 2024-08-05..2024-08-06=0 2024-08-07..2024-08-08=0 2024-08-09..2024-08-10=5")]
    [InlineData("2022-01 2023-12", "2022-01..2022-03=5 2022-04..2022-06=0 2022-07..2022-09=0 2022-10..2022-12=0 2023-01..2023-03=0 2023-04..2023-06=0 2023-07..2023-09=0 2023-10..2023-12=5")]
    public void Times_are_gathered_into_at_most_eight_bars_of_equal_length(string times, string bars)
    {
        var counted = times.Split(' ').Select(word => new TimeCount(Span(word), 5, false)).ToList();

        SaidBars.Of(counted).Select(bar => $"{bar.Time}={bar.Count}").Should().Equal(bars.Split(' '));
    }

    private static DateSpan Span(string word) => PartialDate.TryParse(word, out var date) ? DateSpan.Of(date) : throw new FormatException(word);
}
