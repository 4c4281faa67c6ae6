using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Data.FullText;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimsDesk.Knowledge.Tests.Claims;

public sealed class TextSearchOnSqlite(TextSearchDesk desk) : TextSearchTests(desk), IClassFixture<TextSearchDesk>;

public sealed class TextSearchOnPostgres(TextSearchOnPostgresDesk desk) : TextSearchTests(desk), IClassFixture<TextSearchOnPostgresDesk>;

/// <summary>The same queries have the same answers on both databases and of the words in memory: those written here.</summary>
public abstract class TextSearchTests(TextSearchDesk desk)
{
    private readonly TestDesk _desk = desk.Desk;

    [Theory]
    [InlineData("bridge", "1 2 3")]
    [InlineData("BRIDGE Lisbon", "2")]
    [InlineData("bridge AND lisbon", "2")]
    [InlineData("bridge lisbon OR ferry", "2 4 5")]
    [InlineData("bridge (lisbon OR reopens)", "1 2")]
    [InlineData("bridge NOT lisbon", "1 3")]
    [InlineData("NOT bridge", "4 5 6 7")]
    [InlineData("NOT (bridge OR ferry)", "6 7")]
    [InlineData("NOT bridge NOT ferry", "6 7")]
    [InlineData("NOT NOT bridge", "1 2 3")]
    [InlineData("bridge OR NOT ferry", "1 2 3 6 7")]
    [InlineData("bridge NOT (lisbon NOT cracked)", "1 2 3")]
    [InlineData("\"the old bridge\"", "2 3")]
    [InlineData("“old bridge”", "2 3")]
    [InlineData("\"bridge old\"", "")]
    [InlineData("\"old bri\"*", "2 3")]
    [InlineData("reop*", "1 7")]
    [InlineData("reop", "")]
    [InlineData("sao", "6")]
    [InlineData("São", "6")]
    [InlineData("MÜNCHEN", "6")]
    [InlineData("munchen*", "6")]
    [InlineData("lodz", "7")]
    [InlineData("al-Wadi", "4")]
    [InlineData("\"wadi al\"", "")]
    [InlineData("12.5", "5")]
    [InlineData("ruiz", "1 3")]
    [InlineData("content:ruiz", "")]
    [InlineData("teller:ruiz bridge", "1 3")]
    [InlineData("teller:(ruiz OR wire) NOT teller:gazette", "")]
    [InlineData("content:\"Ana Ruiz\" OR teller:\"Ana Ruiz\"", "1 3")]
    [InlineData("context:cracked", "2")]
    [InlineData("context:\"Ana Ruiz said\"", "1 3")]
    [InlineData("article:harbourside", "1 2 3")]
    [InlineData("article:harbourside NOT lisbon", "1 3")]
    [InlineData("ferry OR article:harbourside", "1 2 3 4 5")]
    [InlineData("NOT article:harbourside", "4 5 6 7")]
    [InlineData("article:(bridge ferry)", "")]
    [InlineData("article:bridge article:ruiz lisbon", "2")]
    [InlineData("ферма", "7")]
    [InlineData("bridge -- !", "1 2 3")]
    public async Task A_query_finds_what_it_says(string query, string expected)
    {
        var filter = ClaimFilter.Everything with { Words = Choices.AnyOf([query]) };
        var (stored, remembered) = (await desk.Stored.FindAsync(filter), await _desk.Get<ClaimSearch>().FindAsync(filter));

        stored.Claims.Select(c => desk.Numbers[c.Id]).Order().Should().Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse));
        remembered.Should().BeEquivalentTo(stored, o => o.WithStrictOrdering());
    }

    [Fact]
    public async Task A_claim_that_gets_another_outlet_is_found_by_it_and_a_deleted_one_no_more()
    {
        await using var own = await TestDesk.OpenAsync(desk.Database);
        await own.ImportAsync(TextSearchDesk.Bridge);
        (await own.Get<Knowledge.Articles.ArticleEdits>().SaveAsync(TestDesk.Editor, 1, 0,
            new Knowledge.Articles.ArticleEdit("A headline about glaciers", "Evening Lantern", null, null))).Should().BeOfType<Knowledge.Articles.EditResult.Saved>();

        (await CountAsync(own, "teller:lantern")).Should().Be(3);
        (await CountAsync(own, "teller:gazette")).Should().Be(0);
        (await CountAsync(own, "article:glaciers")).Should().Be(3);
        (await CountAsync(own, "article:harbourside")).Should().Be(0);
        await using (var db = own.Database.CreateDbContext())
        {
            db.Claims.RemoveRange(db.Claims.Where(c => c.Content.Contains("reopens")));
            await db.SaveChangesAsync();
        }
        (await CountAsync(own, "reopens")).Should().Be(0);
    }

    private static async Task<int> CountAsync(TestDesk own, string query) =>
        (await own.Get<ClaimSearch>().CountAsync(ClaimFilter.Everything with { Words = Choices.AnyOf([query]) })).Number;
}

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("", "There is no word to look for.")]
    [InlineData("!? \"\"", "There is no word to look for.")]
    [InlineData("(bridge", "A parenthesis is not closed.")]
    [InlineData("bridge)", "A parenthesis is closed that was not opened.")]
    [InlineData("OR bridge", "OR needs words before it.")]
    [InlineData("bridge OR", "OR needs words after it.")]
    [InlineData("(bridge OR) ferry", "OR needs words after it.")]
    [InlineData("AND", "AND needs words before it.")]
    [InlineData("bridge AND AND ferry", "AND needs words after it.")]
    [InlineData("bridge NOT", "NOT needs words after it.")]
    [InlineData("article: OR x", "article: needs words after it.")]
    public void What_cannot_be_read_is_explained(string text, string problem)
    {
        SearchQuery.TryRead(text, out _, out var said).Should().BeFalse();
        said.Should().Be(problem);
    }

    [Fact]
    public void Nothing_typed_breaks_it()
    {
        SearchQuery.TryRead(new string('(', 100_000), out _, out var problem).Should().BeFalse();
        problem.Should().Be("The parentheses are nested too deep.");
        SearchQuery.TryRead(string.Join(' ', Enumerable.Range(0, 300)), out _, out problem).Should().BeFalse();
        problem.Should().Be("There are more than 200 words to look for.");
    }

    [Theory]
    [InlineData("san jose bridge", "[San] [José]'s old bridges and [bridge]")]
    [InlineData("\"old bridge\" NOT new", "the [old bridge], a new old-age")]
    [InlineData("bri* OR teller:old", "old [bridges], [bricks]")]
    public void The_words_that_were_looked_for_are_marked(string query, string marked)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        SearchQuery.TryRead(query, out var read, out _).Should().BeTrue();
        var said = read!.Marks(text, SearchField.Content).Reverse().Aggregate(text, (t, span) => t.Insert(span.End, "]").Insert(span.Start, "["));
        said.Should().Be(marked);
    }
}

