using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Extraction.Text;
using FastBertTokenizer;

namespace ClaimsDesk.Extraction.Tests.Encoder;

public class WordPiecesTests
{
    private static readonly WordPieces Pieces = Models.Shipped.Pieces;

    [Theory]
    [InlineData("Ana Ruiz said: \"We'll reopen it in 2025, for $3.5m.\"")]
    [InlineData("Müller’s café — naïve, she added — cost €12 000 (about £10,000)…")]
    [InlineData("U.S.-backed forces; the prime minister's spokesperson e-mailed us@example.org & left <b>notes</b> at 50% off + tax = 7^2.")]
    [InlineData("Ωμέγα, Привет, ŁÓDŹ, Ærøskøbing, São Tomé, Đà Nẵng, İzmir.")]
    [InlineData("東京 said 北京 would answer.")]
    [InlineData("unbelievableunpronounceablewordswithoutspaces #hashtag_under_score 10:30 a.m. http://example.org/a/b?c=d")]
    [InlineData("Tab\tand\nnewline\r\nand no-break\u00A0space and thin\u2009space.")]
    public void Ids_are_those_of_an_independent_tokenizer(string text)
    {
        var other = new BertTokenizer();
        using var vocabulary = File.OpenText(Path.Combine(LanguageModel.EnglishFolder, "vocab.txt"));
        other.LoadVocabulary(vocabulary, convertInputToLowercase: true);

        var expected = other.Encode(text, 512).InputIds.ToArray();

        Split(text).Select(p => (long)p.Id).Prepend(Pieces.Opening).Append(Pieces.Closing).Should().Equal(expected);
    }

    [Fact]
    public void Every_piece_knows_the_characters_it_stands_for() =>
        Written("The bridge reopens.").Should().Equal("The", "bridge", "re", "open", "s", ".");

    [Fact]
    public void A_composed_accent_is_one_character_and_a_decomposed_one_stays_with_its_letter()
    {
        Written("café").Should().Equal("café");
        Written("cafe\u0301 bar").Should().Equal("cafe\u0301", "bar");
        Ids("cafe\u0301").Should().Equal(Ids("café"));
    }

    [Fact]
    public void Zero_width_and_control_characters_are_passed_over_without_shifting_what_follows()
    {
        Ids("pea\u200Bce\u0000 talks\uFEFF").Should().Equal(Ids("peace talks"));
        Written("pea\u200Bce\u0000 talks\uFEFF").Should().Equal("pea\u200Bce", "talks");
    }

    [Fact]
    public void Surrogate_pairs_count_as_two_units_and_lone_halves_are_passed_over()
    {
        var pieces = Split("😀 yes \uD83D no");

        pieces.Select(p => p.Span).Should().Equal(new TextSpan(0, 2), new TextSpan(3, 6), new TextSpan(9, 11));
        pieces[0].Id.Should().Be(Pieces.Unknown);
    }

    [Fact]
    public void Pieces_of_one_hangul_syllable_share_its_place()
    {
        var pieces = Split("한국");

        pieces.Should().HaveCountGreaterThan(1);
        pieces.Should().OnlyContain(p => p.Span.Start >= 0 && p.Span.End <= 2 && p.Span.Length >= 1);
    }

    [Fact]
    public void Chinese_characters_are_words_of_their_own() => Written("新华社 said").Should().Equal("新", "华", "社", "said");

    [Fact]
    public void A_mark_written_out_in_a_text_is_not_a_mark()
    {
        Written("[SEP]").Should().Equal("[", "SEP", "]");
        Ids("[SEP] [CLS] [UNK]").Should().NotContain([Pieces.Opening, Pieces.Closing, Pieces.Unknown]);
    }

    [Fact]
    public void A_word_over_a_hundred_characters_is_one_unknown_piece()
    {
        var pieces = Split(new string('a', 101) + " b");

        pieces.Select(p => p.Span).Should().Equal(new TextSpan(0, 101), new TextSpan(102, 103));
        pieces[0].Id.Should().Be(Pieces.Unknown);
    }

    [Fact]
    public void Offsets_count_in_the_whole_text_when_only_a_stretch_is_split() =>
        Pieces.Split("One. Two three.", new TextSpan(5, 14)).Select(p => p.Span).Should().Equal(new TextSpan(5, 8), new TextSpan(9, 14));

    [Theory]
    [InlineData("said", LetterCase.Lower)]
    [InlineData("Ana", LetterCase.Initial)]
    [InlineData("A", LetterCase.Initial)]
    [InlineData("NATO", LetterCase.Upper)]
    [InlineData("eBay", LetterCase.Mixed)]
    [InlineData("B2B", LetterCase.WithDigit)]
    [InlineData("…", LetterCase.NoLetter)]
    public void Case_says_how_a_piece_is_written(string written, object expected) => LetterCases.Of(written).Should().Be((LetterCase)expected);

    private static List<Piece> Split(string text) => Pieces.Split(text, new TextSpan(0, text.Length));

    private static IEnumerable<int> Ids(string text) => Split(text).Select(p => p.Id);

    private static IEnumerable<string> Written(string text) => Split(text).Select(p => p.Span.Of(text));
}
