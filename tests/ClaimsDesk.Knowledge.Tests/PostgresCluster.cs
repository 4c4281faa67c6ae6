using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ClaimsDesk.Knowledge.Tests;

/// <summary>
/// A PostgreSQL server of this test run's own, in a temporary folder, talked to by a socket in it; it goes when the run ends, also when
/// the run is killed. CLAIMSDESK_TEST_POSTGRES names a server to use instead, by a connection string whose user may make databases.
/// </summary>
public sealed class PostgresCluster
{
    private const string ServerVariable = "CLAIMSDESK_TEST_POSTGRES";
    private static readonly Lazy<Task<PostgresCluster>> Started = new(() => Task.Run(StartAsync));
    private static int _databases;

    private readonly string _server;

    private PostgresCluster(string server) => _server = server;

    /// <summary>The connection string of a new, empty database; or of a copy of <paramref name="template"/>.</summary>
    public static async Task<string> NewDatabaseAsync(string? template = null)
    {
        var cluster = await Started.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"claimsdesk_test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        await cluster.ExecuteAsync($"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE {template ?? "template0"}");
        return new NpgsqlConnectionStringBuilder(cluster._server) { Database = name }.ConnectionString;
    }

    public static async Task DropAsync(string connection)
    {
        var cluster = await Started.Value;
        await cluster.ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server) return new PostgresCluster(server);
        var programs = FindPrograms();
        var asRoot = Environment.IsPrivilegedProcess;
        // The server refuses to run as root; the path of a socket may not be long.
        var folder = Path.Combine(Path.GetTempPath(), $"claimsdesk-pg-{Environment.ProcessId}");
        var user = asRoot ? "postgres" : Environment.UserName;
        var start = $"""
            set -e
            mkdir -m 700 {folder}
            {(asRoot ? $"chown postgres {folder}" : "")}
            cd {folder}
            {As(asRoot)} {programs}/initdb -D {folder}/data -U {user} -A trust -E UTF8 --locale=C --no-sync >&2
            {As(asRoot)} {programs}/postgres -D {folder}/data -k {folder} -c listen_addresses='' -c max_connections=400 -c fsync=off \
                -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB > {folder}/log 2>&1 < /dev/null &
            server=$!
            trap 'kill -INT $server 2>/dev/null; wait $server; rm -rf {folder}' EXIT
            for i in $(seq 600); do [ -S {folder}/.s.PGSQL.5432 ] && echo ready && break; sleep 0.1; done
            read -r _ || true
            """;
        var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", start]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = shell.StandardError.ReadToEndAsync();
        if (await shell.StandardOutput.ReadLineAsync() != "ready") throw new InvalidOperationException($"PostgreSQL did not start in {folder}: {await said}");
        // The shell waits for the end of its input, which comes when this process ends, however it ends.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            shell.StandardInput.Close();
            shell.WaitForExit(10_000);
        };
        var cluster = new PostgresCluster(new NpgsqlConnectionStringBuilder { Host = folder, Username = user, Database = "postgres" }.ConnectionString);
        await cluster.AnswersAsync();
        return cluster;
    }

    // The socket is there a moment before the server takes anybody in ("the database system is starting up").
    private async Task AnswersAsync()
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (clock.Elapsed < TimeSpan.FromMinutes(1))
            {
                // Not yet.
            }
        }
    }

    private static string As(bool asRoot) => asRoot ? "setpriv --reuid=postgres --regid=postgres --init-groups --" : "";

    private static string FindPrograms()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return path.Concat(debian).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
            ?? throw new InvalidOperationException(
                "The tests on PostgreSQL need its programs initdb and postgres: install PostgreSQL 13 or newer (tests/run does it on Debian and Ubuntu), or put them on PATH, "
                + $"or name a server in {ServerVariable}: Host=localhost;Username=postgres;Password=…");
    }
}
