using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Web.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace ClaimsDesk.Web.Import;

/// <summary>Takes files or a pasted text in, to be imported in the background, and goes on to the import's own page.</summary>
public sealed partial class ImportPage : IDisposable
{
    private const int MostFiles = 2_000;
    private const string MayNot = "Your account may not import any more. Ask an administrator.";

    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _stop;
    private IReadOnlyList<ImportRow>? _imports;
    private Sending? _sending;
    private string? _refusal;
    private string _name = "";
    private bool _isDryRun;
    private ElementReference _text;

    [Inject]
    private BatchIntake Intake { get; set; } = default!;

    [Inject]
    private ImportHistory History { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime JS { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => _imports = await History.ListAsync();

    /// <summary>Leaving the page stops the sending; what has arrived is imported.</summary>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        _stop?.Dispose();
    }

    private Task ImportFilesAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.FileCount > MostFiles)
        {
            _refusal = $"These are {chosen.FileCount} files; {MostFiles} can be sent at a time. Put them into a ZIP archive, or use the command line: claimsdesk import FILE…";
            return Task.CompletedTask;
        }
        return SendAsync([.. chosen.GetMultipleFiles(MostFiles).Select(Uploaded)], name: null);
    }

    private async Task ImportPastedAsync()
    {
        var name = _name.Trim();
        if (name.Length == 0) return;
        try
        {
            var text = await PastedAsync();
            if (!string.IsNullOrWhiteSpace(text)) await SendAsync([ImportFile.Pasted(name, text)], name);
        }
        catch (ArgumentOutOfRangeException)
        {
            _refusal = $"The text is longer than {TextDecoder.GreatestLength / 1024 / 1024} MB. Paste it in parts.";
        }
    }

    private Task ImportFetchedAsync(IReadOnlyList<ImportFile> pages) => SendAsync(pages, name: null);

    private async Task<string> PastedAsync()
    {
        await using var module = await JS.InvokeAsync<IJSObjectReference>("import", "./Import/ImportPage.razor.js");
        await using var sent = await module.InvokeAsync<IJSStreamReference>("textOf", _text);
        await using var stream = await sent.OpenReadStreamAsync(TextDecoder.GreatestLength, _left.Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(_left.Token);
    }

    private static ImportFile Uploaded(IBrowserFile file) => new(file.Name, cancellation => Task.FromResult<Stream>(new BrowserFileStream(file, cancellation)));

    private async Task SendAsync(IReadOnlyList<ImportFile> files, string? name)
    {
        _refusal = null;
        var wanted = new NewBatch((await SignedIn).User.PersonId(), name) { IsDryRun = _isDryRun };
        if (await Intake.BeginAsync(wanted, _left.Token) is not { } id)
        {
            _refusal = MayNot;
            return;
        }
        _sending = new Sending(files.Count);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        try
        {
            await Intake.AddAsync(id, Counted(files), _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // What has arrived is imported.
        }
        await Intake.EndAsync(id, CancellationToken.None);
        if (!_left.IsCancellationRequested) Navigation.NavigateTo($"import/{id}");
    }

    private IEnumerable<ImportFile> Counted(IReadOnlyList<ImportFile> files)
    {
        foreach (var file in files)
        {
            yield return file;
            _sending = _sending! with { Sent = _sending.Sent + 1 };
            InvokeAsync(StateHasChanged);
        }
    }

    private async Task StopAsync()
    {
        if (_stop is not null) await _stop.CancelAsync();
    }

    private sealed record Sending(int Total, int Sent = 0);
}
