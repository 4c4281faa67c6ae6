using System.Net;
using System.Xml.Linq;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.People.Tokens;

namespace ClaimsDesk.Web.Tests.Exports;

[Collection(SeededDesk.Collection)]
public sealed class FeedTests(SeededDesk seeded)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_holds_what_was_brought_in_last_the_newest_first_with_what_an_entry_needs()
    {
        var expected = await seeded.NumbersAsync("SELECT Id AS Value FROM Claims WHERE SourceKind = 'Anonymous' ORDER BY Id DESC LIMIT 100");
        var feed = XDocument.Parse(await (await seeded.ProgramAsync(TokenScopes.Feed)).GetStringAsync("/claims/feed.atom?kind=anonymous")).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();

        entries.Select(entry => entry.Element(Atom + "link")!.Attribute("href")!.Value.Split("claim=")[1]).Should().Equal(expected.Select(id => $"{id}"));
        entries.Select(entry => entry.Element(Atom + "id")!.Value).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.StartsWith("urn:uuid:", StringComparison.Ordinal));
        foreach (var entry in entries.Prepend(feed))
        {
            DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture).Should().BeAfter(DateTimeOffset.UnixEpoch);
            entry.Element(Atom + "title")!.Value.Should().NotBeEmpty();
            entry.Element(Atom + "author")!.Element(Atom + "name")!.Value.Should().NotBeEmpty();
        }
        feed.Element(Atom + "title")!.Value.Should().Be("Claims unnamed");
        feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value.Should().EndWith("/claims/feed.atom?kind=anonymous");
    }

    [Fact]
    public async Task A_feeds_own_token_may_stand_in_its_address_and_no_other()
    {
        var reader = seeded.Desk.Browser();
        var own = await seeded.TokenAsync(TokenScopes.Feed);
        var answer = await reader.GetAsync($"/claims/feed.atom?kind=person&token={own}");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().NotContain(own);
        (await reader.GetAsync($"/claims/feed.atom?token={await seeded.TokenAsync()}")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await reader.GetAsync($"/claims/feed.atom?token={await seeded.TokenAsync(TokenScopes.Feed | TokenScopes.Read)}")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        foreach (var path in new[] { "/api/v1/claims", "/claims/export.csv", "/claims" })
            ((int)(await reader.GetAsync($"{path}?token={own}")).StatusCode).Should().NotBe(200, "of {0}", path);
    }

    [Fact]
    public async Task Others_need_a_token_that_may_read_or_to_be_signed_in()
    {
        var refusal = await seeded.Desk.Browser().GetAsync("/claims/feed.atom");
        refusal.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        refusal.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await (await seeded.ProgramAsync()).GetAsync("/claims/feed.atom")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await (await seeded.Desk.BrowserOfAsync(Role.Analyst)).GetAsync("/claims/feed.atom")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await (await seeded.ProgramAsync()).GetAsync("/claims/feed.atom?said=soon")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_unchanged_feed_is_not_sent_again()
    {
        var reader = await seeded.ProgramAsync(TokenScopes.Feed);
        var first = await reader.GetAsync("/claims/feed.atom?article=2");
        reader.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        (await reader.GetAsync("/claims/feed.atom?article=2")).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_feed_without_claims_is_a_feed() =>
        XDocument.Parse(await (await seeded.ProgramAsync()).GetStringAsync("/claims/feed.atom?batch=99")).Root!.Elements(Atom + "entry").Should().BeEmpty();
}
