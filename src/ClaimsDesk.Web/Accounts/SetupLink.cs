using System.Security.Cryptography;
using System.Text;
using ClaimsDesk.Knowledge.People;

namespace ClaimsDesk.Web.Accounts;

/// <summary>
/// The link that makes the first administrator. Whoever can read the console may use it, once. Only hashes are kept; a link printed
/// by an earlier start stays good until there is an administrator, and then none is.
/// </summary>
public sealed class SetupLink(SharedSecrets secrets, PeopleRegister people)
{
    private const string Purpose = "setup-link";

    /// <summary>A new token for a link, or null where there is an administrator already.</summary>
    public async Task<string?> NewTokenAsync()
    {
        if (await people.HasAdminAsync()) return null;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        secrets.Add(Purpose, Hash(token));
        return token;
    }

    /// <summary>Whether <paramref name="token"/> may make the first administrator now.</summary>
    public async Task<bool> AcceptsAsync(string? token) =>
        !string.IsNullOrEmpty(token) && !await people.HasAdminAsync() && secrets.Read(Purpose).Contains(Hash(token));

    /// <summary>There is an administrator now: no link works any more.</summary>
    public void Close() => secrets.Forget(Purpose);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
