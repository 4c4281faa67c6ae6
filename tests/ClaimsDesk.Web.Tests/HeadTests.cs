using System.Net;
using ClaimsDesk.Knowledge.People;

namespace ClaimsDesk.Web.Tests;

/// <summary>A request for the headers of a page is answered as one for the page, without the page.</summary>
public sealed class HeadTests(Desk desk) : IClassFixture<Desk>
{
    [Theory]
    [InlineData("/claims", HttpStatusCode.OK)]
    [InlineData("/sources?kind=person", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/css/base.css", HttpStatusCode.OK)]
    [InlineData("/api/v1/claims?size=3", HttpStatusCode.OK)]
    [InlineData("/claims/export.csv", HttpStatusCode.OK)]
    [InlineData("/claims/export.csv?colour=red", HttpStatusCode.BadRequest)]
    [InlineData("/claims/feed.atom", HttpStatusCode.OK)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    public async Task Head_answers_like_get(string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        var answer = await (await desk.BrowserOfAsync(Role.Analyst)).SendAsync(request);
        answer.StatusCode.Should().Be(expected);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }
}
