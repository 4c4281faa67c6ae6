using ClaimsDesk.Web.Layout;

namespace ClaimsDesk.Web.Tests;

/// <summary>What an article says never becomes an element or an attribute of a page.</summary>
public sealed class MarkupTests
{
    [Fact]
    public void Whatever_fills_a_hole_is_encoded()
    {
        var name = "\"><script>alert('&')</script>";
        Markup.Of($"""<a title="{name}">{name}</a>""").Value.Should().Be(
            """<a title="&quot;&gt;&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;</a>""");
    }

    [Fact]
    public void Letters_of_any_script_stay_as_they_are() =>
        Markup.Of($"<q>{"وكالة “Reuters” Агентство"}</q>").Value.Should().Be("<q>وكالة “Reuters” Агентство</q>");

    [Fact]
    public void Markup_within_markup_stays_markup_and_nothing_stays_nothing()
    {
        List<string> texts = ["a", "<b>"];
        var items = texts.Select(text => Markup.Of($"<li>{text}</li>"));
        Markup.Of($"<ol>{items}</ol>{(string?)null}{Markup.Of($"")}{7}").Value.Should().Be("<ol><li>a</li><li>&lt;b&gt;</li></ol>7");
    }
}
