using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.People.Tokens;
using ClaimsDesk.Web.Accounts.Tokens;
using ClaimsDesk.Web.Limits;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClaimsDesk.Web.Tests.Api;

/// <summary>Who may read through the API, and what those get who may not.</summary>
[Collection(SeededDesk.Collection)]
public sealed class ApiAccessTests(SeededDesk seeded)
{
    private static readonly string[] Resources = ["/api/v1/claims", "/api/v1/claims/1", "/api/v1/articles", "/api/v1/articles/1", "/api/v1/sources", "/api/v1/sources/1", "/api/v1/actors", "/api/v1/actors/1"];

    public static TheoryData<string, string, int> Matrix()
    {
        var matrix = new TheoryData<string, string, int>();
        foreach (var path in Resources)
        {
            matrix.Add(path, "nobody", 401);
            matrix.Add(path, "a bad token", 401);
            matrix.Add(path, "a token in the address", 401);
            matrix.Add(path, "a feed's token", 403);
            matrix.Add(path, "a token", 200);
            matrix.Add(path, "a cookie", 200);
        }
        return matrix;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task The_api_opens_for_tokens_that_may_read_and_for_who_is_signed_in(string path, string who, int expected)
    {
        var caller = who switch
        {
            "a token" => await seeded.ProgramAsync(),
            "a feed's token" => await seeded.ProgramAsync(TokenScopes.Feed),
            "a cookie" => await seeded.Desk.BrowserOfAsync(Role.Analyst),
            _ => seeded.Desk.Browser(),
        };
        if (who == "a bad token") caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "cdesk_x");
        if (who == "a token in the address") path += $"?token={await seeded.TokenAsync()}";

        var answer = await caller.GetAsync(path);

        ((int)answer.StatusCode).Should().Be(expected);
        if (expected == 200) answer.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        else await ShouldBeProblemAsync(answer, expected);
        if (expected == 401) answer.Headers.WwwAuthenticate.Should().Contain(scheme => scheme.Scheme == "Bearer");
    }

    [Theory]
    [InlineData("/api/nothing", 404)]
    [InlineData("/api/v2/openapi.json", 404)]
    [InlineData("/api/v1/claims/999999", 404)]
    [InlineData("/api/v1/claims/x", 404)]
    [InlineData("/api/v1/articles/0", 404)]
    [InlineData("/api/v1/claims?size=201", 400)]
    [InlineData("/api/v1/claims?sort=sideways", 400)]
    [InlineData("/api/v1/claims?after=999999", 400)]
    [InlineData("/api/v1/claims?facets=outlet,nonsense", 400)]
    [InlineData("/api/v1/articles?published=soon", 400)]
    [InlineData("/api/v1/articles?facets=outlet", 400)]
    [InlineData("/api/v1/sources?kind=martian", 400)]
    [InlineData("/api/v1/actors?after=x", 400)]
    public async Task What_cannot_be_answered_is_a_problem_whatever_the_caller_accepts(string path, int status)
    {
        var program = await seeded.ProgramAsync();
        program.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await ShouldBeProblemAsync(await program.GetAsync(path), status);
    }

    [Fact]
    public async Task Every_key_that_cannot_be_read_is_named_with_what_it_takes()
    {
        var answer = await (await seeded.ProgramAsync()).GetAsync("/api/v1/claims?said=soon&colour=red&act=denial&reliability=Z");
        var errors = (await ShouldBeProblemAsync(answer, 400)).GetProperty("errors");
        errors.EnumerateObject().Select(error => error.Name).Should().BeEquivalentTo("said", "colour", "reliability");
        errors.GetProperty("said")[0].GetString().Should().Contain("soon").And.Contain("2024-08");
    }

    [Fact]
    public async Task The_api_only_reads()
    {
        foreach (var caller in new[] { await seeded.ProgramAsync(), await seeded.Desk.BrowserOfAsync(Role.Admin) })
        {
            var answer = await caller.PostAsync("/api/v1/claims", new StringContent("{}"));
            ((int)answer.StatusCode).Should().BeOneOf(401, 405);
        }
    }

