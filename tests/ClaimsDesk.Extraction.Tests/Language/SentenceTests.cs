using ClaimsDesk.Extraction.Language;
using ClaimsDesk.Extraction.Tests.Encoder;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Language;

public class SentenceTests
{
    private static readonly SentenceReader Reader = new(Models.Shipped);

    [Theory]
    [InlineData("Maj. Gen. Pat Ryder spoke to Sen. Tim Kaine. | He did not answer.")]
    [InlineData("The U.S. envoy met him in Washington, D.C., on Aug. 6. | It went well.")]
    [InlineData("The minister left the U.S. | The talks went on.")]
    [InlineData("J. R. R. Tolkien and George W. Bush never met. | Both wrote.")]
    [InlineData("“We will respond.” | She did not say when.")]
    [InlineData("\"Where is it?\" he asked. | \"Here!\" | (It was not.) | Then he left.")]
    [InlineData("“Is that so?” the minister said.")]
    [InlineData("It rose 3.5 percent to $1.2 billion at 5 p.m. on Monday. | Nobody knew.")]
    [InlineData("Apple Inc. said so. | Acme Corp. | The others were silent.")]
    [InlineData("“I know …” he said. | But did he?")]
    [InlineData("He was No. 5 on the list, i.e. the last. | Why?! | Nobody asked.")]
    [InlineData("No full stop at the end")]
    public void Sentences_end_where_a_reader_ends_them(string text)
    {
        var plain = new SourceText(text.Replace("| ", "", StringComparison.Ordinal));

        Reader.Split(plain, [new TextSpan(0, plain.Length)]).Select(s => plain[s]).Should().Equal(text.Split(" | "));
    }

    [Fact]
    public void No_sentence_crosses_the_edge_of_a_block()
    {
        var text = new SourceText("The bridge is\nShort Url\nopen again.");

        Reader.Split(text, [new TextSpan(0, 13), new TextSpan(24, 35)]).Select(s => text[s]).Should().Equal("The bridge is", "open again.");
    }

    [Theory]
    [InlineData("Greece's envoy doesn't know.", "Greece|'s|envoy|does|n't|know|.")]
    [InlineData("“We’ve lost,” they can’t say.", "“|We|’ve|lost|,|”|they|ca|n’t|say|.")]
    [InlineData("A long-term, U.S.-backed co-operation.", "A|long|-|term|,|U.S.|-|backed|co-operation|.")]
    [InlineData("It cost $3.5bn (10% more) at 10:30am…", "It|cost|$|3.5|bn|(|10|%|more|)|at|10:30|am|…")]
    [InlineData("Gen. Ana J. Ruiz cannot go to St. Paul.", "Gen.|Ana|J.|Ruiz|can|not|go|to|St.|Paul|.")]
    [InlineData("See https://example.org/a-b?c=1, or mail x.y@example.org.", "See|https://example.org/a-b?c=1|,|or|mail|x.y@example.org|.")]
    [InlineData("and/or -- well ... so", "and|/|or|--|well|...|so")]
    [InlineData("So do I.", "So|do|I|.")]
    public void Words_are_those_of_the_english_treebanks(string text, string words) =>
        ReadOne(text).Words.Select(w => w.Text).Should().Equal(words.Split('|'));

    [Fact]
    public void A_sentence_has_tags_names_and_a_tree()
    {
        var sentence = ReadOne("Mayor Ana Ruiz said the bridge will reopen.");
        var said = sentence.Root!;

        said.Text.Should().Be("said");
        sentence.ChildrenOf(said).Where(w => w.Relation is "nsubj" or "ccomp").Select(w => w.Text).Should().Contain("reopen");
        sentence.Words.Where(w => w.Name.EndsWith("PER", StringComparison.Ordinal)).Select(w => w.Text).Should().Equal("Ana", "Ruiz");
        var reopen = sentence.Words.Single(w => w.Text == "reopen");
        reopen.Tag.Should().Be("VERB");
        sentence.HeadOf(reopen).Should().Be(said);
        sentence.SubtreeOf(reopen).Select(w => w.Text).Should().Equal("the", "bridge", "will", "reopen");
        sentence.AncestorsOf(sentence.Words.Single(w => w.Text == "the")).Select(w => w.Text).Should().Equal("bridge", "reopen", "said");
        sentence.HeadWordOf(sentence.Words[4].Span.Union(sentence.Words[5].Span))!.Text.Should().Be("bridge");
    }

    [Fact]
    public void A_sentence_is_read_the_same_beside_any_others()
    {
        var text = new SourceText("The port’s director, whom nobody had asked, told reporters that a strike would close it.\nNo.\nShips from Oslo, Izmir and Busan wait.\n"
            + "“We were promised a second crane by March, and what we got was a letter,” said one of two captains who have moored there since the autumn.");
        List<TextSpan> blocks = [.. Extraction.Attributions.RunningText.LinesOf(text)];

        Reader.Read(text, blocks).SelectMany(s => s.Words).Should().Equal(blocks.SelectMany(b => Reader.ReadOne(text, b).Words));
    }

    [Fact]
    public void A_sentence_of_two_thousand_words_is_one_sentence_with_one_root()
    {
        var sentence = ReadOne(string.Concat(Enumerable.Repeat("and the minister said that ", 400)));

        sentence.Words.Should().HaveCount(2000);
        sentence.Words.Where(w => w.Head < 0).Should().ContainSingle();
        sentence.SubtreeOf(sentence.Root!).Should().HaveCount(2000);
    }

    [Fact]
    public void Words_without_a_full_stop_come_in_parts_as_large_as_a_sentence_may_be()
    {
        var text = new SourceText(string.Concat(Enumerable.Repeat("and the minister said that ", 400)) + "so. The mayor left.");
        List<TextSpan> blocks = [new(0, text.Length)];
        var endless = Reader.Split(text, blocks)[0];

        var read = Reader.Read(text, blocks);

        var parts = read.SkipLast(1).ToList();
        parts.Should().HaveCountGreaterThan(5).And.OnlyContain(part => part.Words.Count <= 250 && part.PartOf == endless && part.Words.Count(w => w.Head < 0) == 1);
        parts.SelectMany(part => part.Words).Select(w => w.Span).Should().Equal(Reader.ReadOne(text, endless).Words.Select(w => w.Span));
        read[^1].PartOf.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u0000\u200B\uFEFF")]
    [InlineData("\uD800 \uDC00 \uFFFD")]
    [InlineData("👩‍👩‍👧‍👦 🇺🇸 👍🏽")]
    [InlineData("...!!!???\"\"\"''''((((")]
    public void Odd_texts_are_read_without_complaint(string text)
    {
        var read = Reader.Read(new SourceText(text), [new TextSpan(0, text.Length)]);

        read.SelectMany(s => s.Words).All(w => w.Span.Of(text) == w.Text).Should().BeTrue();
    }

    private static Sentence ReadOne(string text) => Reader.ReadOne(new SourceText(text), new TextSpan(0, text.Length));
}
