using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Web.Commands;
using ClaimsDesk.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Web.Tests;

public sealed class FirstTextsTests : IAsyncLifetime
{
    private readonly Desk _desk = new();

    public Task InitializeAsync() => _desk.InitializeAsync();

    public Task DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task An_empty_knowledge_base_gets_the_seeds_and_a_second_start_adds_nothing()
    {
        var seeds = Directory.GetFiles(SeedImport.Folder, "*.txt");
        seeds.Should().HaveCount(5);

        var first = await StartAsync();
        var stored = await CountsAsync();
        var second = await StartAsync();

        first.Should().StartWith("Importing the first 5 texts …\nFirst texts: 5 imported; ");
        stored.Files.Should().Be(5);
        stored.Claims.Should().BePositive();
        second.Should().BeEmpty();
        (await CountsAsync()).Should().Be(stored);
    }

    private async Task<string> StartAsync()
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter());
        await SeedImport.RunAsync(_desk.Services, new Terminal(TextReader.Null, output, error), CancellationToken.None);
        error.ToString().Should().BeEmpty();
        return output.ToString();
    }

    private async Task<(int Files, int Articles, int Claims)> CountsAsync()
    {
        await using var db = await _desk.Services.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContextAsync();
        return (await db.SourceFiles.CountAsync(), await db.Articles.CountAsync(), await db.Claims.CountAsync());
    }
}
