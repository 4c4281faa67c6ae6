using System.CommandLine;
using System.Globalization;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Data.Postgres;
using ClaimsDesk.Web.Hosting;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk copy --to CONNECTION</c>: the whole knowledge base into an empty PostgreSQL database.</summary>
public static class CopyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var (data, database) = (DataOption.Create(), DataOption.CreateDatabase());
        var to = new Option<string>("--to") { Description = "The connection string of an empty PostgreSQL database.", HelpName = "CONNECTION", Required = true };
        var command = new Command("copy", "Copies the knowledge base into an empty PostgreSQL database and compares every row.") { to, data, database };
        command.SetAction((parsed, cancellation) =>
        {
            var directory = DataDirectory.Open(DataDirectory.Choose(parsed.GetValue(data)), DataDirectory.ChooseDatabase(parsed.GetValue(database)));
            return RunAsync(directory, parsed.GetValue(to)!, terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(DataDirectory directory, string to, Terminal terminal, CancellationToken cancellation)
    {
        using var from = KnowledgeBase.At(directory.Database);
        using var target = KnowledgeBase.At(to);
        if (target is not PostgresKnowledgeBase postgres)
            throw new StartupException("A copy goes into a PostgreSQL database. Name it with --to 'Host=localhost;Database=claimsdesk;Username=claimsdesk;Password=…'.");
        if (from.Name == target.Name) throw new StartupException($"{target.Name} is the knowledge base itself. Name another, empty database with --to.");
        var tables = await new KnowledgeCopy(from, postgres).RunAsync(
            table => terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Table,-22} {table.Rows,12:N0}  {table.Sha256[..16]}")), cancellation);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tables.Sum(t => t.Rows):N0} rows of {from.Name} are in {target.Name}, every one compared."));
        return CommandLine.Done;
    }
}
