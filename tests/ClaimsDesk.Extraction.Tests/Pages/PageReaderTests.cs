using System.Globalization;
using System.Diagnostics;
using ClaimsDesk.Extraction.Articles;
using ClaimsDesk.Extraction.Pages;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Pages;

public sealed class PageReaderTests
{
    private const string First = "The old bridge over the river will reopen to cars and trams in the first week of May, the mayor said on Tuesday.";
    private const string Second = "“We have replaced every single cable, and the engineers have tested each of them twice,” she told reporters at the site.";
    private const string Third = "The works, which began two years ago, cost twelve million euros, according to figures that the city published last month.";

    private static readonly string Paragraphs = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    private static (PageText Page, ExtractedArticle Article, string Text) Read(string html, string? address = null)
    {
        var page = PageReader.Read(html, address is null ? null : new Uri(address));
        var text = new SourceText(page.Text);
        var article = ArticleReader.Read(text, ExtractionContext.Unknown with { Known = page.Articles }).Should().ContainSingle().Subject;
        return (page, article, ArticleText.Of(text, article));
    }

    private static string Page(string body, string head = "<title>Bridge reopens in May</title>") => $"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>";

    [Fact]
    public void Several_whole_articles_on_a_page_are_told_apart()
    {
        var page = PageReader.Read(Page($"""
            <main><article><h1>Harbour live</h1>
            <article><h2>Bridge reopens in May</h2><time datetime='2024-05-02T10:00:00Z'>2 May</time>{Paragraphs}</article>
            <article><h2>Ferry stays in port</h2><p>{Third}</p><p>{First}</p><p>{Second}</p></article></article></main>
            """, "<title>Harbour live</title><meta property='og:site_name' content='The Daily'><meta property='article:published_time' content='2024-05-01'>"));
        var text = new SourceText(page.Text);
        var articles = ArticleReader.Read(text, ExtractionContext.Unknown with { Known = page.Articles });

        articles.Select(a => a.Title).Should().Equal("Bridge reopens in May", "Ferry stays in port");
        articles.Select(a => a.Publisher).Should().AllBe("The Daily");
        page.Articles.Select(a => a.Published).Should().Equal([new DateOnly(2024, 5, 2), null], "nobody says when the second one was published");
        articles.Select(a => ArticleText.Of(text, a)).Should().Equal($"{First}\n{Second}\n{Third}", $"{Third}\n{First}\n{Second}");
    }

    [Fact]
    public void Teasers_and_comments_beside_an_article_are_no_articles()
    {
        var (_, article, text) = Read(Page($"""
            <article><h1>Bridge reopens in May</h1>{Paragraphs}</article>
            <article class='card'><h3><a href='/x'>Ferry sinks off the coast after a storm</a></h3><p>The ferry sank on Sunday with nobody aboard, owners say.</p></article>
            <article class='reply'><p>{Third}</p><p>{First}</p></article>
            """));

        article.Title.Should().Be("Bridge reopens in May");
        text.Should().StartWith($"{First}\n{Second}\n{Third}").And.NotContain("Ferry sinks");
    }

    [Fact]
    public void The_article_is_kept_and_what_the_markup_calls_furniture_is_not()
    {
        var (_, article, text) = Read(Page($"""
            <nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>
            <div class='siteHeader social-share'><p>Share this story with everybody you know and love.</p></div>
            <article><h1>Bridge reopens in May</h1>{Paragraphs}
            <div class='related-stories'><h3>Related</h3><p><a href='/x'>Ferry sinks off the coast after a storm</a></p></div></article>
            <footer><p>© 2026 The Daily. All rights reserved.</p></footer>
            """));

        article.Title.Should().Be("Bridge reopens in May");
        text.Should().Be($"{First}\n{Second}\n{Third}");
    }

    [Fact]
    public void The_standfirst_is_known_by_the_description_of_the_page_that_repeats_it()
    {
        const string standfirst = "Engineers say that every cable has been replaced and tested, two years late";
        const string teaser = "The ferry owners say that nobody was aboard when it sank on Sunday";
        string Body(string head) => Read(Page($"<header><h1>Bridge reopens in May</h1><h2 class='dek'>{standfirst}</h2><p>{teaser}</p></header><div id='story'>{Paragraphs}</div>",
            $"<title>Bridge reopens in May</title>{head}")).Text;

        Body($"<meta name='description' content='{standfirst}.'>").Should().Be($"{standfirst}\n{First}\n{Second}\n{Third}");
        Body("<meta name='description' content='News of the harbour, every day and at no cost to you'>").Should().Be($"{First}\n{Second}\n{Third}");
    }

    [Fact]
    public void Blocks_are_lines_and_words_of_neighbouring_blocks_do_not_run_together()
    {
        var (_, _, text) = Read(Page($"<article>{Paragraphs}<h2>What is next</h2><ul><li>The trams will start on Monday at six.</li><li>The cars follow on Tuesday.</li></ul><p>{First.Replace("old", "new")}</p></article>"));

        text.Should().Contain("\nWhat is next\nThe trams will start on Monday at six.\nThe cars follow on Tuesday.\n");
    }

    [Fact]
    public void Tables_and_quoted_posts_are_kept()
    {
        var (_, _, text) = Read(Page($"""
            <article>{Paragraphs}
            <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2025</td><td>7 million</td></tr></table>
            <blockquote class='twitter-tweet'><p>The bridge is open again, and I was the first to cross it this morning.</p></blockquote>
            <p>{First.Replace("old", "new")}</p><p>{Second.Replace("single", "old")}</p></article>
            """));

        text.Should().Contain("Year | Cost\n2025 | 7 million").And.Contain("I was the first to cross it");
    }

