using System.Net;
using System.Text.Json;

namespace ClaimsDesk.Web.Tests.Api;

/// <summary>Reads everything through the API, page by page, and compares it with the database.</summary>
[Collection(SeededDesk.Collection)]
public sealed class PagingTests(SeededDesk seeded)
{
    private const string Told = "SELECT ClaimId FROM ClaimHops h JOIN Sources s ON s.Id = h.SourceId WHERE";
    private const string Concerns = "SELECT ClaimId FROM ClaimActors a WHERE";

    [Theory]
    [InlineData("", "1 = 1")]
    [InlineData("act=denial&act=no-comment", "Act IN ('Denial', 'NoComment')")]
    [InlineData("act=-assertion", "Act <> 'Assertion'")]
    [InlineData("kind=anonymous", "SourceKind = 'Anonymous'")]
    [InlineData("quote=direct&quote=mixed", "Quote IN ('Direct', 'Mixed')")]
    [InlineData("negated=true", "Negated = 1")]
    [InlineData("hedged=false", "Hedged = 0")]
    [InlineData("article=2", "ArticleId = 2")]
    [InlineData("batch=1", "1 = 1")]
    [InlineData("batch=99", "1 = 0")]
    [InlineData("outlet=1", "OutletId = 1")]
    [InlineData("source=2", $"Id IN ({Told} s.Id = 2)")]
    [InlineData("source=iran", $"Id IN ({Told} s.NameKey = 'iran')")]
    [InlineData("chain=syria", $"Id IN ({Told} s.NameKey LIKE '%syria%')")]
    [InlineData("ends=2", "SourceId = 2 OR Id IN (SELECT h.ClaimId FROM ClaimHops h WHERE h.SourceId = 2 AND h.Position = (SELECT MAX(Position) FROM ClaimHops l WHERE l.ClaimId = h.ClaimId))")]
    [InlineData("affiliation=iran", "AffiliationKey LIKE '%iran%'")]
    [InlineData("actor=1", $"Id IN ({Concerns} a.ActorId = 1 AND a.Part = 'About')")]
    [InlineData("place=syria", $"Id IN ({Concerns} a.Part = 'Place' AND a.ActorId IN (SELECT ActorId FROM ActorNames WHERE NameKey = 'syria'))")]
    [InlineData("reliability=B", "Reliability = 'B'")]
    [InlineData("credibility=2", "Credibility = '2'")]
    [InlineData("credibility=none", "Credibility IS NULL")]
    [InlineData("status=corroborated", "Status = 'Corroborated'")]
    [InlineData("said=2024-08-05", "SaidOn IS NOT NULL AND SaidFirst <= '2024-08-05' AND SaidLast >= '2024-08-05'")]
    [InlineData("happened=2024", "EventDate IS NOT NULL AND EventFirst <= '2024-12-31' AND EventLast >= '2024-01-01'")]
    [InlineData("published=2024-01..2024-12", "Published BETWEEN '2024-01-01' AND '2024-12-31'")]
    [InlineData("q=israel", "Id IN (SELECT rowid FROM ClaimText WHERE ClaimText MATCH 'Content : israel OR ToldBy : israel')")]
    [InlineData("kind=anonymous&hedged=false&act=-denial", "SourceKind = 'Anonymous' AND Hedged = 0 AND Act <> 'Denial'")]
    public async Task Claims_read_page_by_page_are_those_of_the_database(string query, string where)
    {
        var expected = await seeded.NumbersAsync($"SELECT Id AS Value FROM Claims WHERE {where} ORDER BY Published DESC, ArticleId, Position");
        (await EverythingAsync("claims", query)).Should().Equal(expected);
    }

    [Theory]
    [InlineData("newest-published", "Published DESC, ArticleId, Position")]
    [InlineData("newest-said", "SaidFirst DESC, ArticleId, Position")]
    [InlineData("oldest-said", "SaidFirst, ArticleId, Position")]
    [InlineData("article", "ArticleId, Position")]
    [InlineData("outlet", "COALESCE((SELECT NameKey FROM Sources s WHERE s.Id = OutletId), 'zzzz'), ArticleId, Position")]
    public async Task Every_order_can_be_paged_through(string sort, string order)
    {
        var expected = await seeded.NumbersAsync($"SELECT Id AS Value FROM Claims ORDER BY {order}");
        (await EverythingAsync("claims", $"sort={sort}")).Should().Equal(expected);
    }

