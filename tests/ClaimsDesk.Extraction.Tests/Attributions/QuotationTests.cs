using ClaimsDesk.Extraction.Attributions;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Attributions;

public class QuotationTests
{
    [Theory]
    [InlineData("He said “yes” and \"no\".", "“yes”", "\"no\"")]
    [InlineData("''We won't,'' he said. ''Never.''", "''We won't,''", "''Never.''")]
    [InlineData("«Oui», „nein“ and “maybe\".", "«Oui»", "„nein“", "“maybe\"")]
    [InlineData("It's Greece's, isn't it?")]
    [InlineData("A mark \" alone.")]
    [InlineData("He said: “we never closed it", "“we never closed it")]
    public void Quotations_are_found_by_their_marks(string text, params string[] expected) =>
        Quotations.Find(text, [new TextSpan(0, text.Length)]).Select(q => q.Of(text)).Should().Equal(expected);

    [Fact]
    public void A_quotation_ends_with_its_block()
    {
        const string text = "“One\n“Two” three";

        Quotations.Find(text, [new TextSpan(0, 4), new TextSpan(5, text.Length)]).Select(q => q.Of(text)).Should().Equal("“One", "“Two”");
    }
}
