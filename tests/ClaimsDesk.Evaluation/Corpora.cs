namespace ClaimsDesk.Evaluation;

/// <summary>Where annotated texts lie on this machine. None is needed: what is absent is not measured, and is named.</summary>
/// <param name="Folder">The folder of the corpora, or null.</param>
/// <param name="SeedGold">The folder of the annotated seed texts, or null.</param>
public sealed record Corpora(DirectoryInfo? Folder, DirectoryInfo? SeedGold)
{
    /// <summary>Environment variable that names the folder of the corpora.</summary>
    public const string Variable = "CLAIMSDESK_CORPORA";

    /// <summary>Environment variable that names the folder of the annotated seed texts.</summary>
    public const string SeedGoldVariable = "CLAIMSDESK_SEED_GOLD";

    /// <summary>What the options say, else what the environment says.</summary>
    public static Corpora At(DirectoryInfo? folder, DirectoryInfo? seedGold) => new(folder ?? Named(Variable), seedGold ?? Named(SeedGoldVariable));

    /// <summary>A file or folder inside the corpora; null where it does not exist.</summary>
    public string? Find(string path)
    {
        if (Folder is null) return null;
        var full = Path.Combine(Folder.FullName, path);
        return Path.Exists(full) ? full : null;
    }

    private static DirectoryInfo? Named(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path ? new DirectoryInfo(path) : null;
}
