using Npgsql;

namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>A PostgreSQL connection string, in the form of .NET (<c>Host=…;Database=…</c>) or of PostgreSQL's own tools (<c>postgresql://…</c>).</summary>
internal static class PostgresAddress
{
    private static readonly string[] Schemes = ["postgresql://", "postgres://"];

    public static bool IsOne(string database) =>
        Schemes.Any(s => database.StartsWith(s, StringComparison.OrdinalIgnoreCase))
        || (database.Contains('=', StringComparison.Ordinal) && Keys(database).Any(key => key is "host" or "server"));

    /// <exception cref="KnowledgeBaseUnusableException">It can't be read.</exception>
    public static NpgsqlConnectionStringBuilder Read(string database)
    {
        try
        {
            var read = Schemes.Any(s => database.StartsWith(s, StringComparison.OrdinalIgnoreCase))
                ? OfUri(new Uri(database))
                : new NpgsqlConnectionStringBuilder(database);
            if (string.IsNullOrEmpty(read.Host)) throw new FormatException("it names no host");
            if (string.IsNullOrEmpty(read.Database)) throw new FormatException("it names no database");
            read.ApplicationName ??= "ClaimsDesk";
            return read;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // Not the string itself: it may hold a password.
            throw new KnowledgeBaseUnusableException(
                $"The connection string of the database can't be read ({e.Message.TrimEnd('.')}). Write it as Host=localhost;Database=claimsdesk;Username=claimsdesk;Password=…", e);
        }
    }

    private static IEnumerable<string> Keys(string database) =>
        database.Split(';').Select(part => part.Split('=')[0].Trim().ToLowerInvariant());

    private static NpgsqlConnectionStringBuilder OfUri(Uri uri)
    {
        var who = uri.UserInfo.Split(':', 2);
        var read = new NpgsqlConnectionStringBuilder { Host = Uri.UnescapeDataString(uri.Host), Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')) };
        if (uri.Port > 0) read.Port = uri.Port;
        if (who[0].Length > 0) read.Username = Uri.UnescapeDataString(who[0]);
        if (who.Length > 1) read.Password = Uri.UnescapeDataString(who[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = (pair.Split('=', 2)[0], Uri.UnescapeDataString(pair.Contains('=', StringComparison.Ordinal) ? pair.Split('=', 2)[1] : ""));
            // The two names that libpq writes in another way.
            read[key.ToLowerInvariant() switch { "sslmode" => "SSL Mode", "application_name" => "Application Name", _ => key }] = value;
        }
        return read;
    }
}
