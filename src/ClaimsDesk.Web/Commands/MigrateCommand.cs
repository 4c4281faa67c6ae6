using System.CommandLine;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Web.Hosting;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk migrate</c>: brings the knowledge base to the shape that this version needs, and ends.</summary>
public static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var (data, database) = (DataOption.Create(), DataOption.CreateDatabase());
        var command = new Command("migrate", "Brings the knowledge base to the shape that this version needs, as every start does, and ends.") { data, database };
        command.SetAction(async (parsed, cancellation) =>
        {
            var directory = DataDirectory.Open(DataDirectory.Choose(parsed.GetValue(data)), DataDirectory.ChooseDatabase(parsed.GetValue(database)));
            using var knowledge = KnowledgeBase.At(directory.Database);
            await knowledge.OpenAsync(cancellation);
            terminal.Out.WriteLine($"{knowledge.Name} has the shape that this version needs.");
            return CommandLine.Done;
        });
        return command;
    }
}