    [Fact]
    public void Captions_are_captions_and_no_part_of_the_text()
    {
        var (page, article, text) = Read(Page($"<article>{Paragraphs}<figure><img src='a.jpg'><figcaption>The bridge at dawn.</figcaption></figure><p>{First.Replace("old", "new")}</p></article>"));

        text.Should().NotContain("dawn");
        article.Blocks.Should().Contain(b => b.Kind == BlockKind.Caption && b.Span.Of(page.Text) == "The bridge at dawn.");
    }

    [Theory]
    [InlineData("https://daily.example/2023/02/28/bridge", "2023-02-28")]
    [InlineData("https://daily.example/20240229/bridge", "2024-02-29")]
    [InlineData("https://daily.example/2023/02/31/bridge", null)]
    public void An_address_gives_the_day_where_the_calendar_has_it(string address, string? day)
    {
        var (_, article, _) = Read(Page($"<article><h1>Bridge reopens in May</h1>{Paragraphs}</article>"), address);

        article.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).Should().Be(day);
    }

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\uD83D")]
    public void Half_a_character_in_what_the_page_states_spoils_nothing_else(string half)
    {
        var (_, article, _) = Read(Page($"<article><h1>Bridge reopens</h1>{Paragraphs}</article>",
            $$"""<script type='application/ld+json'>{"@type":"NewsArticle","headline":"Bridge reopens in {{half}}","datePublished":"2024-08-05"}</script>"""));

        article.Published.Should().Be(new DateOnly(2024, 8, 5));
        article.Title.Should().StartWith("Bridge reopens");
    }

    [Fact]
    public void What_the_page_states_wins_in_the_order_of_its_places()
    {
        var (page, article, _) = Read(Page($"<article>{Paragraphs}</article>", """
            <title>Bridge | The Daily</title>
            <meta property='article:published_time' content='2024-01-01T00:00:00Z'>
            <meta property='og:site_name' content='Wrong'>
            <script type='application/ld+json'>{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},{"@type":"NewsArticle","headline":"Bridge &amp; trams",
            "datePublished":"2024-08-05T23:30:00-05:00","dateModified":"2024-08-07","author":[{"name":"Ana Ruiz"},"Reuters"],"publisher":{"name":"The Daily"},"inLanguage":"en-GB",}]}</script>
            """), "https://daily.example/2023/02/01/bridge");

        article.Title.Should().Be("Bridge & trams");
        article.Published.Should().Be(new DateOnly(2024, 8, 5), "no time zone moves a date");
        article.Updated.Should().Be(new DateOnly(2024, 8, 7));
        article.Publisher.Should().Be("The Daily");
        article.Agencies.Should().Contain("Reuters");
        page.Articles[0].Byline.Should().Be("Ana Ruiz, Reuters");
        page.Articles[0].Language.Should().Be("en-GB");
    }

    [Theory]
    [InlineData("<meta name='date' content='5 August 2024'>", "", null)]
    [InlineData("", "<time datetime='2024-08-05T10:00'>now</time>", null)]
    [InlineData("", "", "https://daily.example/2024/08/05/bridge")]
    public void The_date_is_found_in_meta_time_and_address(string head, string body, string? address) =>
        Read(Page($"<article>{body}{Paragraphs}</article>", head), address).Article.Published.Should().Be(new DateOnly(2024, 8, 5));

    [Fact]
    public void Every_span_lies_in_the_text_and_shows_what_it_says()
    {
        var (page, article, _) = Read(Page($"<article><h1>Bridge reopens in May</h1>{Paragraphs}</article>"));

        page.Articles[0].Segment.Should().Be(new TextSpan(0, page.Text.Length));
        article.Blocks.Select(b => b.Span.Of(page.Text)).Should().Equal("Bridge reopens in May", First, Second, Third);
    }

    [Fact]
    public void Payloads_are_shown_as_text()
    {
        var (page, _, text) = Read(Page($"<article>{Paragraphs}<p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; on the wall of the bridge on Monday.</p><p>{First.Replace("old", "new")}</p><script>alert(2)</script></article>",
            "<title>&lt;img src=x onerror=alert(1)&gt; bridge</title>"), "javascript:alert(1)");

        text.Should().Contain("He wrote <script>alert(1)</script> on the wall").And.NotContain("alert(2)");
        page.Articles[0].Url.Should().BeNull();
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<p><font>")]
    [InlineData("<svg><g>")]
    [InlineData("<li>a")]
    [InlineData("<div><a href=x>y</a></div>")]
    public void Elements_without_end_take_no_longer_than_the_text(string open)
    {
        var html = Page(string.Concat(Enumerable.Repeat(open, 20_000)) + Paragraphs + string.Concat(Enumerable.Repeat("<p>And so on and on, he said.</p>", 5)));
        var clock = Stopwatch.StartNew();

        PageReader.Read(html);

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), "SmartReader alone took a minute");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("</div></div>")]
    [InlineData("\0<p>\0")]
    [InlineData("<frameset><frame src=x></frameset>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":5,\"@graph\":[[{}]]}</script>")]
    public void No_page_throws(string html) => PageReader.Read(html).Should().NotBeNull();
}
