using System.Security.Cryptography;
using System.Text;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Web.Hosting;

namespace ClaimsDesk.Web.Accounts;

/// <summary>
/// The link that makes the first administrator. Whoever can read the console may use it, once. Only hashes are kept; a link printed
/// by an earlier start stays good until there is an administrator, and then none is.
/// </summary>
public sealed class SetupLink(DataDirectory data, PeopleRegister people)
{
    /// <summary>A new token for a link, or null where there is an administrator already.</summary>
    public async Task<string?> NewTokenAsync()
    {
        if (await people.HasAdminAsync()) return null;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await File.AppendAllLinesAsync(data.SetupLinks, [Hash(token)]);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(data.SetupLinks, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return token;
    }

    /// <summary>Whether <paramref name="token"/> may make the first administrator now.</summary>
    public async Task<bool> AcceptsAsync(string? token)
    {
        if (string.IsNullOrEmpty(token) || !File.Exists(data.SetupLinks) || await people.HasAdminAsync()) return false;
        var hash = Hash(token);
        return (await File.ReadAllLinesAsync(data.SetupLinks)).Contains(hash);
    }

    /// <summary>There is an administrator now: no link works any more.</summary>
    public void Close() => File.Delete(data.SetupLinks);

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
