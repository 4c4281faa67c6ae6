using ClaimsDesk.Knowledge.Data.FullText;
using FsCheck.Xunit;

namespace ClaimsDesk.Knowledge.Tests.Data;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("The bridge in San José — reopened!", "the bridge in san jose reopened")]
    [InlineData("Jose\u0301 JOSÉ josé", "jose jose jose")]
    [InlineData("Lisbon’s al-Wadi 3rd 1,200", "lisbon s al wadi 3rd 1 200")]
    [InlineData("co\u00ADoperation \u2066word\u2069 zero\u200Bwidth", "cooperation word zerowidth")]
    [InlineData("ΛΌΓΟΣ λόγος ſtreet ﬁre", "λογοσ λογοσ street fire")]
    [InlineData("مُحَمَّد محمد", "محمد محمد")]
    [InlineData("Đà Nẵng Ærø Straße Łódź", "da nang aero strasse lodz")]
    [InlineData("bridge😀ferry", "bridge ferry")]
    [InlineData("!?", "")]
    public void Words_are_compared_without_case_accents_and_invisible_signs(string text, string words) => SearchWords.Line(text).Should().Be(words);

    [Property(MaxTest = 2000)]
    public void A_word_stands_where_it_says_and_folds_to_itself(string? text)
    {
        foreach (var word in SearchWords.Of(text ?? ""))
        {
            SearchWords.Line(text![word.Start..word.End]).Should().Be(word.Folded);
            SearchWords.Line(word.Folded).Should().Be(word.Folded);
        }
    }
}
