using System.CommandLine;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk version</c></summary>
public static class VersionCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command("version", "Prints the version.");
        command.SetAction(_ =>
        {
            var version = typeof(VersionCommand).Assembly.GetName().Version!.ToString(3);
            terminal.Out.WriteLine($"ClaimsDesk {version}");
        });
        return command;
    }
}
