namespace ClaimsDesk.Extraction.Tests.Articles;

/// <summary>The texts in seeds/, found from the folder the tests run in.</summary>
internal static class SeedTexts
{
    public static IEnumerable<string> All => Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var seeds = Path.Combine(folder.FullName, "seeds");
                if (Directory.Exists(seeds)) return seeds;
            }
            throw new DirectoryNotFoundException("No folder above the tests holds seeds/.");
        }
    }
}
