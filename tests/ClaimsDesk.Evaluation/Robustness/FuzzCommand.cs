using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Contract;
using ClaimsDesk.Extraction.Pages;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.Robustness;

/// <summary>
/// <c>fuzz</c>: reads spoilt texts for some minutes. A text that throws, breaks an invariant, gives other claims the second time, or takes
/// far longer than its length says is printed with its number, from which it can be made again.
/// </summary>
public static class FuzzCommand
{
    private const int Longest = 40_000;

    // In processor time, far above what news takes: about 0.1 ms a character.
    private const double SlowMillisecondsPerCharacter = 2;
    private const double SlowFloor = 3_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long.", DefaultValueFactory = _ => 1 };
        var first = new Option<int>("--from") { Description = "Number of the first text; the same number is the same text.", DefaultValueFactory = _ => 0 };
        var save = new Option<DirectoryInfo?>("--save") { Description = "A folder for the texts that break something." };
        var command = new Command("fuzz", "Reads spoilt texts, and reports what breaks.") { minutes, first, save };
        command.SetAction(parsed => Run(TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(first), parsed.GetValue(save)));
        return command;
    }

    private static int Run(TimeSpan time, int first, DirectoryInfo? save)
    {
        using var extractor = Extractor.Load();
        var seeds = Seeds();
        var watch = Stopwatch.StartNew();
        long characters = 0, claims = 0;
        int count = 0, failures = 0;
        save?.Create();
        while (watch.Elapsed < time)
        {
            var number = first + count++;
            // Every third is a web page.
            var isPage = number % 3 == 0;
            var text = Text(seeds, number, isPage);
            characters += text.Length;
            var (found, problem) = Read(extractor, text, isPage);
            claims += found;
            if (problem is null) continue;
            failures++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Text {number} ({text.Length} characters): {problem}"));
            if (save is not null) File.WriteAllText(Path.Combine(save.FullName, string.Create(CultureInfo.InvariantCulture, $"{number}.{(isPage ? "html" : "txt")}")), text);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} texts, {characters} characters, {claims} claims in {watch.Elapsed.TotalMinutes:F1} minutes; {failures} broke something."));
        return failures == 0 ? 0 : 1;
    }

    private static List<string> Seeds() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.txt").Concat(Directory.EnumerateFiles(Repository.PathOf("tests", "ClaimsDesk.Evaluation", "texts"), "*.txt"))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static string Text(List<string> seeds, int number, bool isPage)
    {
        var random = new Random(number);
        var seed = seeds[random.Next(seeds.Count)];
        // Mostly a piece of one, since many short texts find more than few long ones.
        var length = random.Next(5) == 0 ? seed.Length : Math.Min(seed.Length, random.Next(200, 2_500));
        var piece = seed.Substring(random.Next(seed.Length - length + 1), length);
        return Mutation.Of(isPage ? Page(piece) : piece, random, seeds, Longest);
    }

    private static string Page(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return $"""
            <!doctype html><html lang=en><head><title>{lines.FirstOrDefault()}</title><meta property="article:published_time" content="2024-08-06T10:00:00Z">
            <script type="application/ld+json">{"{"}"@type":"NewsArticle","headline":"{lines.FirstOrDefault()}","datePublished":"2024-08-06"{"}"}</script></head>
            <body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
            <article><h1>{lines.FirstOrDefault()}</h1>{string.Concat(lines.Skip(1).Select(line => $"<p>{line}</p>\n"))}<figure><img src="a.jpg"><figcaption>A bridge. Photo: AP</figcaption></figure></article>
            <aside><h2>Read more</h2><a href="/b">Another story</a></aside><footer>© 2024 <a href="/privacy">Privacy</a></footer></body></html>
            """;
    }

    private static (int Claims, string? Problem) Read(Extractor extractor, string value, bool isPage)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        try
        {
            var page = isPage ? PageReader.Read(value) : new PageText(value, []);
            var context = new ExtractionContext { Known = page.Articles };
            var document = extractor.Extract(new SourceText(page.Text), context);
            var claims = document.Articles.Sum(a => a.Claims.Count);
            var milliseconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
            if (milliseconds > Math.Max(SlowFloor, value.Length * SlowMillisecondsPerCharacter)) return (claims, string.Create(CultureInfo.InvariantCulture, $"slow, {milliseconds:F0} ms"));
            if (Invariants.Broken(document) is { } broken) return (claims, broken);
            // The second reading runs on another thread; one in ten is enough.
            if (value.Length % 10 != 0) return (claims, null);
            var line = ExtractionJson.Document("x.txt", document);
            var again = Task.Run(() => ExtractionJson.Document("x.txt", extractor.Extract(new SourceText(page.Text), context))).GetAwaiter().GetResult();
            return (claims, line == again ? null : "read again, it gives something else");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it is, it is what is looked for here.
            return (0, $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("ClaimsDesk", StringComparison.Ordinal))?.Trim()}");
        }
    }
}
