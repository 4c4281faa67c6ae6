using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Copies;
using ClaimsDesk.Knowledge.Import;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace ClaimsDesk.Knowledge.Tests.Copies;

/// <summary>How well near-copies are told, on texts that were edited on purpose: the figures of docs/importing.md.</summary>
public sealed class NearCopyFigures(ITestOutputHelper output)
{
    [Fact]
    public void Copies_are_found_and_other_texts_are_not_taken_for_copies()
    {
        var texts = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds"), "*.txt").Order(StringComparer.Ordinal)
            .Select(f => File.ReadAllText(f).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l.Length > 60).ToArray()).ToList();
        texts.Should().HaveCount(5);
        var edited = new EditedTexts(texts);
        var copies = edited.Copies().Select(p => (p.Edit, Found: AreFound(p.One, p.Other))).ToList();
        var others = edited.Others().Select(p => (p.Edit, Found: AreFound(p.One, p.Other))).ToList();

        var (right, wrong) = (copies.Count(c => c.Found), others.Count(c => c.Found));
        var (precision, recall) = ((double)right / (right + wrong), (double)right / copies.Count);
        output.WriteLine($"{copies.Count} copies, {others.Count} others; precision {precision:0.000}, recall {recall:0.000}");
        foreach (var group in copies.Concat(others).GroupBy(c => c.Edit)) output.WriteLine($"{group.Key}: {group.Count(c => c.Found)} of {group.Count()} found");
        precision.Should().BeGreaterThanOrEqualTo(0.97);
        recall.Should().BeGreaterThanOrEqualTo(0.9);
    }

    // As an import does it: a band in common, then the comparison.
    private static bool AreFound(string one, string other)
    {
        var (a, b) = (Of(one), Of(other));
        return Sketch.Of(a).Bands.Intersect(Sketch.Of(b).Bands).Any() && NearCopies.IsNear(a, b);
    }

    private static Shingles Of(string text) => Shingles.Of(text, new TextSpan(0, text.Length), []);
}

public sealed class NearCopiesOnSqlite() : NearCopyTests(TestDatabase.Sqlite);

public sealed class NearCopiesOnPostgres() : NearCopyTests(TestDatabase.Postgres);

public abstract class NearCopyTests(TestDatabase database) : IAsyncLifetime
{
    private TestDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await TestDesk.OpenAsync(database);

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Copies_and_versions_are_linked_and_their_claims_have_one_origin()
    {
        var report = await ImportAsync(
            Article("First", "Harbour Gazette", 1, 40), Article("Other", "Harbour Gazette", 2, 40), Article("Reprint", "Island Post", 1, 40),
            Article("Updated", "Harbour Gazette", 1, 34), Article("Late reprint", "Northern Wire", 1, 38));

        report.Items.Select(i => (i.Outcome, i.NearCopyOf?.Title)).Should().Equal(
            (ImportOutcome.Imported, null), (ImportOutcome.Imported, null), (ImportOutcome.NearCopy, "First"), (ImportOutcome.NearCopy, "First"), (ImportOutcome.NearCopy, "First"));
        await using var db = _desk.Database.CreateDbContext();
        (await db.ArticleRelations.OrderBy(r => r.ArticleId).Select(r => new { r.Article.Title, Other = r.Other!.Title, r.Kind }).ToListAsync())
            .Select(r => (r.Title, r.Other, r.Kind)).Should().Equal(
                ("Reprint", "First", RelationKind.Copy), ("Updated", "First", RelationKind.Version), ("Late reprint", "First", RelationKind.Copy));
        var first = report.Items[0].Articles[0].Id;
        (await db.Articles.Where(a => a.OriginId == first).CountAsync()).Should().Be(3);
        var claim = await db.Claims.Where(c => c.Article.Title == "Reprint").Select(c => c.Id).FirstAsync();
        var carriers = (await _desk.Get<OpenClaim>().ReadAsync(claim))!.Carriers!;
        (carriers.Articles.Count, carriers.Outlets, carriers.Articles[0].Title).Should().Be((4, 3, "Reprint"));
        var beside = (await _desk.Get<ArticleComparison>().ReadAsync(report.Items[3].Articles[0].Id, first))!;
        (beside.Left.Title, beside.Relation).Should().Be(("First", RelationKind.Version));
        beside.Similarity.Should().BeInRange(0.6, 0.95);
    }

    [Fact]
    public async Task Copies_are_found_among_those_of_earlier_imports_and_stay_a_family_when_the_first_is_undone()
    {
        var first = await ImportAsync(Article("First", "Harbour Gazette", 1, 40));
        (await ImportAsync(Article("Second", "Island Post", 1, 40))).Items[0].NearCopyOf!.Title.Should().Be("First");
        (await ImportAsync(Article("Third", "Northern Wire", 1, 38))).Items[0].NearCopyOf!.Title.Should().Be("First");
        await _desk.Get<BatchUndo>().OrderAsync(TestDesk.Admin, first.BatchId);
        await _desk.Get<BatchWorker>().RunOneAsync(CancellationToken.None);

        await using var db = _desk.Database.CreateDbContext();
        (await db.ArticleRelations.Select(r => new { r.Article.Title, Other = r.Other!.Title }).ToListAsync()).Select(r => (r.Title, r.Other)).Should().Equal(("Third", "Second"));
        (await ImportAsync(Article("Fourth", "Evening Sun", 1, 40))).Items[0].NearCopyOf!.Title.Should().Be("Second");
        (await db.Articles.Where(a => a.OriginId != null).Select(a => a.Title!).ToListAsync()).Should().BeEquivalentTo("Third", "Fourth");
    }

    private Task<ImportReport> ImportAsync(params Script[] scripts) =>
        _desk.ImportAsync(scripts.Select((s, i) => ImportFile.Pasted($"{s.Title}-{i}.txt", s.ToText())).ToArray());

    // An article of so many claims in made-up words, the same for the same seed.
    private static Script Article(string title, string outlet, int seed, int claims)
    {
        var random = new Random(seed);
        string Word() => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{"bdfgklmnprstv"[random.Next(13)]}{"aeiou"[random.Next(5)]}"));
        return new Script
        {
            Title = title,
            Outlet = outlet,
            Claims = [.. Enumerable.Range(0, claims).Select(_ => new Told(string.Join(' ', Enumerable.Range(0, 8).Select(_ => Word())), new By("Ana Ruiz")))],
        };
    }
}
