namespace ClaimsDesk.Web.Hosting;

/// <summary>The folder that holds everything ClaimsDesk keeps. Copying it, with the program stopped, is a whole backup.</summary>
public sealed class DataDirectory
{
    /// <summary>Names the folder where <c>--data</c> does not.</summary>
    public const string Variable = "CLAIMSDESK_DATA";

    /// <summary>Names the database where <c>--database</c> does not; better than the option where the connection string holds a password.</summary>
    public const string DatabaseVariable = "CLAIMSDESK_DATABASE";

    private DataDirectory(string path, string? database) => (Path, Database) = (path, database ?? System.IO.Path.Combine(path, FileName));

    private const string FileName = "claimsdesk.db";

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>The knowledge base: the path of the SQLite file in the folder, or the connection string of a PostgreSQL database elsewhere.</summary>
    public string Database { get; }

    /// <summary>Whether the knowledge base is the SQLite file in the folder.</summary>
    public bool HoldsDatabase => Database == System.IO.Path.Combine(Path, FileName);

    /// <summary>The keys that cookies and links are sealed with; without them everybody signs in again.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>The daily log files.</summary>
    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>Where data lies: what was said on the command line, else in <see cref="Variable"/>, else <c>./data</c>.</summary>
    public static string Choose(string? option) =>
        option is { Length: > 0 } ? option
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : "data";

    /// <summary>Which database: what was said on the command line, else in <see cref="DatabaseVariable"/>; null for the file in the folder.</summary>
    public static string? ChooseDatabase(string? option) =>
        option is { Length: > 0 } ? option
        : Environment.GetEnvironmentVariable(DatabaseVariable) is { Length: > 0 } named ? named
        : null;

    /// <summary>Makes the folder where it is missing and makes sure that it can be written to.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="database">The connection string of the knowledge base; null for the file in the folder.</param>
    /// <exception cref="StartupException">It cannot be made or written to.</exception>
    public static DataDirectory Open(string path, string? database = null)
    {
        var data = new DataDirectory(System.IO.Path.GetFullPath(path), database);
        try
        {
            if (File.Exists(data.Path)) throw new IOException("a file of that name is in the way");
            CreateForThisUserOnly(data.Path); // it holds the hashes of passwords
            if (data.HoldsDatabase) CreateForThisUserOnly(data.Keys);
            Directory.CreateDirectory(data.Logs);
            if (data.HoldsDatabase) CreateEmptyForThisUserOnly(data.Database);
            var probe = System.IO.Path.Combine(data.Path, $".write-test-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The data folder {data.Path} cannot be written to ({Reason(e)}). Make it writable, or name another with --data.", e);
        }
        return data;
    }

    private static void CreateForThisUserOnly(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // SQLite takes an empty file for a new database and gives its companions the same rights, also in a folder that was there before.
    private static void CreateEmptyForThisUserOnly(string path)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path)) return;
        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var made = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mine });
    }

    private static string Reason(Exception e) => e is UnauthorizedAccessException ? "no permission" : e.Message.TrimEnd('.');
}
