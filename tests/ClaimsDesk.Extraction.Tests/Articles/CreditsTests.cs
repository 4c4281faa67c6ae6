using ClaimsDesk.Extraction.Articles;

namespace ClaimsDesk.Extraction.Tests.Articles;

public class CreditsTests
{
    [Theory]
    [InlineData("The Valley Observer has not verified the content of this story.", "The Valley Observer")]
    [InlineData("The views expressed here are the author's own and do not necessarily reflect The Valley Observer’s editorial stance.", "The Valley Observer")]
    [InlineData("The views expressed do not necessarily reflect the editorial policy of Valley Media.", "Valley Media")]
    [InlineData("This article first appeared in Delta Review.", "Delta Review")]
    [InlineData("This story was originally published by Delta.org and is used with permission.", "Delta.org")]
    [InlineData("Reuters could not independently verify the report.", null)]
    [InlineData("The opinions expressed in this article are those of the author.", null)]
    public void A_disclaimer_may_name_the_publisher(string sentence, string? publisher) => Credits.Publisher([sentence], []).Should().Be(publisher);

    [Theory]
    [InlineData("© 2024 Delta Media. All rights reserved.", "Delta Media")]
    [InlineData("Copyright © 2019-2024 Delta Media Inc., All Rights Reserved", "Delta Media Inc")]
    [InlineData("Copyright 2020 © The Delta Review.", "The Delta Review")]
    [InlineData("© Jane Roe/AFP", null)]
    [InlineData("© 2024 AFP", null)]
    [InlineData("All rights reserved 2024", null)]
    public void A_copyright_line_may_name_the_publisher(string line, string? publisher) => Credits.Publisher([], [line]).Should().Be(publisher);

    [Theory]
    [InlineData("This article was translated and edited by The Valley Observer.", "The Valley Observer")]
    [InlineData("Translated by Ruth Amsel", "Ruth Amsel")]
    [InlineData("Translated from Arabic by Ruth Amsel", "Ruth Amsel")]
    [InlineData("This text was edited by Ruth Amsel.", null)]
    public void A_translator_is_named(string line, string? translator) => Credits.Translator([line]).Should().Be(translator);

    [Theory]
    [InlineData("The minister told Reuters on Monday that it rained.", "Reuters")]
    [InlineData("AP journalists in the town saw lorries.", "The Associated Press")]
    [InlineData("A ferry leaves the port. (AP Photo/Jane Roe)", "The Associated Press")]
    [InlineData("With inputs from PTI", "PTI")]
    [InlineData("It ended in a draw. — AFP", "AFP")]
    [InlineData("State-run RIA news agency reported rain.", "")]
    [InlineData("Reuters shares fell on Monday.", "")]
    public void Agencies_are_credited_not_just_named(string line, string agencies) => string.Join(", ", Agencies.CreditedIn(line)).Should().Be(agencies);
}
