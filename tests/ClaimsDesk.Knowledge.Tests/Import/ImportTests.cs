using System.Text;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Knowledge.Tests.Claims;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.Import;

public sealed class ImportOnSqlite() : ImportTests(TestDatabase.Sqlite);

public sealed class ImportOnPostgres() : ImportTests(TestDatabase.Postgres);

public abstract class ImportTests(TestDatabase database) : IAsyncLifetime
{
    private TestDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await TestDesk.OpenAsync(database);

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Nothing_is_imported_twice_whatever_its_name_encoding_or_line_ends()
    {
        var text = SmallBase.Bridge.ToText();
        var report = await _desk.ImportAsync(
            ImportFile.Pasted("a.txt", text),
            ImportFile.Pasted("a.txt", text),
            ImportFile.Pasted("b.txt", text),
            Bytes("c.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text))),
            Bytes("d.txt", Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n")));

        report.Items.Select(i => i.Outcome).Should().Equal(
            ImportOutcome.Imported, ImportOutcome.AlreadyImported, ImportOutcome.AlreadyImported, ImportOutcome.AlreadyImported, ImportOutcome.AlreadyImported);
        report.Items.Skip(1).Should().OnlyContain(i => i.Articles.Single().Id == report.Items[0].Articles[0].Id);
        report.Items[2].Reason.Should().Be("The same text was imported as a.txt.");
        (await CountClaimsAsync()).Should().Be(4);
        await using var db = _desk.Database.CreateDbContext();
        (await db.AuditEntries.SingleAsync()).Should().BeEquivalentTo(new { PersonId = TestDesk.Admin, Field = "import", New = "1 of 5 texts, 4 claims" });
        (await _desk.Get<ImportHistory>().ReadAsync(report.BatchId)).Should().BeEquivalentTo(
            report with { ImportedBy = "Ada Admin" }, o => o.Using<DateTime>(c => c.Subject.Should().BeCloseTo(c.Expectation, TimeSpan.FromMilliseconds(1))).WhenTypeIs<DateTime>());
    }

    [Fact]
    public async Task A_text_that_fails_leaves_nothing_behind_and_the_others_go_on()
    {
        _desk.Extract = (text, context) =>
        {
            var document = Script.Read(text, context);
            if (text.Value.Contains("THROW", StringComparison.Ordinal)) throw new InvalidOperationException("a mistake");
            // Two articles at one place: the database refuses the second when the first is written already.
            return text.Value.Contains("BREAK", StringComparison.Ordinal)
                ? document with { Articles = [document.Articles[0], document.Articles[0] with { Claims = [document.Articles[0].Claims[0] with { FoundBy = null! }] }] }
                : document;
        };
        var report = await _desk.ImportAsync(
            ImportFile.Pasted("throws.txt", (SmallBase.Bridge with { Title = "THROW" }).ToText()),
            ImportFile.Pasted("breaks.txt", (SmallBase.Bridge with { Title = "BREAK" }).ToText()),
            ImportFile.Pasted("binary.txt", "\0\0\u0001\u0002"),
            ImportFile.Pasted("prose.txt", "No article here."),
            ImportFile.OnDisk("/nowhere/missing.txt"),
            ImportFile.OnDisk(Path.GetTempPath()),
            ImportFile.Pasted("fine.txt", SmallBase.Ferry.ToText()));

        report.Items.Select(i => i.Outcome).Should().Equal(
            ImportOutcome.Failed, ImportOutcome.Failed, ImportOutcome.Unreadable, ImportOutcome.Unreadable, ImportOutcome.Unreadable,
            ImportOutcome.Unreadable, ImportOutcome.Imported);
        report.Items.Take(6).Should().OnlyContain(i => i.Reason!.EndsWith('.'));
        await using var db = _desk.Database.CreateDbContext();
        (await db.SourceFiles.Select(f => f.FileName).ToListAsync()).Should().Equal("fine.txt");
        (await db.Articles.CountAsync()).Should().Be(1);
        (await db.Claims.CountAsync()).Should().Be(4);
        (await db.Sources.AnyAsync(s => s.Name == "Port Authority")).Should().BeFalse();
        (await db.Actors.AnyAsync(a => a.Name == "Port Authority")).Should().BeFalse();
    }

    [Theory]
    [InlineData(TestDesk.Analyst)]
    [InlineData(TestDesk.Editor)]
    [InlineData(TestDesk.DisabledAdmin)]
    [InlineData("nobody")]
    public async Task Only_admins_import(string person)
    {
        var result = await _desk.Get<TextImport>().ImportAsync(person, null, [ImportFile.Pasted("a.txt", SmallBase.Bridge.ToText())]);
        result.Should().BeOfType<ImportResult.NotAllowed>();
        (await CountClaimsAsync()).Should().Be(0);
        (await _desk.Get<ImportHistory>().ListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task An_admin_who_loses_the_right_stops_importing_at_the_next_text()
    {
        _desk.Extract = (text, context) =>
        {
            if (text.Value.Contains("Ferry", StringComparison.Ordinal))
            {
                using var db = _desk.Database.CreateDbContext();
                while (!db.SourceFiles.Any()) Thread.Sleep(10); // texts are read ahead of what is stored
                db.Users.Where(p => p.Id == TestDesk.Admin).ExecuteUpdate(set => set.SetProperty(p => p.Role, Role.Editor));
            }
            return Script.Read(text, context);
        };
        var report = await _desk.ImportAsync(
            ImportFile.Pasted("a.txt", SmallBase.Bridge.ToText()), ImportFile.Pasted("b.txt", SmallBase.Ferry.ToText()));
        report.Items.Select(i => i.Outcome).Should().Equal(ImportOutcome.Imported, ImportOutcome.NotReached);
        (await CountClaimsAsync()).Should().Be(4);
    }

    [Fact]
    public async Task An_import_that_is_stopped_keeps_what_is_stored_and_goes_on_where_it_stopped()
    {
        using var stop = new CancellationTokenSource();
        var seen = new List<ImportProgress>();
        var progress = new Immediately(p =>
        {
            seen.Add(p);
            stop.Cancel();
        });
        // More than one group, which is stored whole whoever stops the import.
        var files = Enumerable.Range(0, 200).Select(i => ImportFile.Pasted($"{i}.txt", (SmallBase.Bridge with { Title = $"Bridge {i}" }).ToText())).ToArray();
        var wanted = new NewBatch(null) { Origin = "here" };

        var report = await _desk.Get<TextImport>().ImportFromMachineAsync(wanted, files, progress, stop.Token);

        report.State.Should().Be(BatchState.Paused);
        report.Items.Should().HaveCountLessThan(200).And.OnlyContain(i => i.Outcome == ImportOutcome.Imported);
        report.Items.Select(i => i.FileName).Should().Equal(files.Take(report.Items.Count).Select(f => f.Name), "a whole beginning is stored");
        (seen[0].FilesDone, seen[0].Files, seen[0].FilePosition, seen[0].Finished.Outcome).Should().Be((1, 200, 0, ImportOutcome.Imported));

        var resumed = await _desk.Get<TextImport>().ImportFromMachineAsync(wanted, files);

        (resumed.BatchId, resumed.State).Should().Be((report.BatchId, BatchState.Finished));
        resumed.Items.Select(i => (i.FileName, i.Outcome)).Should().Equal(files.Select(f => (f.Name, ImportOutcome.Imported)));
        (await CountClaimsAsync()).Should().Be(800);
        await using var db = _desk.Database.CreateDbContext();
        (await db.IncomingFiles.AnyAsync()).Should().BeFalse("what is stored need not wait any more");
    }

    [Fact]
    public async Task Two_imports_at_once_share_their_sources_and_store_each_text_once()
    {
        var scripts = Enumerable.Range(0, 12).Select(i => SmallBase.Bridge with { Title = $"Bridge {i}" }).ToList();
        var files = scripts.Select((s, i) => ImportFile.Pasted($"{i}.txt", s.ToText())).ToArray();

        var reports = await Task.WhenAll(Task.Run(() => _desk.ImportAsync(files)), Task.Run(() => _desk.ImportAsync([.. files.Reverse()])));

        reports.Sum(r => r.Count(ImportOutcome.Imported)).Should().Be(12);
        reports.Sum(r => r.Count(ImportOutcome.AlreadyImported)).Should().Be(12);
        await using var db = _desk.Database.CreateDbContext();
        (await db.Claims.CountAsync()).Should().Be(48);
        (await db.Sources.Where(s => s.ArticleId == null).Select(s => s.Name).ToListAsync())
            .Should().BeEquivalentTo("Harbour Gazette", "Northern Wire", "Ana Ruiz", "Port Authority");
        (await db.Sources.CountAsync(s => s.Name == "two port officials")).Should().Be(12, "nobody can say that they are the same ones");
    }

    [Fact]
    public async Task Texts_that_write_one_name_otherwise_share_its_source_and_its_actor()
    {
        static Script Says(string teller, string pier, params string[] names) => new()
        {
            Title = pier,
            Claims = [new Told($"{pier} is safe", new By(teller, SourceKind.Organisation)) { Actors = [names[0]] }],
            Actors = [new Mentioned(ActorKind.Organisation, names)],
        };
        await _desk.ImportAsync(Says("Harbour Board", "Pier 1", "Pilots Union"));
        // Read together: one name that is there already, and one that is new to both.
        await _desk.ImportAsync(
            Says("the Harbour Board", "Pier 2", "PILOTS UNION", "The Pilots"), Says("Dock Office", "Pier 3", "Pilots Union", "The Pilots"),
            Says("DOCK OFFICE", "Pier 4", "Crane Guild"));

        await using var db = _desk.Database.CreateDbContext();
        (await db.Sources.OrderBy(s => s.Id).Select(s => s.Name).ToListAsync()).Should().Equal("Harbour Board", "Dock Office");
        (await db.Claims.OrderBy(c => c.Id).Select(c => new { c.ToldBy, c.Source.Name }).ToListAsync()).Should().Equal(
            new { ToldBy = "Harbour Board", Name = "Harbour Board" }, new { ToldBy = "Harbour Board", Name = "Harbour Board" },
            new { ToldBy = "Dock Office", Name = "Dock Office" }, new { ToldBy = "Dock Office", Name = "Dock Office" });
        var actors = await db.Actors.Include(a => a.Names).OrderBy(a => a.Id).ToListAsync();
        actors.Select(a => a.Name).Should().Equal("Pilots Union", "Crane Guild");
        actors[0].Names.Select(n => n.Name).Should().BeEquivalentTo("Pilots Union", "PILOTS UNION", "The Pilots");
        (await db.ClaimActors.CountAsync(a => a.ActorId == actors[0].Id)).Should().Be(3);
    }

    [Fact]
    public async Task The_first_texts_are_imported_once()
    {
        var import = _desk.Get<TextImport>();
        var files = new[] { SmallBase.Bridge, SmallBase.Ferry }.Select((s, i) => ImportFile.Pasted($"{i}.txt", s.ToText())).ToArray();
        (await import.SeedAsync(files))!.Items.Select(i => i.Outcome).Should().Equal(ImportOutcome.Imported, ImportOutcome.Imported);
        (await import.SeedAsync(files)).Should().BeNull();
        (await CountClaimsAsync()).Should().Be(8);
    }

    [Fact]
    public async Task What_the_importer_knows_wins_over_what_the_text_says()
    {
        await _desk.ImportAsync(ImportFile.Pasted("a.txt", SmallBase.Ferry.ToText()) with
        {
            PublishedOn = new DateOnly(2024, 8, 9),
            Outlet = "The Island Post",
            Url = "https://post.example/1",
        });
        await using var db = _desk.Database.CreateDbContext();
        var article = await db.Articles.Include(a => a.Outlet).SingleAsync();
        (article.Published, article.PublishedFrom).Should().Be((new DateOnly(2024, 8, 9), Knowledge.Articles.KnownFrom.Importer));
        (article.Outlet!.Name, article.OutletFrom).Should().Be(("The Island Post", Knowledge.Articles.KnownFrom.Importer));
        (article.Url, article.UrlFrom).Should().Be(("https://post.example/1", Knowledge.Articles.KnownFrom.Importer));
        (await db.ClaimHops.Where(h => h.Position == 0).Select(h => h.SourceId).Distinct().ToListAsync()).Should().Equal(article.OutletId!.Value);
    }

    [Fact]
    public async Task Every_imported_claim_is_unverified_and_unrated()
    {
        await _desk.ImportAsync(SmallBase.Bridge, SmallBase.Ferry);
        var claims = (await _desk.Get<ClaimSearch>().FindAsync(ClaimFilter.Everything)).Claims;
        claims.Should().HaveCount(8).And.OnlyContain(c =>
            c.Status == ClaimStatus.Unverified && c.Credibility == null && c.Reliability == null && !c.ReliabilityIsOverride);
    }

    [Fact]
    public async Task Notes_are_kept_with_their_lines()
    {
        _desk.Extract = (text, context) => Script.Read(text, context) with
        {
            Notes = [new Note("unbalanced-quotation", "A quotation is not closed.", new TextSpan(text.Value.LastIndexOf("the money", StringComparison.Ordinal), text.Length))],
        };
        var report = await _desk.ImportAsync(SmallBase.Bridge);
        report.Items[0].Outcome.Should().Be(ImportOutcome.PartlyRead);
        report.Items[0].Notes.Should().Equal(new ImportNote(5, 1, "A quotation is not closed."));
        (await _desk.Get<ImportHistory>().ReadAsync(report.BatchId))!.Items[0].Notes.Should().Equal(report.Items[0].Notes);
    }

    private static ImportFile Bytes(string name, IEnumerable<byte> bytes) => new(name, _ => Task.FromResult<Stream>(new MemoryStream([.. bytes])));

    private async Task<int> CountClaimsAsync() => (await _desk.Get<ClaimSearch>().CountAsync(ClaimFilter.Everything)).Number;

    private sealed class Immediately(Action<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told(value);
    }
}
