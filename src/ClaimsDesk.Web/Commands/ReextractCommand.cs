using System.CommandLine;
using System.Globalization;
using ClaimsDesk.Extraction;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.Review;
using ClaimsDesk.Web.Hosting;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk reextract</c>: reads stored texts again with the extraction of today, and proposes what it reads otherwise.</summary>
public static class ReextractCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var (data, database) = (DataOption.Create(), DataOption.CreateDatabase());
        var command = new Command("reextract", "Reads the stored texts again that this version has not read, and proposes on the Review page what it reads otherwise.") { data, database };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var services = await DeskServices.OpenAsync(parsed.GetValue(data), parsed.GetValue(database), cancellation);
            var teller = new Teller(terminal);
            var done = await services.GetRequiredService<Rereading>().RunAsync(teller, cancellation);
            teller.Clear();
            terminal.Out.WriteLine(done.Total == 0
                ? $"All texts have been read by this extraction ({Extractor.Version})."
                : string.Create(CultureInfo.InvariantCulture, $"{done.Done:N0} texts read again, {done.Proposals:N0} differences to review."));
            return teller.Failed == 0 ? CommandLine.Done : CommandLine.SomeFailed;
        });
        return command;
    }

    private sealed class Teller(Terminal terminal) : IProgress<RereadingProgress>
    {
        private Progress? _progress;

        public int Failed { get; private set; }

        public void Clear() => _progress?.Clear();

        public void Report(RereadingProgress value)
        {
            _progress ??= new Progress(terminal, value.Total);
            if (value.Failed is { } name)
            {
                Failed++;
                _progress.Clear();
                terminal.Error.WriteLine($"{ImportFile.Printable(name)}: ClaimsDesk made a mistake with this text; the log says more. What is stored of it stays.");
            }
            _progress.Done(value.Done, string.Create(CultureInfo.InvariantCulture, $"{value.Proposals:N0} differences"));
        }
    }
}
