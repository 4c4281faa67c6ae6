using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
        var paths = new Argument<string[]>("PATH") { Description = "Files of any format, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var dry = new Option<bool>("--dry-run") { Description = "Says what would happen, and stores nothing but the report." };
        var (data, database) = (DataOption.Create(), DataOption.CreateDatabase());
        var command = new Command("import", "Imports texts into the knowledge base. What is there already is not imported twice.") { paths, dry, data, database };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var services = await DeskServices.OpenAsync(parsed.GetValue(data), parsed.GetValue(database), cancellation);
            return await RunAsync(parsed.GetValue(paths)!, parsed.GetValue(dry), services, terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, bool isDryRun, ServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var files = paths.SelectMany(ImportFolder.FilesIn).ToList();
        var teller = new ImportTeller(terminal, files);
        var wanted = new NewBatch(null) { IsDryRun = isDryRun, Origin = Origin(paths) };
        var report = await services.GetRequiredService<TextImport>()
            .ImportFromMachineAsync(wanted, files.Select(ImportFile.OnDisk), teller, cancellation);
        if (report.State != BatchState.Finished)
        {
            terminal.Error.WriteLine("Stopped before it was done. The same command goes on where it stopped.");
            return CommandLine.SomeFailed;
        }
        return teller.Failed == 0 ? CommandLine.Done : CommandLine.SomeFailed;
    }

    // The same files named again mean the same import.
    private static string Origin(string[] paths) => "command line " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', paths.Select(Path.GetFullPath)))))[..16];
}

/// <summary>Says what became of each text as soon as it is known: what was stored on standard output, what failed on standard error.</summary>
public sealed class ImportTeller(Terminal terminal, IReadOnlyList<string> paths) : IProgress<ImportProgress>
{
    private readonly Progress _progress = new(terminal, paths.Count);

    /// <summary>How many texts could not be imported.</summary>
    public int Failed { get; private set; }

    /// <inheritdoc/>
    public void Report(ImportProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var item = value.Finished;
        _progress.Clear();
        var path = Path.Combine(Path.GetDirectoryName(ImportFile.Printable(paths[value.FilePosition])) ?? "", item.FileName);
        if (item.Outcome.IsFailure()) Failed++;
        (item.Outcome.IsFailure() ? terminal.Error : terminal.Out).WriteLine($"{path}: {ImportSentences.Of(item)}");
        foreach (var note in item.Notes)
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{note.Line}:{note.Column}: {note.Message}"));
        _progress.Done(value.FilesDone, item.FileName);
    }
}
