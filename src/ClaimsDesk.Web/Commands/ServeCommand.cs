using System.CommandLine;
using System.Net.Sockets;
using ClaimsDesk.Knowledge.Claims.Search.Memory;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Web.Accounts;
using ClaimsDesk.Web.Hosting;
using Microsoft.AspNetCore.Connections;

namespace ClaimsDesk.Web.Commands;

/// <summary><c>claimsdesk serve</c>, and <c>claimsdesk</c> alone: the desk in a browser.</summary>
public static class ServeCommand
{
    private const string DefaultUrls = "http://localhost:5080";

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command("serve", "Serves the desk to a browser (what happens without a command).");
        MakeDefault(command, terminal);
        return command;
    }

    /// <summary>Lets <paramref name="command"/> serve.</summary>
    public static void MakeDefault(Command command, Terminal terminal)
    {
        var data = DataOption.Create();
        var urls = new Option<string>("--urls")
        {
            Description = "The addresses to listen on, separated by semicolons.",
            HelpName = "URLS",
            DefaultValueFactory = _ => DefaultUrls,
        };
        var database = DataOption.CreateDatabase();
        command.Add(data);
        command.Add(database);
        var inbox = new Option<string?>("--inbox") { Description = "A folder to watch: what is put there is imported, and moved to done or failed.", HelpName = "FOLDER" };
        var noFetch = new Option<bool>("--no-fetch") { Description = "Pages are not fetched from the web; otherwise admins may give addresses." };
        command.Add(urls);
        command.Add(inbox);
        command.Add(noFetch);
        command.SetAction((parsed, cancellation) =>
        {
            var directory = DataDirectory.Open(DataDirectory.Choose(parsed.GetValue(data)), DataDirectory.ChooseDatabase(parsed.GetValue(database)));
            var settings = new ServeSettings(parsed.GetValue(inbox) is { Length: > 0 } folder ? Path.GetFullPath(folder) : null, !parsed.GetValue(noFetch));
            return RunAsync(directory, parsed.GetValue(urls)!, settings, terminal, cancellation);
        });
    }

    private static async Task<int> RunAsync(DataDirectory directory, string urls, ServeSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        await using var desk = DeskHost.Build(directory, urls, settings);
        await desk.Services.GetRequiredService<KnowledgeBase>().OpenAsync(cancellation);
        desk.Services.GetRequiredService<ClaimMemory>().Start();
        await ListenAsync(desk, urls, cancellation);
        await SeedImport.RunAsync(desk.Services, terminal, cancellation);
        cancellation.ThrowIfCancellationRequested();
        await SayWhereAsync(desk, directory, terminal);
        await desk.WaitForShutdownAsync(cancellation);
        return CommandLine.Done;
    }

    private static async Task ListenAsync(WebApplication desk, string urls, CancellationToken cancellation)
    {
        try
        {
            await desk.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartupException($"The address {urls} is in use. Stop what listens there, or choose another with --urls.", e);
        }
        catch (Exception e) when (e is SocketException or IOException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new StartupException($"ClaimsDesk cannot listen on {urls} ({e.Message.TrimEnd('.')}). Choose an address such as {DefaultUrls} with --urls.", e);
        }
    }

    private static async Task SayWhereAsync(WebApplication desk, DataDirectory directory, Terminal terminal)
    {
        var address = desk.Urls.First().TrimEnd('/');
        var token = await desk.Services.GetRequiredService<SetupLink>().NewTokenAsync();
        terminal.Out.WriteLine($"ClaimsDesk serves {(directory.HoldsDatabase ? directory.Path : desk.Services.GetRequiredService<KnowledgeBase>().Name)}");
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"  Open            {address}");
        if (token is not null) terminal.Out.WriteLine($"  First, make the administrator (this link works once)\n                  {address}/setup?token={token}");
        terminal.Out.WriteLine();
        terminal.Out.WriteLine("Press Ctrl+C to stop.");
    }
}
