using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Benchmarks.Making;
using ClaimsDesk.Benchmarks.Measuring;
using ClaimsDesk.Benchmarks.People;
using ClaimsDesk.Benchmarks.Storing;
using ClaimsDesk.Knowledge.Data;
using Microsoft.EntityFrameworkCore;

var claims = new Option<int>("--claims") { Description = "How many claims.", DefaultValueFactory = _ => 1_000_000 };
var seed = new Option<int>("--seed") { Description = "The same seed makes the same knowledge base.", DefaultValueFactory = _ => 1 };
var data = new Option<string>("--data") { Description = "The folder of the knowledge base.", Required = true };

var make = new Command("make", "Makes a knowledge base of articles without sense, spread as in the news.") { claims, seed, data };
make.SetAction(async (parsed, cancellation) =>
{
    var folder = parsed.GetValue(data)!;
    var path = Path.Combine(folder, "claimsdesk.db");
    if (File.Exists(path) && new FileInfo(path).Length > 0)
    {
        Console.Error.WriteLine($"There is a knowledge base in {folder} already. Name an empty folder.");
        return 1;
    }
    var clock = Stopwatch.StartNew();
    using var knowledge = KnowledgeBase.At(path);
    await knowledge.OpenAsync(cancellation);
    await using var db = knowledge.CreateDbContext();
    await db.Database.OpenConnectionAsync(cancellation);
    using var maker = new KnowledgeMaker(db, parsed.GetValue(seed));
    maker.Make(parsed.GetValue(claims), made => Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{made:N0} claims, {clock.Elapsed.TotalSeconds:0} s ")));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{path}: {new FileInfo(path).Length / 1e6:N0} MB in {clock.Elapsed.TotalSeconds:0} s."));
    return 0;
});

var database = new Option<string?>("--database") { Description = "The connection string of a PostgreSQL knowledge base in place of the file in the folder." };
var folder = new Option<string?>("--data") { Description = "The folder of the knowledge base." };
var filters = new Option<int>("--filters") { Description = "How many filters.", DefaultValueFactory = _ => 50 };
var measure = new Command("measure", "Measures what the claims page asks of the server; prints a table.") { folder, database, filters, seed };
measure.SetAction(async (parsed, _) =>
{
    var address = parsed.GetValue(database) ?? Path.Combine(parsed.GetValue(folder) ?? "data", "claimsdesk.db");
    await using var services = Measurement.Open(address);
    await new Measurement(services, parsed.GetValue(filters), parsed.GetValue(seed)).RunAsync(Console.Out);
    return 0;
});

var articles = new Option<int>("--articles") { Description = "How many articles.", DefaultValueFactory = _ => 2_000 };
var turns = new Option<int>("--turns") { Description = "How often both are measured, turn by turn.", DefaultValueFactory = _ => 1 };
var onlyImport = new Option<bool>("--only-import") { Description = "Without the raw writer, which holds all rows in memory." };
var saving = new Option<bool>("--saving") { Description = "A person grades claims meanwhile; prints how long each save took." };
var store = new Command("store", "Measures how fast an import stores, beside a raw prepared writer of the same rows.") { articles, data, turns, onlyImport, saving };
store.SetAction(async (parsed, _) =>
{
    await new StoringBenchmark(parsed.GetValue(articles), parsed.GetValue(data)!, parsed.GetValue(turns), parsed.GetValue(onlyImport), parsed.GetValue(saving)).RunAsync(Console.Out);
    return 0;
});

var desk = new Option<string>("--address") { Description = "Where the desk listens.", Required = true };
var name = new Option<string>("--name") { Description = "Who signs in.", Required = true };
var password = new Option<string>("--password") { Description = "With which password.", Required = true };
var many = new Option<int>("--people") { Description = "How many people.", DefaultValueFactory = _ => 50 };
var process = new Option<int?>("--process") { Description = "The number of the desk's process on this machine, whose memory is printed." };
var people = new Command("people", "Opens pages of claims for many people at once at a desk that runs; needs Chromium (CHROMIUM_PATH).") { desk, name, password, many, process };
people.SetAction(async (parsed, _) =>
{
    await new PeopleBenchmark(new Uri(parsed.GetValue(desk)!), parsed.GetValue(name)!, parsed.GetValue(password)!, parsed.GetValue(many), parsed.GetValue(process)).RunAsync(Console.Out);
    return 0;
});

return await new RootCommand("Makes a large knowledge base and measures the desk on it.") { make, measure, store, people }.Parse(args).InvokeAsync();
