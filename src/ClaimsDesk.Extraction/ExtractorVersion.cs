using System.Globalization;
using System.Security.Cryptography;
using ClaimsDesk.Extraction.Encoder;

namespace ClaimsDesk.Extraction;

/// <summary>What tells one extraction from another: the version of the program, and a digest of its rules, word lists and models.</summary>
internal static class ExtractorVersion
{
    private static readonly Lazy<string> Known = new(Compute);

    public static string Value => Known.Value;

    // The module's identity changes with every line of code, so a rule that was changed is another extraction.
    private static string Compute()
    {
        var module = typeof(ExtractorVersion).Module.ModuleVersionId;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(module.ToByteArray());
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(LanguageModel.EnglishFolder)!, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            digest.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        var version = typeof(ExtractorVersion).Assembly.GetName().Version ?? new Version(0, 0, 0);
        return string.Create(CultureInfo.InvariantCulture, $"{version.ToString(3)}-{Convert.ToHexStringLower(digest.GetHashAndReset())[..8]}");
    }
}
