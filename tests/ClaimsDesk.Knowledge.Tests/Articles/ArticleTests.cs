using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Sources;
using ClaimsDesk.Knowledge.Tests.Claims;

namespace ClaimsDesk.Knowledge.Tests.Articles;

public sealed class ArticlesOnSqlite() : ArticleTests(TestDatabase.Sqlite);

public sealed class ArticlesOnPostgres() : ArticleTests(TestDatabase.Postgres);

public abstract class ArticleTests(TestDatabase database) : IAsyncLifetime
{
    private TestDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.OpenAsync(database);
        await _desk.ImportAsync(SmallBase.Bridge, SmallBase.Ferry);
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_list_keeps_what_the_filter_means()
    {
        (await TitlesAsync(new ArticleFilter())).Should().Equal("Bridge to reopen", "Ferry delayed");
        (await TitlesAsync(new ArticleFilter { Words = "ferries" })).Should().Equal("Ferry delayed");
        (await TitlesAsync(new ArticleFilter { Words = "100%" })).Should().BeEmpty();
        (await TitlesAsync(new ArticleFilter { Words = "no\0where" })).Should().BeEmpty();
        (await TitlesAsync(new ArticleFilter { Outlet = Pick.Named("harbour gazette") })).Should().Equal("Bridge to reopen");
        (await TitlesAsync(new ArticleFilter { Published = DateSpan.Of(new(2024, 8)) })).Should().Equal("Bridge to reopen");
        (await TitlesAsync(new ArticleFilter { Batch = 2 })).Should().BeEmpty();
        (await TitlesAsync(new ArticleFilter { Page = 2 })).Should().BeEmpty();
        var row = (await _desk.Get<ArticleList>().FindAsync(new ArticleFilter())).Articles[0];
        (row.Claims, row.Sources).Should().Be((4, 3));
    }

    [Fact]
    public async Task An_article_opens_with_its_claims_in_place()
    {
        var article = (await _desk.Get<OpenArticle>().ReadAsync(1))!;

        article.Outlet.Should().Be(new Known<string?>("Harbour Gazette", KnownFrom.Text));
        article.Claims.Select(c => c.Content[0].Of(article.Text)).Should().Equal(article.Claims.Select(c => c.Claim.Content));
        article.Claims.Select(c => c.Claim.Depth).Should().Equal(0, 0, 1, 0);
        var original = await _desk.Get<OpenArticle>().OriginalAsync(article.File.Id);
        System.Text.Encoding.UTF8.GetString(original!.Value.Bytes).Should().Be(article.Text);
    }

    [Fact]
    public async Task An_editor_names_the_outlet_that_the_text_does_not_and_its_claims_follow()
    {
        var ferry = (await _desk.Get<OpenArticle>().ReadAsync(2))!;
        ferry.Outlet.Value.Should().BeNull();

        var saved = await SaveAsync(TestDesk.Editor, ferry, new ArticleEdit("Ferry late", "The Island Post", new DateOnly(2024, 8, 7), "https://post.example/ferry", "seen in print"));

        saved.Should().Be(new EditResult.Saved(1));
        ferry = (await _desk.Get<OpenArticle>().ReadAsync(2))!;
        ferry.Outlet.Should().Be(new Known<string?>("The Island Post", KnownFrom.Person));
        ferry.Published.Should().Be(new Known<DateOnly?>(new DateOnly(2024, 8, 7), KnownFrom.Person));
        ferry.Title.Should().Be(new Known<string?>("Ferry late", KnownFrom.Person));
        ferry.History.Select(h => (h.Who, h.Field, h.Old, h.New, h.Why)).Should().BeEquivalentTo(new[]
        {
            ("Ed Editor", "title", "Ferry delayed", "Ferry late", "seen in print"),
            ("Ed Editor", "outlet", null, "The Island Post", "seen in print"),
            ("Ed Editor", "published", null, "2024-08-07", "seen in print"),
            ("Ed Editor", "address", null, "https://post.example/ferry", "seen in print"),
        });
        ferry.Claims.Should().OnlyContain(c => c.Claim.Tellers[0].Name == "The Island Post" && c.Claim.Outlet == "The Island Post");
        (await CountAsync("outlet=Island+Post")).Should().Be(4);
        (await CountAsync("published=2024-08-07")).Should().Be(4);
        (await CountAsync("q=\"island+post\"")).Should().Be(4);

        var emptied = await SaveAsync(TestDesk.Editor, ferry, new ArticleEdit("Ferry late", " ", null, null));
        emptied.Should().Be(new EditResult.Saved(2));
        (await CountAsync("outlet=Island+Post")).Should().Be(0);
        (await CountAsync("q=\"island+post\"")).Should().Be(0);
        (await _desk.Get<SourceList>().FindAsync(new SourceFilter { Words = "island" })).Sources.Should().ContainSingle().Which.Claims.Should().Be(0);
    }

    [Theory]
    [InlineData(TestDesk.Analyst)]
    [InlineData(TestDesk.DisabledAdmin)]
    [InlineData("nobody")]
    public async Task Only_editors_edit(string person)
    {
        var article = (await _desk.Get<OpenArticle>().ReadAsync(1))!;
        (await SaveAsync(person, article, new ArticleEdit("Changed", null, null, null))).Should().BeOfType<EditResult.NotAllowed>();
        (await _desk.Get<OpenArticle>().ReadAsync(1)).Should().BeEquivalentTo(article);
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_mine_and_theirs()
    {
        var article = (await _desk.Get<OpenArticle>().ReadAsync(1))!;
        var theirs = new ArticleEdit("Theirs", "Harbour Gazette", article.Published.Value, null);
        var mine = theirs with { Title = "Mine" };
        await SaveAsync(TestDesk.Editor, article, theirs);

        var conflict = (await SaveAsync(TestDesk.Admin, article, mine)).Should().BeOfType<EditResult.Conflict>().Subject;

        conflict.Should().Be(new EditResult.Conflict(mine, theirs, "Ed Editor", 1));
        (await _desk.Get<ArticleEdits>().SaveAsync(TestDesk.Admin, 1, conflict.Version, mine)).Should().Be(new EditResult.Saved(2));
    }

    [Theory]
    [InlineData(null, "javascript:alert(1)", "2024-01-01", "address")]
    [InlineData("article", null, "2024-01-01", "outlet")]
    [InlineData(null, null, "2224-01-01", "published")]
    public async Task What_cannot_be_is_refused_by_name(string? outlet, string? url, string published, string field)
    {
        var article = (await _desk.Get<OpenArticle>().ReadAsync(1))!;
        var edit = new ArticleEdit(null, outlet, DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture), url);
        (await SaveAsync(TestDesk.Editor, article, edit)).Should().BeOfType<EditResult.Unusable>().Which.Field.Should().Be(field);
    }

    private Task<EditResult> SaveAsync(string person, ArticleInFull seen, ArticleEdit edit) =>
        _desk.Get<ArticleEdits>().SaveAsync(person, seen.Id, seen.Version, edit);

    private async Task<IEnumerable<string?>> TitlesAsync(ArticleFilter filter) =>
        (await _desk.Get<ArticleList>().FindAsync(filter)).Articles.Select(a => a.Title);

    private async Task<int> CountAsync(string query) => (await _desk.Get<ClaimSearch>().CountAsync(ClaimFilterUrl.Read(query).Filter)).Number;
}
