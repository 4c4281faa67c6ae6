using System.CommandLine;
using ClaimsDesk.Extraction.Encoder;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Web.Hosting;

namespace ClaimsDesk.Web.Commands;

/// <summary>The command line: <c>claimsdesk</c> alone serves; everything else is a word after it.</summary>
public static class CommandLine
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>Something failed, and was named on standard error.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command was not understood.</summary>
    public const int Misused = 2;

    /// <summary>Runs what <paramref name="args"/> say and gives the exit code. Ctrl+C stops it, and so does <paramref name="cancellation"/>.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        var parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0) return Misunderstood(parsed, terminal);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            }, cancellation);
        }
        catch (Exception problem) when (problem is StartupException or KnowledgeBaseUnusableException or ModelFileException)
        {
            terminal.Error.WriteLine(problem.Message);
            return SomeFailed;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped before it was done.");
            return SomeFailed;
        }
    }

    /// <summary>Every command and option there is.</summary>
    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("A knowledge base of attributed, unverified claims from news texts. Without a command it serves the desk to a browser.")
        {
            ServeCommand.Create(terminal),
            ImportCommand.Create(terminal),
            ReextractCommand.Create(terminal),
            ExtractCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            ReadCommand.Create(terminal),
            UserCommand.Create(terminal),
            MigrateCommand.Create(terminal),
            CopyCommand.Create(terminal),
            TokenCommand.Create(terminal),
            VersionCommand.Create(terminal),
        };
        ServeCommand.MakeDefault(root, terminal);
        return root;
    }

    private static int Misunderstood(ParseResult parsed, Terminal terminal)
    {
        foreach (var message in parsed.Errors.Select(e => e.Message).Distinct()) terminal.Error.WriteLine(message);
        var words = string.Join(' ', parsed.CommandResult.Command is RootCommand ? [] : Path(parsed.CommandResult.Command));
        terminal.Error.WriteLine($"See: claimsdesk {words}{(words.Length > 0 ? " " : "")}--help");
        return Misused;
    }

    private static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Command>().Where(p => p is not RootCommand).SelectMany(Path).Append(command.Name);
}
