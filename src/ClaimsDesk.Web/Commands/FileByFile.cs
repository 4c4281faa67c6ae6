using System.Globalization;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Import;

namespace ClaimsDesk.Web.Commands;

/// <summary>
/// What <c>extract</c> and <c>read</c> have in common: one line of JSON a file, in the order of the files, and one sentence on
/// standard error for each file that failed and for each place that could not be read; the others go on.
/// </summary>
public static class FileByFile
{
    /// <summary>Prints <paramref name="line"/> of every file, several at a time, and gives the exit code.</summary>
    public static int Run(IReadOnlyList<string> paths, Terminal terminal, Func<string, SourceText, FileLine> line)
    {
        var progress = new Progress(terminal, paths.Count);
        var failed = 0;
        var results = paths.AsParallel().AsOrdered()
            .WithDegreeOfParallelism(Math.Clamp(Environment.ProcessorCount, 1, 64))
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(path => One(path, line));
        foreach (var (path, printed, problem) in results)
        {
            progress.Clear();
            if (printed is not null)
            {
                terminal.Out.WriteLine(printed.Json);
                foreach (var note in printed.Notes) terminal.Error.WriteLine($"{ImportFile.Printable(path)}:{note}");
            }
            else
            {
                failed++;
                terminal.Error.WriteLine($"{ImportFile.Printable(path)}: {problem}");
            }
            progress.Done(Path.GetFileName(path));
        }
        progress.Clear();
        return failed == 0 ? CommandLine.Done : CommandLine.SomeFailed;
    }

    private static (string Path, FileLine? Printed, string? Problem) One(string path, Func<string, SourceText, FileLine> line)
    {
        try
        {
            return TextOf(path) switch
            {
                (var text, null) => (path, line(Path.GetFileName(path), new SourceText(text!)), null),
                (_, var problem) => (path, null, problem),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (path, null, ImportFile.WhyUnopened(e));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A mistake of ours with one text keeps nobody from the others.
            return (path, null, $"ClaimsDesk made a mistake with this text ({e.GetType().Name}: {e.Message}). The others are not affected.");
        }
    }

    private static (string? Text, string? Problem) TextOf(string path)
    {
        if (Directory.Exists(path)) return (null, "This is a folder. Name the files in it.");
        if (!File.Exists(path)) return (null, "There is no such file. Check the name and the folder.");
        if (new FileInfo(path).Length > TextDecoder.GreatestLength) return (null, TextDecoder.TooLong(new FileInfo(path).Length).Reason);
        var bytes = File.ReadAllBytes(path);
        return TextDecoder.Decode(bytes) switch
        {
            Decoding.Unreadable unreadable => (null, unreadable.Reason),
            Decoding.Read { Encoding: "utf-8" } read => (WithMark(bytes, read.Text), null),
            Decoding.Read read => (null, NotUtf8(path, read.Encoding)),
            _ => throw new InvalidOperationException("A new kind of decoding."),
        };
    }

    // Offsets count in the file decoded as UTF-8, where a byte order mark is a character.
    private static string WithMark(byte[] bytes, string text) => bytes is [0xEF, 0xBB, 0xBF, ..] ? "\uFEFF" + text : text;

    private static string NotUtf8(string path, string encoding) =>
        $"This text is in {encoding}, not in UTF-8, so offsets would not point into the file. Convert it, and name the copy: iconv -f {encoding} -t utf-8 {Quoted(Path.GetFileName(path))} > COPY";

    // For a shell of Unix, whatever the name holds.
    private static string Quoted(string path) =>
        path.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '-') ? path : $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}

/// <summary>What is printed of a file.</summary>
/// <param name="Json">One line of JSON.</param>
/// <param name="Notes">What could not be read, each with its place: <c>3:17: …</c></param>
public sealed record FileLine(string Json, IReadOnlyList<string> Notes)
{
    /// <summary>The line and the notes of a text.</summary>
    public static FileLine Of(string json, SourceText text, IEnumerable<Note> notes) => new(json, [.. notes.Select(note =>
    {
        var (line, column) = text.Position(note.Where.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{column}: {note.Message}");
    })]);
}
