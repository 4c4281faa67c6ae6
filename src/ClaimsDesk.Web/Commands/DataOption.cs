using System.CommandLine;
using ClaimsDesk.Web.Hosting;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>--data</c> and <c>--database</c>, of every command that needs the knowledge base.</summary>
public static class DataOption
{
    /// <summary>A new option <c>--data</c>.</summary>
    public static Option<string?> Create() => new("--data")
    {
        Description = $"The folder of the knowledge base. Default: what {DataDirectory.Variable} names, else ./data.",
        HelpName = "FOLDER",
    };

    /// <summary>A new option <c>--database</c>.</summary>
    public static Option<string?> CreateDatabase() => new("--database")
    {
        Description = $"The PostgreSQL database of the knowledge base, by its connection string. Default: what {DataDirectory.DatabaseVariable} names, else a SQLite file in the folder.",
        HelpName = "CONNECTION",
    };
}
