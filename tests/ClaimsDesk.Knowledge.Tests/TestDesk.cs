using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Knowledge.Tests;

/// <summary>A knowledge base in a folder of its own, with one person of each role, and an extraction that says what the test wants.</summary>
public sealed class TestDesk : IAsyncDisposable
{
    private readonly string _folder;
    private readonly TestDatabase _kind;
    private readonly ServiceProvider _services;

    private TestDesk(string folder, TestDatabase kind, string address)
    {
        (_folder, _kind, Address) = (folder, kind, address);
        _services = new ServiceCollection()
            .AddLogging()
            .AddKnowledge(address)
            .AddSingleton<Extract>((text, context) => Extract(text, context))
            .BuildServiceProvider(validateScopes: true);
    }

    public const string Analyst = "analyst", Editor = "editor", Admin = "admin", DisabledAdmin = "disabled-admin";

    /// <summary>The path or the connection string of the knowledge base.</summary>
    public string Address { get; }

    /// <summary>The extraction: by default that of <see cref="Script"/>.</summary>
    public Extract Extract { get; set; } = Script.Read;

    public IDbContextFactory<ClaimsDeskDb> Database => Get<IDbContextFactory<ClaimsDeskDb>>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>On a SQLite file unless another kind of database is asked for.</summary>
    public static async Task<TestDesk> OpenAsync(TestDatabase? kind = null)
    {
        kind ??= TestDatabase.Sqlite;
        var folder = Directory.CreateTempSubdirectory("claimsdesk").FullName;
        var desk = new TestDesk(folder, kind, await kind.NewAsync(folder));
        await desk.Get<KnowledgeBase>().OpenAsync();
        await using var db = desk.Database.CreateDbContext();
        db.Users.AddRange(
            new Person { Id = Analyst, UserName = "Ann Analyst", Role = Role.Analyst },
            new Person { Id = Editor, UserName = "Ed Editor", Role = Role.Editor },
            new Person { Id = Admin, UserName = "Ada Admin", Role = Role.Admin },
            new Person { Id = DisabledAdmin, UserName = "Dora Gone", Role = Role.Admin, Disabled = true });
        await db.SaveChangesAsync();
        return desk;
    }

    /// <summary>Imports scripts as the admin; all must be imported.</summary>
    public async Task<ImportReport> ImportAsync(params Script[] scripts)
    {
        var report = await ImportAsync(scripts.Select((s, i) => ImportFile.Pasted($"{i}.txt", s.ToText())).ToArray());
        report.Items.Should().OnlyContain(item => item.Outcome.IsStored());
        return report;
    }

    /// <summary>Imports files as the admin.</summary>
    public async Task<ImportReport> ImportAsync(params ImportFile[] files)
    {
        var result = await Get<TextImport>().ImportAsync(Admin, "test", files);
        return result.Should().BeOfType<ImportResult.Ran>().Subject.Report;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _kind.DropAsync(Address);
        Directory.Delete(_folder, recursive: true);
    }
}
