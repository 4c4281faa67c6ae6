using System.Net.Http.Headers;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.People.Tokens;
using ClaimsDesk.Web.Commands;
using ClaimsDesk.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Web.Tests;

/// <summary>The desk with the seeds in it and some of it graded, for tests that only read.</summary>
public sealed class SeededDesk : IAsyncLifetime
{
    public const string Collection = "the desk with the seeds";

    public Desk Desk { get; } = new();

    public Person Editor { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Desk.InitializeAsync();
        await SeedImport.RunAsync(Desk.Services, new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null), CancellationToken.None);
        Editor = await Desk.AddAsync("Ed Itor", Role.Editor);
        await GradeAsync();
        // The seeds date everything to the day or the month.
        await Desk.ExecuteAsync("UPDATE Claims SET SaidOn = '2024', SaidFirst = '2024-01-01', SaidLast = '2024-12-31' WHERE Id = 3");
    }

    public Task DisposeAsync() => Desk.DisposeAsync();

    /// <summary>A program with a token of its own.</summary>
    public async Task<HttpClient> ProgramAsync(TokenScopes scopes = TokenScopes.Read, string? personId = null)
    {
        var program = Desk.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(scopes, personId));
        return program;
    }

    public async Task<string> TokenAsync(TokenScopes scopes = TokenScopes.Read, string? personId = null)
    {
        personId ??= (await Desk.AddAsync($"Reader {Guid.NewGuid():N}", Role.Analyst)).Id;
        var result = await Desk.Services.GetRequiredService<AccessTokens>().MakeAsync(personId, new TokenWish("test", scopes, null));
        return result.Should().BeOfType<TokenResult.Made>().Subject.Word;
    }

    /// <summary>The numbers that a query gives, in its order.</summary>
    public async Task<List<int>> NumbersAsync(string sql)
    {
        await using var db = await Desk.Services.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContextAsync();
#pragma warning disable EF1002 // The tests' own SQL.
        return await db.Database.SqlQueryRaw<int>(sql).ToListAsync();
#pragma warning restore EF1002
    }

    private async Task GradeAsync()
    {
        var source = (await NumbersAsync("SELECT SourceId AS Value FROM Claims WHERE SourceKind = 'Person' ORDER BY Id LIMIT 1")).Single();
        var claim = (await NumbersAsync("SELECT Id AS Value FROM Claims WHERE SourceKind = 'Anonymous' ORDER BY Id LIMIT 1")).Single();
        (await Desk.Services.GetRequiredService<SourceReliability>().SetAsync(new Judgement(Editor.Id, source, 0, "Usually right"), Reliability.B))
            .Should().BeOfType<GradeResult.Saved>();
        var grading = Desk.Services.GetRequiredService<ClaimGrading>();
        (await grading.SetCredibilityAsync(new Judgement(Editor.Id, claim, 0, "Others say so"), Credibility.ProbablyTrue)).Should().BeOfType<GradeResult.Saved>();
        (await grading.SetStatusAsync(new Judgement(Editor.Id, claim, 1, "Two origins"), ClaimStatus.Corroborated)).Should().BeOfType<GradeResult.Saved>();
    }
}

[CollectionDefinition(SeededDesk.Collection)]
public sealed class SharesSeededDesk : ICollectionFixture<SeededDesk>;
