namespace ClaimsDesk.Evaluation;

/// <summary>The tree that the program was built in.</summary>
public static class Repository
{
    /// <summary>A path in the tree.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not run from inside the tree.</exception>
    public static string PathOf(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClaimsDesk.sln"))) return Path.Combine([folder.FullName, .. parts]);
        }
        throw new DirectoryNotFoundException("ClaimsDesk.sln is in no folder above the program. Run it from where it was built.");
    }
}
