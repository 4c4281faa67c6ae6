using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Web.Claims.Filters;

namespace ClaimsDesk.Web.Tests.Claims;

/// <summary>The form holds one value a key; the address may hold several, and loses none that the form did not touch.</summary>
public sealed class MoreFiltersFormTests
{
    private static readonly ClaimFilter Filter = ClaimFilterUrl.Read("q=a&q=b&said=2024-08&said=2023&kind=anonymous&kind=person&actor=5&after=9").Filter;

    [Fact]
    public void A_form_that_was_left_alone_changes_nothing_but_the_page() =>
        MoreFiltersForm.Of(Filter).Onto(Filter).Should().Be(Filter.FromStart());

    [Fact]
    public void A_field_that_was_changed_replaces_its_key()
    {
        var form = MoreFiltersForm.Of(Filter);
        (form.Words, form.UnnamedOnly, form.Said.To, form.Place) = (" c ", false, "2024-09", "Finland");
        form.Onto(Filter).ToQuery().Should().Be("q=c&kind=person&actor=5&place=Finland&said=2024-08..2024-09");
    }

    [Theory]
    [InlineData("2024-13", null)]
    [InlineData("yesterday", null)]
    [InlineData("2024-09", "2024-08")]
    public void A_date_that_cannot_be_is_named(string? from, string? to) =>
        new MoreFiltersForm { Said = new DateRange { From = from, To = to } }.Problem.Should().StartWith("Said:");

    [Theory]
    [InlineData("7d", "said=-2024&said=7d")]
    [InlineData("none", "said=-2024&said=none")]
    [InlineData("", "said=-2024")]
    public void The_last_days_and_no_date_stand_in_the_first_field(string from, string query)
    {
        var filter = ClaimFilterUrl.Read("said=30d&said=-2024").Filter;
        var form = MoreFiltersForm.Of(filter);
        form.Said.From.Should().Be("30d");
        form.Said.From = from;
        form.Problem.Should().BeNull();
        form.Onto(filter).ToQuery().Should().Be(query);
    }

    [Fact]
    public void Dates_of_any_precision_will_do() =>
        new MoreFiltersForm { Said = new DateRange { From = "2024", To = "2024-08-05" } }.Problem.Should().BeNull();
}
