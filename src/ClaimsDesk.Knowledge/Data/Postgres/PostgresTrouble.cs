using System.Globalization;
using Npgsql;

namespace ClaimsDesk.Knowledge.Data.Postgres;

/// <summary>What PostgreSQL's troubles mean for whoever runs ClaimsDesk.</summary>
internal static class PostgresTrouble
{
    /// <summary>"the database claimsdesk on localhost:5432".</summary>
    public static string NameOf(string? host, int port, string? database) =>
        string.Create(CultureInfo.InvariantCulture, $"the database {database} on {host}:{port}");

    /// <summary>
    /// Whether the trouble is with the server and not with what was to be stored: the next attempt would fare no better.
    /// Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html; no code at all is a connection that failed.
    /// </summary>
    public static bool IsWithServer(NpgsqlException e) =>
        e.SqlState is not { } state || state[..2] is "08" or "28" or "3D" or "53" or "55" or "57" or "58" or "XX" || state is "25006" or "42501";

    /// <summary>One sentence: what is wrong, and the cure.</summary>
    public static string Sentence(NpgsqlException e, string name) => e.SqlState switch
    {
        null => $"{Capital(name)} can't be reached ({FirstLine((e.InnerException ?? e).Message)}). Start the server, or check host and port of the connection string.",
        "28P01" or "28000" => $"{Capital(name)} refuses the user name or password. Check both in the connection string.",
        "3D000" => $"{Capital(name)} does not exist. Make it first: CREATE DATABASE claimsdesk ENCODING 'UTF8' TEMPLATE template0",
        "42501" => $"The user of {name} may not do this ({FirstLine(e.Message)}). Let it own the database, or its schema: ALTER DATABASE … OWNER TO …",
        "53100" => $"There is no room left on the disk for {name}. Make room, and try again.",
        "53300" => $"{Capital(name)} has no connection left. Raise max_connections, or set Maximum Pool Size in the connection string lower.",
        "25006" => $"{Capital(name)} can only be read. Name the primary server in the connection string.",
        "55P03" => $"{Capital(name)} is locked by another program. Wait for it, and try again.",
        "57P01" or "57P02" or "57P03" => $"{Capital(name)} is stopping or starting. Try again in a moment.",
        _ => $"{Capital(name)} can't be used: {FirstLine(e.Message)}.",
    };

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.');
}
