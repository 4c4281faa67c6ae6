using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ClaimsDesk.Knowledge.People.Tokens;

/// <summary>The word of a token: <c>cdesk_</c>, by which scanners for leaked secrets can know it, and 256 random bits.</summary>
internal static class TokenWord
{
    private const string Prefix = "cdesk_";
    private const int RandomBytes = 32;

    // What is longer was not made here; hashing it would be work for nothing.
    private const int Longest = 100;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    public static bool IsOne(string? word) => word?.Length <= Longest && word.StartsWith(Prefix, StringComparison.Ordinal);

    public static string Hash(string word) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(word)));
}
