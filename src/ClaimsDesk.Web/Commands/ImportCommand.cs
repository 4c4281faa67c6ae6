using System.CommandLine;
using System.Globalization;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Web.Hosting;
using ClaimsDesk.Web.Import;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk import PATH…</c>: texts into the knowledge base, from the machine itself.</summary>
public static class ImportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Texts.", Arity = ArgumentArity.OneOrMore };
        var (data, database) = (DataOption.Create(), DataOption.CreateDatabase());
        var command = new Command("import", "Imports texts into the knowledge base. What is there already is not imported twice.") { paths, data, database };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var services = await DeskServices.OpenAsync(parsed.GetValue(data), parsed.GetValue(database), cancellation);
            return await RunAsync(parsed.GetValue(paths)!, services, terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, ServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var teller = new ImportTeller(terminal, paths);
        var report = await services.GetRequiredService<TextImport>()
            .ImportFromMachineAsync(null, [.. paths.Select(ImportFile.OnDisk)], teller, cancellation);
        return report.Items.All(item => item.Outcome is ImportOutcome.Imported or ImportOutcome.AlreadyImported) ? CommandLine.Done : CommandLine.SomeFailed;
    }
}

/// <summary>Says what became of each text as soon as it is known: what was stored on standard output, what failed on standard error.</summary>
public sealed class ImportTeller(Terminal terminal, IReadOnlyList<string> paths) : IProgress<ImportProgress>
{
    private readonly Progress _progress = new(terminal, paths.Count);

    /// <inheritdoc/>
    public void Report(ImportProgress value)
    {
        if (value.Finished is not { } item) return;
        _progress.Clear();
        var path = Path.Combine(Path.GetDirectoryName(ImportFile.Printable(paths[value.Done - 1])) ?? "", item.FileName);
        var failed = item.Outcome is not (ImportOutcome.Imported or ImportOutcome.AlreadyImported);
        (failed ? terminal.Error : terminal.Out).WriteLine($"{path}: {ImportSentences.Of(item)}");
        foreach (var note in item.Notes)
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{note.Line}:{note.Column}: {note.Message}"));
        _progress.Done(item.FileName);
    }
}
