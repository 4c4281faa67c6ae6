using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Knowledge;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimsDesk.Benchmarks.Measuring;

/// <summary>Measures what the claims page asks of the server, beside plain SQL for the same rows in the same run.</summary>
public sealed class Measurement(ServiceProvider services, int questions, int seed)
{
    private const int Shown = 8;

    private ClaimSearch Search => services.GetRequiredService<ClaimSearch>();

    public static ServiceProvider Open(string database) => new ServiceCollection().AddLogging().AddKnowledge(database).BuildServiceProvider();

    public async Task RunAsync(TextWriter output)
    {
        var knowledge = services.GetRequiredService<KnowledgeBase>();
        await knowledge.OpenAsync();
        var clock = Stopwatch.StartNew();
        var memory = services.GetRequiredService<ClaimMemory>();
        await memory.LoadAsync();
        var loaded = clock.Elapsed.TotalSeconds;
        var count = (await Search.CountAsync(ClaimFilter.Everything)).Number;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} claims in {(knowledge.Name.StartsWith("the database", StringComparison.Ordinal) ? "PostgreSQL" : "SQLite")}; copied into memory in {loaded:0.0} s.\n"));
        var facets = await Search.FacetsAsync(ClaimFilter.Everything, 200);
        var asked = new Questions(facets, seed).Take(questions).ToList();
        output.WriteLine(Sample.Head);
        await PagesAsync(asked, output);
        await DeepAsync(output);
        await TextAsync(output);
        await ListsAsync(output);
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nHeap {GC.GetTotalMemory(true) / 1e6:0} MB, process {process.WorkingSet64 / 1e6:0} MB, at most {process.PeakWorkingSet64 / 1e6:0} MB."));
    }

    private async Task PagesAsync(List<ClaimFilter> asked, TextWriter output)
    {
        var (page, counted, facets, again) = (new Sample($"first page under one of {asked.Count} filters"), new Sample("its exact count"), new Sample("its eleven facets"),
            new Sample("page, count and facets for the next who asks for them"));
        var (raw, alone) = (new Sample("plain SQL for the rows of the page, by key"), new Sample("the facets of a filter that no page was asked for"));
        for (var warm = 0; warm < 2; warm++)
        {
            // A second time, because nobody is served by a program that has just started but once.
            if (warm == 1) (page, counted, facets, again, raw, alone) = (new(page.Name), new(counted.Name), new(facets.Name), new(again.Name), new(raw.Name), new(alone.Name));
            foreach (var filter in asked)
            {
                var rows = await page.TakeAsync(() => Search.FindAsync(filter));
                await counted.TakeAsync(async () => (object)await Search.CountAsync(filter));
                await facets.TakeAsync(() => Search.FacetsAsync(filter, Shown));
                await again.TakeAsync(async () => (await Search.FindAsync(filter), await Search.CountAsync(filter), await Search.FacetsAsync(filter, Shown)));
                if (rows.Claims.Count > 0) await raw.TakeAsync(() => PlainAsync([.. rows.Claims.Select(c => c.Id)]));
            }
            foreach (var filter in asked) await alone.TakeAsync(() => Search.FacetsAsync(filter with { Hedged = filter.Hedged.Toggle(false) }, Shown));
        }
        foreach (var sample in (Sample[])[page, counted, facets, again, alone, raw]) output.WriteLine(sample.Row());
    }

    private async Task DeepAsync(TextWriter output)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContextAsync();
        var deep = new Sample("page ninety per cent down the list, any order");
        foreach (var order in Enum.GetValues<ClaimOrder>())
        {
            var days = await db.Claims.OrderBy(c => c.Id).Select(c => c.Id).Skip((int)(await db.Claims.CountAsync() * 0.9)).FirstAsync();
            for (var i = 0; i < 5; i++) await deep.TakeAsync(() => Search.FindAsync(ClaimFilter.Everything with { Sort = order, After = days + i }));
        }
        output.WriteLine(deep.Row());
    }

    private async Task TextAsync(TextWriter output)
    {
        await TextAsync("text: words of a third of the claims", ["the", "of", "to", "in", "and"], output);
        await TextAsync("text: rarer words, phrases, beginnings", RareWords().ToList(), output);
    }

    private async Task TextAsync(string name, IEnumerable<string> words, TextWriter output)
    {
        var (page, facets) = (new Sample(name + ", first page"), new Sample(name + ", facets after it"));
        foreach (var word in words)
        {
            var filter = ClaimFilter.Everything with { Words = Choices.AnyOf([word]) };
            await page.TakeAsync(() => Search.FindAsync(filter));
            await facets.TakeAsync(() => Search.FacetsAsync(filter, Shown));
        }
        output.WriteLine(page.Row());
        output.WriteLine(facets.Row());
    }

    private IEnumerable<string> RareWords()
    {
        var rows = Search.FindAsync(ClaimFilter.Everything with { Size = 60, Sort = ClaimOrder.OldestSaid }).GetAwaiter().GetResult().Claims;
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            var words = row.Content.Split(' ').Where(w => w.Length > 4).ToList();
            if (words.Count > 2) yield return (i % 4) switch { 0 => words[0], 1 => $"{words[0]} OR {words[1]}", 2 => words[1][..4] + "*", _ => $"\"{row.Content.Split(' ')[0]} {row.Content.Split(' ')[1]}\"" };
        }
    }

    private async Task ListsAsync(TextWriter output)
    {
        var (sources, actors) = (new Sample("list of sources"), new Sample("list of actors"));
        for (var page = 1; page <= 5; page++)
        {
            await sources.TakeAsync(() => services.GetRequiredService<SourceList>().FindAsync(new Knowledge.Sources.SourceFilter { Page = page }));
            await actors.TakeAsync(() => services.GetRequiredService<ActorList>().FindAsync(new ActorFilter { Page = page }));
        }
        output.WriteLine(sources.Row());
        output.WriteLine(actors.Row());
    }

    private async Task<int> PlainAsync(int[] ids)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ClaimsDeskDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var list = string.Join(',', ids);
        return await ReadAsync(db.Database.GetDbConnection(), $"""
            SELECT c."Id", c."Content", a."Title", s."Name", c."SaidOn", c."Act", c."Quote", c."Reliability", c."Status" FROM "Claims" c
            JOIN "Articles" a ON a."Id" = c."ArticleId" LEFT JOIN "Sources" s ON s."Id" = c."OutletId" WHERE c."Id" IN ({list})
            """) + await ReadAsync(db.Database.GetDbConnection(), $"""
            SELECT h."ClaimId", h."Position", s."Name", s."Kind", h."Cue" FROM "ClaimHops" h JOIN "Sources" s ON s."Id" = h."SourceId"
            WHERE h."ClaimId" IN ({list}) ORDER BY h."ClaimId", h."Position", h."Joint"
            """);
    }

    private static async Task<int> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var (count, values) = (0, new object[rows.FieldCount]);
        while (rows.Read()) count += rows.GetValues(values);
        return count;
    }
}
