using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Language;

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

    [Theory]
    [InlineData("‘We don’t know,’ she said. ‘Nobody does.’", "‘We don’t know,’", "‘Nobody does.’")]
    [InlineData("'We don't know,' she said. 'Nobody does.'", "'We don't know,'", "'Nobody does.'")]
    [InlineData("He called it ‘absurd’ and them ‘cowards’ of a kind.", "‘absurd’", "‘cowards’")]
    [InlineData("‘The ministers’ offices are closed,’ he said.", "‘The ministers’ offices are closed,’")]
    [InlineData("‘He told me “no” twice,’ she said.", "‘He told me “no” twice,’")]
    [InlineData("“He said ‘no’ to us,” she said.", "“He said ‘no’ to us,”")]
    [InlineData("The unions' leaders met the ministers' aides.")]
    [InlineData("In the ‘90s, the class of '84 played rock 'n' roll, 'cause Greece 's team's 5' wall's gone.")]
    [InlineData("‘We never closed it, he said. It wasn’t so.")]
    [InlineData("'tis the season o' the year', they sang.")]
    public void Single_marks_quote_where_they_are_surely_no_apostrophes(string text, params string[] expected) =>
        Quotations.Find(text, [new TextSpan(0, text.Length)]).Select(q => q.Of(text)).Should().Equal(expected);

    [Theory]
    [InlineData("“yes”", true)]
    [InlineData("“yes", false)]
    [InlineData("“he said ‘yes’", false)]
    [InlineData("‘yes’", true)]
    [InlineData("''yes''", true)]
    [InlineData("''yes", false)]
    [InlineData("“", false)]
    public void An_open_quotation_is_known(string quotation, bool closed) =>
        Quotations.IsClosed(quotation, new TextSpan(0, quotation.Length)).Should().Be(closed);

    [Fact]
    public void A_quotation_ends_with_its_block()
    {
        const string text = "“One\n“Two” three";

        Quotations.Find(text, [new TextSpan(0, 4), new TextSpan(5, text.Length)]).Select(q => q.Of(text)).Should().Equal("“One", "“Two”");
    }
}
