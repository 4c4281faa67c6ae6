using ClaimsDesk.Web.Exports;

namespace ClaimsDesk.Web.Tests.Exports;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("plain words", "plain words")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("\u200F\u2028\u0001=1", "\"'\u200F\u2028\u0001=1\"")]
    [InlineData("a;=1+1", "\"a;=1+1\"")]
    [InlineData("a\t=1+1", "\"a\t=1+1\"")]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("2024-08", "2024-08")]
    [InlineData("10-25 30-44", "10-25 30-44")]
    public void A_cell_is_text_and_nothing_else(string? value, string cell) => CsvWriter.Cell(value).Should().Be(cell);

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("[click](javascript:alert(1))", "\\[click\\](javascript:alert(1))")]
    [InlineData("# head\n- item", "\\# head - item")]
    [InlineData("- item", "\\- item")]
    [InlineData("--- rule", "\\--- rule")]
    [InlineData("1. item", "1\\. item")]
    [InlineData("12) item", "12\\) item")]
    [InlineData("2024", "2024")]
    [InlineData("*a* _b_ `c` ~d~ a|b &lt;", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ a\\|b &amp;lt;")]
    public void Nothing_is_a_mark_in_Markdown(string text, string escaped) => MarkdownWriter.Text(text).Should().Be(escaped);
}
