using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.Robustness;

/// <summary><c>growth</c>: how time grows with the length of a text. Linear growth gives the same microseconds a character at every size.</summary>
public static class GrowthCommand
{
    private static readonly string[] Roles = ["mayor", "minister", "judge", "farmer", "teacher", "engineer", "captain", "doctor", "lawyer", "trader"];
    private static readonly string[] Things = ["bridge", "mill", "harbour", "school", "road", "hospital", "library", "dam", "market", "railway"];
    private static readonly string[] Fates = ["closed", "sold", "flooded", "rebuilt", "inspected", "searched", "damaged", "guarded", "moved", "painted"];
    private static readonly string[] Askers = ["police", "council", "owners", "courts", "banks", "unions", "neighbours", "insurers", "army", "tenants"];
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] First = ["Ana", "Ben", "Carla", "Dmitri", "Eve", "Farid", "Gita", "Hugo", "Ines", "Jonas"];
    private static readonly string[] Last = ["Ruiz", "Okoro", "Diaz", "Antonov", "Lindqvist", "Haddad", "Rao", "Martin", "Silva", "Weber"];

    /// <summary>Odd texts, by the piece of which each is made; the number makes every piece another.</summary>
    private static readonly (string Name, Func<int, string> OfLength)[] Texts =
    [
        ("news", length => Fill(i => $"{Report(i)}{Name(i % 40)}, who runs port {i}, denied it.\n\n", length)),
        ("one line", length => Fill(Report, length)),
        ("one sentence", length => Fill(i => $"{Clause(i)} and ", length)),
        ("no punctuation, all capitals", length => Fill(i => $"{Clause(i)} on {Days[i % 7]} ".ToUpperInvariant(), length)),
        ("hyphens", length => Fill(i => $"- The {Of(Roles, i)} said re-re-re-opening the {Of(Things, i / 7)} - a well-known eye-sore - was non-{Of(Fates, i / 3)}. ", length)),
        ("nested quotations", length => Fill(i => $"“the {Of(Roles, i)} said ‘", length / 2) + Fill(_ => "’”", length / 2)),
        ("quotations that never close", length => Fill(i => $"The {Of(Roles, i)} said: “The {Of(Things, i / 7)} is {Of(Fates, i / 3)}. ", length)),
        ("many names", length => Fill(i => $"{Name(i)} of {Name(i)[(Name(i).IndexOf(' ') + 1)..]} Steel said the bridge at number {i} was closed. ", length)),
        ("many names, capitals without punctuation", length => Fill(i => $"{Name(i)} said the bridge at number {i} was closed ".ToUpperInvariant(), length)),
        ("zero-width and bidi characters", length => Fill(i => $"The {Split(Of(Roles, i))} sa\u202Eid\u202C the {Split(Of(Things, i / 7))} \u2066was\u2069 {Of(Fates, i / 3)}. ", length)),
        ("page furniture", length => Fill(i => $"Read more about it\nShare\nA headline about the {Of(Things, i)} of {i}\n{1 + i % 28} August {2000 + i % 24}\n", length)),
    ];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var largest = new Option<int>("--times") { Description = "The largest size, as a multiple of 10,000 characters.", DefaultValueFactory = _ => 100 };
        var only = new Option<string?>("--only") { Description = "Only the text whose name begins so." };
        var command = new Command("growth", "Measures how time grows with the length of a text.") { largest, only };
        command.SetAction(parsed =>
        {
            using var extractor = Extractor.Load();
            // What is compiled and built at first use is no part of a text's time.
            extractor.Extract(new SourceText(Fill(i => Report(i) + "\n\n", 30_000)), ExtractionContext.Unknown);
            Console.WriteLine($"{"processor time, µs a character",-45}{"10,000",10}{"100,000",10}{"1,000,000",11}");
            foreach (var (name, ofLength) in Texts.Where(t => parsed.GetValue(only) is not { } prefix || t.Name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                Console.Write($"{name,-45}");
                for (var times = 1; times <= parsed.GetValue(largest); times *= 10)
                    Console.Write(string.Create(CultureInfo.InvariantCulture, $"{MicrosecondsPerCharacter(extractor, ofLength(times * 10_000)),10:F0}"));
                Console.WriteLine();
            }
        });
        return command;
    }

    private static double MicrosecondsPerCharacter(Extractor extractor, string text)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        extractor.Extract(new SourceText(text), ExtractionContext.Unknown);
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / text.Length;
    }

    // A text that only repeats itself is read as a second printing, and does not grow.
    private static string Fill(Func<int, string> piece, int length)
    {
        var text = new StringBuilder(length + 200);
        for (var i = 0; text.Length < length; i++) text.Append(piece(i));
        return text.ToString();
    }

    private static string Report(int i) =>
        $"On {Days[i % 7]} {Clause(i)} because the {Of(Askers, i / 5)} had asked for it to be so. “We had no choice,” {(i % 2 == 0 ? "she" : "he")} told the {Of(Askers, i)}. ";

    private static string Clause(int i) => $"the {Of(Roles, i)} said that the {Of(Things, i / 7)} number {i} was {Of(Fates, i / 3)}";

    private static string Of(string[] words, int i) => words[i % words.Length];

    /// <summary>Another name for each of the first 67,600 numbers.</summary>
    private static string Name(int i) => $"{First[i % 10]} {Last[i / 10 % 10]}{(char)('a' + i / 100 % 26)}{(char)('a' + i / 2600 % 26)}sen";

    private static string Split(string word) => $"{word[..2]}\u200B{word[2..]}";
}
