using ClaimsDesk.Extraction.Attributions;
using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Tests.Encoder;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Attributions;

public class AttributionTests
{
    private static readonly AttributionReader Reader = new(Models.Shipped, LanguageModel.EnglishFolder);

    private static IReadOnlyList<Sentence> SentencesOf(SourceText text) => new SentenceReader(Models.Shipped).Read(text, RunningText.LinesOf(text));

    [Theory]
    [InlineData("“The bridge reopens in May,” Mayor Ana Ruiz said on Monday.", "Mayor Ana Ruiz | said | “The bridge reopens in May,”")]
    [InlineData("The ministry said that the talks had failed.", "The ministry | said | that the talks had failed")]
    [InlineData("According to Reuters, the vessel left the port on Friday.", "Reuters | According to | the vessel left the port on Friday")]
    [InlineData("She asked whether the money had been paid.", "She | asked | whether the money had been paid")]
    [InlineData("''It was a mistake,'' the senator told reporters.", "the senator | told | ''It was a mistake,''")]
    public void Source_cue_and_content_are_read_from_a_sentence(string text, string expected) =>
        Written(text, Reader.Read(new SourceText(text), [new TextSpan(0, text.Length)])).Should().Equal(expected);

    [Theory]
    [InlineData("The bridge was closed in 1997 and reopened two years later.")]
    [InlineData("It rained for three days, and the river rose above the road.")]
    public void What_nobody_is_said_to_say_is_no_attribution(string text) =>
        Reader.Read(new SourceText(text), [new TextSpan(0, text.Length)]).Should().BeEmpty();

    [Fact]
    public void No_span_reaches_into_what_lies_between_the_blocks()
    {
        const string page = "“The bridge reopens in May,\nShare this story\nand it will stay open,” Mayor Ana Ruiz said on Monday.";
        var furniture = new TextSpan(page.IndexOf("Share", StringComparison.Ordinal), page.IndexOf("\nand", StringComparison.Ordinal));

        var found = Reader.Read(new SourceText(page), [new TextSpan(0, furniture.Start - 1), new TextSpan(furniture.End + 1, page.Length)]);

        var content = found.Should().ContainSingle().Which.Content;
        content.Should().NotContain(s => s.Overlaps(furniture)).And.Contain(s => s.Of(page) == "and it will stay open,”");
    }

    [Fact]
    public void A_second_look_inside_a_content_stays_inside_it()
    {
        const string page = "Officials said on Tuesday that the president had said that the war was over.";
        var text = new SourceText(page);
        var outer = Reader.Read(text, [new TextSpan(0, page.Length)])[0];

        var inner = Reader.ReadNested(text, [outer], SentencesOf(text));

        Written(page, inner).Should().Equal("the president | had said | that the war was over");
        outer.Holds(inner[0]).Should().BeTrue();
        Nesting.Outermost([outer, .. inner]).Should().Equal(outer);
    }

    [Fact]
    public void An_attribution_that_is_known_is_not_found_again_inside()
    {
        const string page = "Officials said on Tuesday that the president had said that the war was over.";
        var text = new SourceText(page);
        var found = Reader.Read(text, [new TextSpan(0, page.Length)]);
        List<Attribution> all = [.. found, .. Reader.ReadNested(text, found, SentencesOf(text))];

        Reader.ReadNested(text, all, SentencesOf(text)).Should().BeEmpty();
        all.Select(a => a.Cue[0]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void An_attribution_is_found_once_wherever_windows_meet()
    {
        var page = string.Concat(Enumerable.Repeat("The ministry said that the talks had failed. ", 200));

        var found = Reader.Read(new SourceText(page), [new TextSpan(0, page.Length)]);

        found.Select(a => a.Cue[0].Start).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        found.Should().HaveCountGreaterThan(190);
    }

    [Fact]
    public void The_same_text_is_read_the_same_way_whichever_thread_reads_it()
    {
        const string page = "“The bridge reopens in May,” Mayor Ana Ruiz said on Monday, adding that two officials had warned of delays.";
        var text = new SourceText(page);

        var readings = Enumerable.Range(0, 8).AsParallel().Select(_ => string.Join("; ", Written(page, Reader.ReadOutermost(text)))).ToList();

        readings.Distinct().Should().ContainSingle().Which.Should().Contain("Mayor Ana Ruiz | said");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\u0000\u200B\uFEFF\uD800 said \uDC00")]
    [InlineData("“““““he said”””””")]
    [InlineData("\" \" \" \" said")]
    public void Odd_texts_are_read_without_complaint(string page)
    {
        var text = new SourceText(page);
        var found = Reader.ReadOutermost(text);

        found.Concat(Reader.ReadNested(text, found, SentencesOf(text)))
            .SelectMany(a => a.Source.Concat(a.Cue).Concat(a.Content)).All(s => !s.IsEmpty && s.End <= page.Length).Should().BeTrue();
    }

    private static IEnumerable<string> Written(string text, IEnumerable<Attribution> attributions) =>
        attributions.Select(a => string.Join(" | ", new[] { a.Source, a.Cue, a.Content }.Select(spans => string.Join(" … ", spans.Select(s => s.Of(text))))));
}
