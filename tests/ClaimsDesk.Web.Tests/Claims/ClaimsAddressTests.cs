using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Web.Claims;
using ClaimsDesk.Web.Claims.List;

namespace ClaimsDesk.Web.Tests.Claims;

/// <summary>Everything that the claims page shows stands in its address.</summary>
public sealed class ClaimsAddressTests
{
    [Theory]
    [InlineData("claims")]
    [InlineData("claims?claim=12")]
    [InlineData("claims?source=3&kind=anonymous&after=40&claim=12")]
    [InlineData("claims?act=-denial&view=table&columns=claim,said,chain&saved=3&claim=12")]
    [InlineData("claims?q=a+b%26c&said=2024-08..2024-09")]
    public void An_address_that_was_read_is_written_the_same(string address) =>
        ClaimsAddress.Read("http://localhost/" + address).Address.ToString().Should().Be(address);

    [Fact]
    public void Opening_a_claim_keeps_the_list_where_it_is()
    {
        var (address, _) = ClaimsAddress.Read("http://localhost/claims?kind=anonymous&after=40");
        address.Open(7).ToString().Should().Be("claims?kind=anonymous&after=40&claim=7");
        address.Open(7).Open(null).Should().Be(address);
    }

    [Fact]
    public void A_saved_view_keeps_neither_the_open_claim_nor_the_place_in_the_list() =>
        ClaimsAddress.Read("http://localhost/claims?act=denial&after=40&size=20&view=table&saved=3&claim=12").Address.ViewQuery.Should().Be("act=denial&size=20&view=table");

    [Fact]
    public void A_column_is_chosen_and_left_out_again()
    {
        var layout = ListLayout.Reading.Toggle(ClaimColumn.Published);
        layout.Write().Should().Equal(("view", "table"), ("columns", "claim,source,said,act,outlet,published,reliability,credibility,status"));
        layout.Toggle(ClaimColumn.Claim).Columns.Should().Contain(ClaimColumn.Claim, "a row without its claim says nothing");
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_shown()
    {
        var (address, unread) = ClaimsAddress.Read("http://localhost/claims?kind=anonymous&claim=x&colour=red&view=heap&columns=said,smell");
        address.Layout.Should().Be(ListLayout.Reading);
        address.Claim.Should().BeNull();
        address.Filter.Kinds.Should().Equal(SourceKind.Anonymous);
        unread.Select(part => part.Key).Should().BeEquivalentTo("claim", "colour", "view", "columns");
        unread.Single(part => part.Key == "view").Why.Should().Be("“view=heap” was left out: “view” takes table or list.");
    }
}
