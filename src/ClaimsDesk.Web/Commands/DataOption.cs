using System.CommandLine;
using ClaimsDesk.Web.Hosting;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>--data</c>, of every command that needs the knowledge base.</summary>
public static class DataOption
{
    /// <summary>A new option.</summary>
    public static Option<string?> Create() => new("--data")
    {
        Description = $"The folder of the knowledge base. Default: what {DataDirectory.Variable} names, else ./data.",
        HelpName = "FOLDER",
    };
}
