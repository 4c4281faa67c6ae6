using System.Net;
using System.Text.RegularExpressions;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Web.Accounts;
using ClaimsDesk.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Web.Tests;

/// <summary>The desk as it is served: the real host on a real SQLite file and a real port, with nobody in it yet.</summary>
public sealed partial class Desk : IAsyncLifetime
{
    /// <summary>Everybody's password in these tests.</summary>
    public const string Password = "a few plain words";

    private readonly string _folder = Directory.CreateTempSubdirectory("claimsdesk-web-").FullName;
    private WebApplication? _app;

    public DataDirectory Data { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Data = DataDirectory.Open(_folder);
        _app = DeskHost.Build(Data, "http://127.0.0.1:0");
        await Services.GetRequiredService<KnowledgeBase>().OpenAsync();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A browser without cookies that does not follow redirects.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>A browser in which somebody with the role has signed in; null for nobody.</summary>
    public async Task<HttpClient> BrowserOfAsync(Role? role)
    {
        var browser = Browser();
        if (role is null) return browser;
        var name = $"{role} {Guid.NewGuid():N}";
        await AddAsync(name, role.Value);
        (await SignInAsync(browser, name, Password)).StatusCode.Should().Be(HttpStatusCode.Redirect);
        return browser;
    }

    public async Task<Person> AddAsync(string name, Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var outcome = await Services.GetRequiredService<PeopleRegister>()
            .AddFromMachineAsync(name, role, people.PasswordHasher.HashPassword(new Person(), Password));
        outcome.Should().Be(PeopleOutcome.Done);
        return (await people.FindByNameAsync(name))!;
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string password) =>
        PostAsync(browser, "/sign-in", new() { ["Given.Name"] = name, ["Given.Password"] = password });

    /// <summary>Opens the page and posts its form with what is given, as a browser does.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, Dictionary<string, string> fields)
    {
        var page = await browser.GetStringAsync(path);
        foreach (Match hidden in HiddenField().Matches(page)) fields.TryAdd(hidden.Groups[1].Value, WebUtility.HtmlDecode(hidden.Groups[2].Value));
        return await browser.PostAsync(path, new FormUrlEncodedContent(fields));
    }

    /// <summary>What the log file holds.</summary>
    public string Log() => string.Join('\n', Directory.GetFiles(Data.Logs).Select(ReadShared));

    public async Task ExecuteAsync(string sql)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    public Task<string?> NewSetupTokenAsync() => Services.GetRequiredService<SetupLink>().NewTokenAsync();

    private static string ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)" />""", RegexOptions.NonBacktracking)]
    private static partial Regex HiddenField();
}
