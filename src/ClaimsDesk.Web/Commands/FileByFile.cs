using System.Globalization;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.Import.Formats;

namespace ClaimsDesk.Web.Commands;

/// <summary>
/// What <c>extract</c>, <c>explain</c> and <c>read</c> have in common: what each text gives, in the order of the files and of the texts in
/// them, and one sentence on standard error for each that failed and for each place that could not be read; the others go on.
/// </summary>
public static class FileByFile
{
    /// <summary>Prints <paramref name="line"/> of every text in the files, several at a time, and gives the exit code.</summary>
    public static int Run(IReadOnlyList<string> paths, Terminal terminal, Func<string, ItemReading.Text, FileLine> line)
    {
        var progress = new Progress(terminal, paths.Count);
        var failed = 0;
        var results = Items(paths).AsParallel().AsOrdered()
            .WithDegreeOfParallelism(Math.Clamp(Environment.ProcessorCount, 1, 64))
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(found => One(found.Path, found.Item, line));
        foreach (var (path, printed, problem) in results)
        {
            progress.Clear();
            if (printed is not null)
            {
                terminal.Out.WriteLine(printed.Printed);
                foreach (var note in printed.Notes) terminal.Error.WriteLine($"{path}:{note}");
            }
            else
            {
                failed++;
                terminal.Error.WriteLine($"{path}: {problem}");
            }
            progress.Done(Path.GetFileName(path));
        }
        progress.Clear();
        return failed == 0 ? CommandLine.Done : CommandLine.SomeFailed;
    }

    // Found one after the other, read several at a time.
    private static IEnumerable<(string Path, FoundItem Item)> Items(IEnumerable<string> paths)
    {
        var formats = new FormatReader(ReadingLimits.Default);
        foreach (var path in paths.SelectMany(ImportFolder.FilesIn))
        {
            var folder = Path.GetDirectoryName(ImportFile.Printable(path)) ?? "";
            foreach (var item in formats.FindAsync(ImportFile.OnDisk(path)).ToBlockingEnumerable()) yield return (Path.Combine(folder, item.Name), item);
        }
    }

    private static (string Path, FileLine? Printed, string? Problem) One(string path, FoundItem item, Func<string, ItemReading.Text, FileLine> line)
    {
        try
        {
            return item.Read() switch
            {
                ItemReading.Text { Format: not "text" } rendered => (path, line(item.Name, rendered), null),
                ItemReading.Text { Encoding: "utf-8" } text => (path, line(item.Name, text with { Value = WithMark(item.Bytes, text.Value) }), null),
                ItemReading.Text text => (path, null, NotUtf8(item.Name, text.Encoding)),
                ItemReading.Rejected rejected => (path, null, rejected.Reason),
                _ => throw new InvalidOperationException("A new kind of reading."),
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A mistake of ours with one text keeps nobody from the others.
            return (path, null, $"ClaimsDesk made a mistake with this text ({e.GetType().Name}: {e.Message}). The others are not affected.");
        }
    }

    // Offsets count in the file decoded as UTF-8, where a byte order mark is a character.
    private static string WithMark(byte[] bytes, string text) => bytes is [0xEF, 0xBB, 0xBF, ..] ? "\uFEFF" + text : text;

    private static string NotUtf8(string path, string encoding) =>
        $"This text is in {encoding}, not in UTF-8, so offsets would not point into the file. Convert it, and name the copy: iconv -f {encoding} -t utf-8 {Quoted(path)} > COPY";

    // For a shell of Unix, whatever the name holds.
    private static string Quoted(string path) =>
        path.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '-') ? path : $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}

/// <summary>What is printed of a file.</summary>
/// <param name="Printed">What goes to standard output: one line of JSON, or an explanation.</param>
/// <param name="Notes">What could not be read, each with its place: <c>3:17: …</c></param>
public sealed record FileLine(string Printed, IReadOnlyList<string> Notes)
{
    /// <summary>The line and the notes of a text.</summary>
    public static FileLine Of(string printed, SourceText text, IEnumerable<Note> notes) => new(printed, [.. notes.Select(note =>
    {
        var (line, column) = text.Position(note.Where.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{column}: {note.Message}");
    })]);
}
