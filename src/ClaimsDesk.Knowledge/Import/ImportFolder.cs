namespace ClaimsDesk.Knowledge.Import;

/// <summary>The files of a folder and of the folders in it, to be imported in the order of their names.</summary>
public static class ImportFolder
{
    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        // A link may lead round in a circle or out of the folder; hidden files are programs' own.
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>A folder's files, else the path itself.</summary>
    public static IEnumerable<string> FilesIn(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", Options).Order(StringComparer.Ordinal).DefaultIfEmpty(path) : [path];
}
