using ClaimsDesk.Extraction.Claims;

namespace ClaimsDesk.Knowledge.Tests.Claims;

/// <summary>Two articles with eight claims that differ in everything a filter can ask for.</summary>
public static class SmallBase
{
    private static readonly By Gazette = new("Harbour Gazette", SourceKind.Outlet);
    private static readonly By Wire = new("Northern Wire", SourceKind.Agency);
    private static readonly By Officials = new("two port officials", SourceKind.Anonymous);
    private static readonly By Ruiz = new("Ana Ruiz");

    public static Script Bridge { get; } = new()
    {
        Title = "Bridge to reopen",
        Outlet = "Harbour Gazette",
        Published = new DateOnly(2024, 8, 6),
        Actors =
        [
            new Mentioned(ActorKind.Person, "Ana Ruiz", "Mayor Ruiz"),
            new Mentioned(ActorKind.Organisation, "Port Authority", "the authority"),
            new Mentioned(ActorKind.Place, "San José"),
        ],
        Claims =
        [
            new Told("the bridge in San José reopens in May", Gazette, Ruiz)
            {
                SaidOn = "2024-08-05", EventDate = "2025-05", Act = ClaimAct.Prediction, Quote = QuoteKind.Direct, Places = ["San José"],
            },
            new Told("Ana Ruiz was told that the cost had doubled", Gazette, Wire, Officials)
            {
                SaidOn = "2024-08", Hedged = true, Affiliation = "Port Authority", Actors = ["Ana Ruiz"],
            },
            new Told("the cost had doubled", Gazette, Wire, Officials, new By("Port Authority", SourceKind.Organisation)) { Parent = "a1c2" },
            new Told("the money was wasted", Gazette, new By("Port Authority", SourceKind.Organisation))
            {
                Act = ClaimAct.Denial, Negated = true, Actors = ["the authority"], SaidOn = "2024-08-06", Quote = QuoteKind.Mixed,
            },
        ],
    };

    public static Script Ferry { get; } = new()
    {
        Title = "Ferry delayed",
        Published = null,
        Actors = [new Mentioned(ActorKind.Person, "Ana Ruiz")],
        Claims =
        [
            new Told("the ferry would not sail before June", new By("article", SourceKind.Outlet), new By("an official", SourceKind.Anonymous))
            {
                SaidOn = "2023", Negated = true,
            },
            new Told("a request for comment", new By("article", SourceKind.Outlet), Ruiz) { Act = ClaimAct.NoComment, Cue = "did not answer" },
            new Told("ferries are safe", new By("article", SourceKind.Outlet), Wire, Ruiz),
            new Told("Ana Ruiz should resign", new By("article", SourceKind.Outlet), new By("Harbour Gazette", SourceKind.Outlet))
            {
                Act = ClaimAct.Demand, Actors = ["Ana Ruiz"],
            },
        ],
    };
}

/// <summary>The small base, imported once for tests that only read.</summary>
public class SmallBaseDesk : IAsyncLifetime
{
    private readonly TestDatabase _database;

    public SmallBaseDesk() : this(TestDatabase.Sqlite) { }

    private protected SmallBaseDesk(TestDatabase database) => _database = database;

    public TestDesk Desk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Desk = await TestDesk.OpenAsync(_database);
        await Desk.ImportAsync(SmallBase.Bridge, SmallBase.Ferry);
    }

    public async Task DisposeAsync() => await Desk.DisposeAsync();
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class SmallBaseOnPostgres() : SmallBaseDesk(TestDatabase.Postgres);
