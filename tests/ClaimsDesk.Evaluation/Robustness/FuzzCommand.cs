using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Contract;
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
            var text = Text(seeds, number);
            characters += text.Length;
            var (found, problem) = Read(extractor, text);
            claims += found;
            if (problem is null) continue;
            failures++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Text {number} ({text.Length} characters): {problem}"));
            if (save is not null) File.WriteAllText(Path.Combine(save.FullName, string.Create(CultureInfo.InvariantCulture, $"{number}.txt")), text);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} texts, {characters} characters, {claims} claims in {watch.Elapsed.TotalMinutes:F1} minutes; {failures} broke something."));
        return failures == 0 ? 0 : 1;
    }

    private static List<string> Seeds() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.txt").Concat(Directory.EnumerateFiles(Repository.PathOf("tests", "ClaimsDesk.Evaluation", "texts"), "*.txt"))
            .Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static string Text(List<string> seeds, int number)
    {
        var random = new Random(number);
        var seed = seeds[random.Next(seeds.Count)];
        // Mostly a piece of one, since many short texts find more than few long ones.
        var length = random.Next(5) == 0 ? seed.Length : Math.Min(seed.Length, random.Next(200, 2_500));
        return Mutation.Of(seed.Substring(random.Next(seed.Length - length + 1), length), random, seeds, Longest);
    }

    private static (int Claims, string? Problem) Read(Extractor extractor, string value)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        try
        {
            var text = new SourceText(value);
            var document = extractor.Extract(text, ExtractionContext.Unknown);
            var claims = document.Articles.Sum(a => a.Claims.Count);
            var milliseconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
            if (milliseconds > Math.Max(SlowFloor, value.Length * SlowMillisecondsPerCharacter)) return (claims, string.Create(CultureInfo.InvariantCulture, $"slow, {milliseconds:F0} ms"));
            if (Invariants.Broken(document) is { } broken) return (claims, broken);
            var line = ExtractionJson.Document("x.txt", document);
            return (claims, line.GetHashCode(StringComparison.Ordinal) % 10 != 0 || line == ExtractionJson.Document("x.txt", extractor.Extract(new SourceText(value), ExtractionContext.Unknown)) ? null : "read again, it gives something else");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it is, it is what is looked for here.
            return (0, $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("ClaimsDesk", StringComparison.Ordinal))?.Trim()}");
        }
    }
}