/// <summary>Seven claims of three articles, numbered as they come.</summary>
public class TextSearchDesk : IAsyncLifetime
{
    public TextSearchDesk() : this(TestDatabase.Sqlite) { }

    private protected TextSearchDesk(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public TestDesk Desk { get; private set; } = null!;

    /// <summary>Searches without the claims and their words in memory, which those of the desk have.</summary>
    public ClaimSearch Stored { get; private set; } = null!;

    /// <summary>The claims' places in the texts, from one, by their keys.</summary>
    public IReadOnlyDictionary<int, int> Numbers { get; private set; } = null!;

    private static readonly By Gazette = new("Harbour Gazette", SourceKind.Outlet);

    public static Script Bridge { get; } = new()
    {
        Title = "Works at the harbourside",
        Outlet = "Harbour Gazette",
        Claims =
        [
            new Told("the bridge reopens in May", Gazette, new By("Ana Ruiz")),
            new Told("the old bridge of Lisbon, which is cracked", Gazette, new By("an engineer", SourceKind.Anonymous)),
            new Told("nobody paid for the old bridge", Gazette, new By("Ana Ruiz")),
        ],
    };

    private static Script Ferry { get; } = new()
    {
        Title = "At sea",
        Claims =
        [
            new Told("the ferry to al-Wadi is late", new By("article", SourceKind.Outlet), new By("a sailor", SourceKind.Anonymous)),
            new Told("the ferry costs 12.5 more", new By("article", SourceKind.Outlet), new By("a captain", SourceKind.Anonymous)),
        ],
    };

    private static Script Abroad { get; } = new()
    {
        Title = "Elsewhere",
        Claims =
        [
            new Told("Sa\u0303o Paulo and München are far away", new By("article", SourceKind.Outlet), new By("a pilot", SourceKind.Anonymous)),
            new Told("Łódź has a ферма that reopened", new By("article", SourceKind.Outlet), new By("a farmer", SourceKind.Anonymous)),
        ],
    };

    public async Task InitializeAsync()
    {
        Desk = await TestDesk.OpenAsync(Database);
        await Desk.ImportAsync(Bridge, Ferry, Abroad);
        var all = await Desk.Get<ClaimSearch>().FindAsync(ClaimFilter.Everything with { Sort = ClaimOrder.Article });
        Numbers = all.Claims.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i + 1);
        await Desk.Get<ClaimMemory>().LoadAsync();
        Stored = new ClaimSearch(Desk.Database, new ClaimMemory(Desk.Database, NullLogger<ClaimMemory>.Instance), TimeProvider.System);
    }

    public async Task DisposeAsync() => await Desk.DisposeAsync();
}

public sealed class TextSearchOnPostgresDesk() : TextSearchDesk(TestDatabase.Postgres);