    [Fact]
    public async Task A_disabled_persons_token_stops_at_once()
    {
        var person = await seeded.Desk.AddAsync($"Leaver {Guid.NewGuid():N}", Role.Analyst);
        var program = await seeded.ProgramAsync(personId: person.Id);
        (await program.GetAsync("/api/v1/claims")).StatusCode.Should().Be(HttpStatusCode.OK);

        await seeded.Desk.ExecuteAsync($"UPDATE People SET Disabled = 1 WHERE Id = '{person.Id}'");

        await ShouldBeProblemAsync(await program.GetAsync("/api/v1/claims"), 401);
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        var answer = await (await seeded.ProgramAsync()).GetAsync("/claims");
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_is_known_already_is_not_sent_again()
    {
        var program = await seeded.ProgramAsync();
        var first = await program.GetAsync("/api/v1/claims?act=denial");
        first.Headers.CacheControl!.Private.Should().BeTrue();

        program.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        var again = await program.GetAsync("/api/v1/claims?act=denial");
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        (await program.GetAsync("/api/v1/claims?act=demand")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answers_carry_the_security_headers()
    {
        var program = await seeded.ProgramAsync();
        foreach (var path in new[] { "/api/v1/claims", "/api/nothing", "/api/v1/openapi.json" })
        {
            var headers = (await program.GetAsync(path)).Headers;
            headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'self'");
            headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        }
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_ask_again_and_others_are_served()
    {
        await using var desk = new LimitedDesk();
        await desk.Seeded.Desk.InitializeAsync();
        desk.Seeded.Desk.Services.GetRequiredService<IOptions<DeskLimits>>().Value.RequestsAMinute = 5;
        var program = await desk.Seeded.ProgramAsync();
        for (var i = 0; i < 5; i++) (await program.GetAsync("/api/v1/claims")).StatusCode.Should().Be(HttpStatusCode.OK);

        var answer = await program.GetAsync("/api/v1/claims");

        await ShouldBeProblemAsync(answer, 429);
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.Should().BeInRange(1, 60);
        (await (await desk.Seeded.ProgramAsync()).GetAsync("/api/v1/claims")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_passwords_rest_the_address_they_come_from_and_right_ones_do_not()
    {
        await using var desk = new LimitedDesk();
        await desk.Seeded.Desk.InitializeAsync();
        desk.Seeded.Desk.Services.GetRequiredService<IOptions<DeskLimits>>().Value.WrongPasswordsAMinute = 3;
        for (var i = 0; i < 4; i++) await desk.Seeded.Desk.BrowserOfAsync(Role.Analyst);
        for (var i = 0; i < 3; i++)
            (await Desk.SignInAsync(desk.Seeded.Desk.Browser(), $"Name {i}", "one password for all")).StatusCode.Should().Be(HttpStatusCode.OK);

        var answer = await Desk.SignInAsync(desk.Seeded.Desk.Browser(), "Name 4", "one password for all");

        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.Should().NotBeNull();
        (await answer.Content.ReadAsStringAsync()).Should().Contain("too many wrong passwords");
    }

    [Fact]
    public async Task Many_tries_at_one_moment_are_no_way_around_the_limit_of_an_address()
    {
        await using var desk = new LimitedDesk();
        await desk.Seeded.Desk.InitializeAsync();
        desk.Seeded.Desk.Services.GetRequiredService<IOptions<DeskLimits>>().Value.WrongPasswordsAMinute = 3;

        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => Desk.SignInAsync(desk.Seeded.Desk.Browser(), $"Name {i}", "one password for all")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).Should().Be(3);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).Should().Be(6);
    }

    [Fact]
    public async Task Requests_at_one_moment_are_all_counted()
    {
        await using var desk = new LimitedDesk();
        await desk.Seeded.Desk.InitializeAsync();
        desk.Seeded.Desk.Services.GetRequiredService<IOptions<DeskLimits>>().Value.RequestsAMinute = 5;
        var program = await desk.Seeded.ProgramAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => program.GetAsync("/api/v1/claims")));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).Should().Be(5);
    }

    [Fact]
    public async Task The_last_use_of_a_token_is_written_down()
    {
        var person = await seeded.Desk.AddAsync($"User {Guid.NewGuid():N}", Role.Analyst);
        var program = await seeded.ProgramAsync(personId: person.Id);
        await program.GetAsync("/api/v1/claims/1");

        await seeded.Desk.Services.GetRequiredService<TokenUses>().WriteAsync();

        await using var db = await seeded.Desk.Services.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContextAsync();
        (await db.AccessTokens.SingleAsync(token => token.PersonId == person.Id)).LastUsedAt.Should().BeCloseTo(DateTime.UtcNow, TimeSpan.FromMinutes(1));
    }

    private static async Task<JsonElement> ShouldBeProblemAsync(HttpResponseMessage answer, int status)
    {
        ((int)answer.StatusCode).Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("status").GetInt32().Should().Be(status);
        problem.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        return problem;
    }

    /// <summary>A desk of its own, without texts.</summary>
    private sealed class LimitedDesk : IAsyncDisposable
    {
        public SeededDesk Seeded { get; } = new();

        public async ValueTask DisposeAsync() => await Seeded.DisposeAsync();
    }
}
