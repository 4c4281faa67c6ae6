using System.Text;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>A text to import, and what is known about it beside its words.</summary>
/// <param name="Name">The name of the file, for the report.</param>
/// <param name="Open">Opens it; called once, when its turn comes.</param>
public sealed record ImportFile(string Name, Func<CancellationToken, Task<Stream>> Open)
{
    private const string NoSuchFile = "There is no such file. Check the name and the folder.";

    /// <summary>The name of the file, for the report, on one line and in the order of its letters.</summary>
    public string Name { get; } = Printable(Name);

    /// <summary>The day its articles were published; wins over what the text says.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The outlet its articles come from; wins over what the text says.</summary>
    public string? Outlet { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>A file on disk. One that is missing or can't be opened is named in the report.</summary>
    public static ImportFile OnDisk(string path) => new(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), _ => Task.FromResult<Stream>(OpenFile(path)));

    /// <summary>A text that somebody pasted.</summary>
    public static ImportFile Pasted(string name, string text) =>
        new(name, _ => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    /// <summary>One or two sentences for a file that can't be opened or read.</summary>
    public static string WhyUnopened(Exception problem) => problem switch
    {
        UnauthorizedAccessException => "This user may not read the file. Give the right to read it, and try again.",
        FileNotFoundException or DirectoryNotFoundException => NoSuchFile, // a link, too, that leads nowhere
        _ => problem?.Message ?? "",
    };

    /// <summary>
    /// A name or path as it can be printed: names of files may hold line ends, commands to a terminal, and marks that turn the direction
    /// of writing and so make <c>exe.txt</c> of <c>txt.exe</c>. Each becomes an underscore.
    /// </summary>
    public static string Printable(string name) => string.Concat((name ?? "").Select(c =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '_' : c));

    private static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path)) throw new IOException("This is a folder. Name the files in it.");
        if (!File.Exists(path)) throw new IOException(NoSuchFile);
        return File.OpenRead(path);
    }
}