    [Theory]
    [InlineData("articles", "", "SELECT Id AS Value FROM Articles ORDER BY Id")]
    [InlineData("articles", "outlet=1", "SELECT Id AS Value FROM Articles WHERE OutletId = 1 ORDER BY Id")]
    [InlineData("articles", "published=2024", "SELECT Id AS Value FROM Articles WHERE Published LIKE '2024%' ORDER BY Id")]
    [InlineData("sources", "", "SELECT Id AS Value FROM Sources WHERE NOT (Kind = 'Outlet' AND ArticleId IS NOT NULL) ORDER BY Id")]
    [InlineData("sources", "kind=anonymous&kind=person", "SELECT Id AS Value FROM Sources WHERE Kind IN ('Anonymous', 'Person') ORDER BY Id")]
    [InlineData("sources", "reliability=B", "SELECT Id AS Value FROM Sources WHERE Reliability = 'B' ORDER BY Id")]
    [InlineData("actors", "", "SELECT Id AS Value FROM Actors ORDER BY Id")]
    [InlineData("actors", "kind=armed-group&kind=state", "SELECT Id AS Value FROM Actors WHERE Kind IN ('ArmedGroup', 'State') ORDER BY Id")]
    [InlineData("actors", "q=tehran", "SELECT Id AS Value FROM Actors WHERE Id IN (SELECT ActorId FROM ActorNames WHERE NameKey LIKE '%tehran%') ORDER BY Id")]
    public async Task Other_lists_read_page_by_page_are_those_of_the_database(string resource, string query, string sql) =>
        (await EverythingAsync(resource, query)).Should().Equal(await seeded.NumbersAsync(sql));

    [Fact]
    public async Task A_facets_value_is_what_its_key_takes_and_its_count_what_the_list_then_holds()
    {
        var program = await seeded.ProgramAsync();
        var page = await JsonAsync(program, "/api/v1/claims?size=1&facets=source,kind,act,quote,reliability,credibility,status,outlet,actor,place,said");
        var facets = page.RootElement.GetProperty("facets").EnumerateObject().ToList();
        facets.Should().HaveCount(11);
        foreach (var facet in facets)
        {
            facet.Value.GetArrayLength().Should().BePositive("of {0}", facet.Name);
            foreach (var value in facet.Value.EnumerateArray().Take(6))
            {
                var (word, count) = (value.GetProperty("value").GetString()!, value.GetProperty("count").GetInt32());
                value.GetProperty("label").GetString().Should().NotBeNullOrEmpty();
                var total = (await JsonAsync(program, $"/api/v1/claims?size=1&{facet.Name}={Uri.EscapeDataString(word)}")).RootElement.GetProperty("total").GetInt32();
                total.Should().Be(count, "of {0}={1}", facet.Name, word);
            }
        }
    }

    [Fact]
    public async Task Next_keeps_the_filter_the_size_and_the_facets()
    {
        var page = await JsonAsync(await seeded.ProgramAsync(), "/api/v1/claims?kind=anonymous&size=2&facets=outlet,act");
        var next = new Uri(page.RootElement.GetProperty("next").GetString()!);
        next.GetLeftPart(UriPartial.Authority).Should().Be(seeded.Desk.Address.GetLeftPart(UriPartial.Authority));
        next.Query.Should().Contain("kind=anonymous").And.Contain("size=2").And.Contain("facets=outlet,act").And.Contain("after=");
    }

    private async Task<List<int>> EverythingAsync(string resource, string query)
    {
        var program = await seeded.ProgramAsync();
        var numbers = new List<int>();
        int? total = null;
        for (var next = $"/api/v1/{resource}?size=9&{query}"; next is not null;)
        {
            var page = (await JsonAsync(program, next)).RootElement;
            var items = page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32()).ToList();
            items.Count.Should().BeLessThanOrEqualTo(9);
            numbers.AddRange(items);
            total = page.GetProperty("total").GetInt32();
            next = page.GetProperty("next").GetString();
        }
        total.Should().Be(numbers.Count);
        return numbers;
    }

    private static async Task<JsonDocument> JsonAsync(HttpClient program, string path)
    {
        var answer = await program.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "of {0}", path);
        return JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
    }
}
