using System.Text;
using ClaimsDesk.Knowledge.Import;

namespace ClaimsDesk.Knowledge.Tests.Import;

public sealed class TextDecoderTests
{
    private const string English = "“It’s over,” the café’s owner said – in San José.\nNobody answered.";
    private const string Russian = "Президент заявил, что переговоры продолжатся в понедельник в Москве, сообщили источники.";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false, English)]
    [InlineData("utf-8", true, English)]
    [InlineData("utf-16", true, English)]
    [InlineData("utf-16", false, English)]
    [InlineData("utf-16BE", true, English)]
    [InlineData("utf-16BE", false, English)]
    [InlineData("utf-32", true, English)]
    [InlineData("windows-1252", false, English)]
    [InlineData("windows-1251", false, Russian)]
    [InlineData("koi8-r", false, Russian)]
    [InlineData("us-ascii", false, "Plain words, nothing else.")]
    public void A_text_is_read_in_its_encoding(string encoding, bool mark, string text)
    {
        var known = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? known.GetPreamble() : [], .. known.GetBytes(text)];
        TextDecoder.Decode(bytes).Should().BeOfType<Decoding.Read>().Which.Text.Should().Be(text);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\t ", "white space")]
    [InlineData("%PDF-1.7 …", "PDF")]
    [InlineData("PK\u0003\u0004rest", "ZIP archive or an Office document")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005 abc", "binary")]
    public void What_is_no_text_is_refused_with_the_cure(string content, string says)
    {
        var reason = TextDecoder.Decode(Encoding.UTF8.GetBytes(content)).Should().BeOfType<Decoding.Unreadable>().Which.Reason;
        reason.Should().Contain(says).And.MatchRegex("(use that|try again)\\.$");
    }

    [Fact]
    public void A_file_that_is_too_long_is_refused_with_its_length() =>
        TextDecoder.Decode(new byte[TextDecoder.GreatestLength + 1]).Should().BeOfType<Decoding.Unreadable>()
            .Which.Reason.Should().StartWith("The file is 5.1 MB long; texts of up to 5 MB are read.");

    [Fact]
    public void A_zero_character_is_shown_and_named_and_moves_nothing()
    {
        var read = Read("He said\nthat \0 it rained and rained and rained and rained and rained."u8.ToArray());

        read.Text.Should().StartWith("He said\nthat \uFFFD it");
        read.Notes.Should().ContainSingle().Which.Where.Start.Should().Be(13);
    }

    [Fact]
    public void A_damaged_utf_8_text_is_read_with_the_place_and_not_taken_for_another_encoding()
    {
        var read = Read([.. Encoding.UTF8.GetBytes("“It’s over,”\nhe "), 0xED, 0xA0, 0x80, .. Encoding.UTF8.GetBytes("said – “or not”.")]);

        read.Text.Should().StartWith("“It’s over,”\nhe \uFFFD").And.EndWith("said – “or not”.");
        read.Notes.Should().ContainSingle().Which.Where.Start.Should().Be(16);
    }

    [Fact]
    public void What_is_declared_goes_before_what_is_guessed_and_after_what_the_bytes_say()
    {
        Read(Encoding.GetEncoding("iso-8859-2").GetBytes("Łódź"), "iso-8859-2").Text.Should().Be("Łódź");
        Read(Encoding.UTF8.GetBytes("Łódź"), "iso-8859-2").Text.Should().Be("Łódź");
        Read([0x93, (byte)'N', (byte)'o', 0x94], "iso-8859-1").Text.Should().Be("“No”", "browsers read Latin-1 as Windows-1252");
        Read("plain"u8.ToArray(), "no-such-encoding").Text.Should().Be("plain");
    }

    [Fact]
    public void Bytes_that_may_be_damaged_utf_8_or_not_are_read_with_a_note()
    {
        var read = Read([.. "caf"u8, 0xC3, 0xA9, .. " r"u8, 0xE9, .. "sum"u8, 0xE9, .. " na"u8, 0xEF, .. "f"u8]);

        read.Notes.Should().ContainSingle().Which.Code.Should().Be("encoding-guessed");
    }

    private static Decoding.Read Read(byte[] bytes, string? declared = null) => TextDecoder.Decode(bytes, declared).Should().BeOfType<Decoding.Read>().Subject;

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var bytes = new byte[random.Next(0, 400)];
            random.NextBytes(bytes);
            TextDecoder.Decode(bytes).Should().NotBeNull();
        }
    }
}
