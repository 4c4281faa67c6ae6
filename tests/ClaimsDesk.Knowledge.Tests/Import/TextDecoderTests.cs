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
    [InlineData("<!DOCTYPE html><html><p>He said so.</p></html>", "HTML")]
    [InlineData("He said\nthat \0 it rained and rained and rained and rained and rained.", "Line 2, column 6")]
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
    public void A_damaged_utf_8_text_is_refused_with_the_place_and_not_taken_for_another_encoding()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("“It’s over,”\nhe "), 0xED, 0xA0, 0x80, .. Encoding.UTF8.GetBytes("said – “or not”.")];
        TextDecoder.Decode(bytes).Should().BeOfType<Decoding.Unreadable>().Which.Reason.Should().StartWith("Line 2, column 4 holds bytes that are not UTF-8");
    }

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
