using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.Robustness;

/// <summary><c>growth</c>: how time grows with the length of a text. Linear growth gives the same microseconds a character at every size.</summary>
public static class GrowthCommand
{
    private static readonly string Report = "The mayor said on Monday that the bridge was closed because the police had asked for it to be so. “We had no choice,” she told the city council. ";

    /// <summary>Short odd texts, each repeated until it is long enough.</summary>
    private static readonly (string Name, Func<int, string> OfLength)[] Texts =
    [
        ("news", News),
        ("one line", length => Fill(Report, length)),
        ("one sentence", length => Fill("the mayor said that the bridge of the city was closed and ", length)),
        ("no punctuation, all capitals", length => Fill("THE MAYOR SAID ON MONDAY THAT THE BRIDGE WAS CLOSED ", length)),
        ("hyphens", length => Fill("- The mayor said re-re-re-opening the bridge - a well-known eye-sore - was non-negotiable. ", length)),
        ("nested quotations", length => Fill("“he said ‘", length / 2) + Fill("’”", length / 2)),
        ("quotations that never close", length => Fill("The mayor said: “The bridge is closed. ", length)),
        ("many names", length => Names(length)),
        ("zero-width and bidi characters", length => Fill("The may\u200Bor sa\u202Eid\u202C the bridge \u2066was\u2069 closed. ", length)),
        ("page furniture", length => Fill("Read more about it\nShare\nA headline about the mill\n5 August 2024\n", length)),
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
            extractor.Extract(new SourceText(Fill(Report, 5_000)), ExtractionContext.Unknown);
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

    private static string Fill(string piece, int length) => string.Concat(Enumerable.Repeat(piece, Math.Max(1, length / piece.Length)));

    /// <summary>No two paragraphs are alike, since a second printing is not read.</summary>
    private static string News(int length) => string.Concat(Enumerable.Range(0, Math.Max(1, length / 190)).Select(i => $"On day {i} {Report}Ana Ruiz, who runs port {i}, denied it.\n\n"));

    /// <summary>Every sentence brings somebody new.</summary>
    private static string Names(int length)
    {
        string[] first = ["Ana", "Ben", "Carla", "Dmitri", "Eve", "Farid", "Gita", "Hugo", "Ines", "Jonas"];
        string[] last = ["Ruiz", "Okoro", "Diaz", "Antonov", "Lindqvist", "Haddad", "Rao", "Martin", "Silva", "Weber"];
        return string.Concat(Enumerable.Range(0, Math.Max(1, length / 60)).Select(i =>
            $"{first[i % 10]} {last[i / 10 % 10]}{(char)('a' + i / 100 % 26)}{(char)('a' + i / 2600 % 26)}sen said the bridge at number {i} was closed. "));
    }
}
