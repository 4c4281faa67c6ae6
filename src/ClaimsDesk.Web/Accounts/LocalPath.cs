namespace ClaimsDesk.Web.Accounts;

/// <summary>Where to go after signing in.</summary>
public static class LocalPath
{
    /// <summary><paramref name="path"/> when it stays on this site, else <paramref name="otherwise"/>: a link must not send people elsewhere.</summary>
    public static string Or(string? path, string otherwise) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : otherwise;
}
