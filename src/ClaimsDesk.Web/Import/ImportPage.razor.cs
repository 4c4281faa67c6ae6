using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Knowledge.Import.Fetching;
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
    private PageFetching Fetching { get; set; } = default!;

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

    // One after the other: nobody's server is to be asked for fifty pages at once.
    private Task FetchAsync(IReadOnlyList<string> addresses) => SendAsync(new Sending("Fetching", "page", addresses.Count), name: null, async (batch, cancellation) =>
    {
        foreach (var address in addresses)
        {
            await Intake.AddAsync(batch, [await Fetching.FetchAsync(address, cancellation)], cancellation);
            Advance();
        }
    });

    private async Task<string> PastedAsync()
    {
        await using var module = await JS.InvokeAsync<IJSObjectReference>("import", "./Import/ImportPage.razor.js");
        await using var sent = await module.InvokeAsync<IJSStreamReference>("textOf", _text);
        await using var stream = await sent.OpenReadStreamAsync(TextDecoder.GreatestLength, _left.Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(_left.Token);
    }

    private static ImportFile Uploaded(IBrowserFile file) => new(file.Name, cancellation => Task.FromResult<Stream>(new BrowserFileStream(file, cancellation)));

    private Task SendAsync(IReadOnlyList<ImportFile> files, string? name) =>
        SendAsync(new Sending("Sending", "file", files.Count), name, (batch, cancellation) => Intake.AddAsync(batch, Counted(files), cancellation));

    private async Task SendAsync(Sending sending, string? name, Func<int, CancellationToken, Task> bring)
    {
        _refusal = null;
        var wanted = new NewBatch((await SignedIn).User.PersonId(), name) { IsDryRun = _isDryRun };
        if (await Intake.BeginAsync(wanted, _left.Token) is not { } id)
        {
            _refusal = ImportSentences.Of(BatchOrder.NotAllowed);
            return;
        }
        _sending = sending;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        try
        {
            await bring(id, _stop.Token);
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
            Advance();
        }
    }

    private void Advance()
    {
        _sending = _sending! with { Done = _sending.Done + 1 };
        InvokeAsync(StateHasChanged);
    }

    private async Task StopAsync()
    {
        if (_stop is not null) await _stop.CancelAsync();
    }

    private sealed record Sending(string What, string Noun, int Total, int Done = 0);
}
