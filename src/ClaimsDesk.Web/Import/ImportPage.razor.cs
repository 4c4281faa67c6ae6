using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Web.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace ClaimsDesk.Web.Import;

/// <summary>Files or a pasted text in, one after the other; ends on the report's own page.</summary>
public sealed partial class ImportPage : IDisposable
{
    private const int MostFiles = 200;

    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _stop;
    private IReadOnlyList<ImportRow>? _earlier;
    private ImportProgressList? _running;
    private string? _refusal;
    private string _name = "";
    private ElementReference _text;

    [Inject]
    private TextImport Import { get; set; } = default!;

    [Inject]
    private ImportHistory History { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime JS { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => _earlier = await History.ListAsync();

    /// <summary>Leaving the page stops before the next text; what is stored stays stored.</summary>
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
            _refusal = $"These are {chosen.FileCount} files; {MostFiles} can be imported at a time. Choose fewer, or use the command line: claimsdesk import FILE…";
            return Task.CompletedTask;
        }
        return RunAsync([.. chosen.GetMultipleFiles(MostFiles).Select(Uploaded)], name: null);
    }

    private async Task ImportPastedAsync()
    {
        var name = _name.Trim();
        if (name.Length == 0) return;
        try
        {
            var text = await PastedAsync();
            if (!string.IsNullOrWhiteSpace(text)) await RunAsync([ImportFile.Pasted(name, text)], name);
        }
        catch (ArgumentOutOfRangeException)
        {
            _refusal = $"The text is longer than {TextDecoder.GreatestLength / 1024 / 1024} MB. Paste it in parts.";
        }
    }

    private async Task<string> PastedAsync()
    {
        await using var module = await JS.InvokeAsync<IJSObjectReference>("import", "./Import/ImportPage.razor.js");
        await using var sent = await module.InvokeAsync<IJSStreamReference>("textOf", _text);
        await using var stream = await sent.OpenReadStreamAsync(TextDecoder.GreatestLength, _left.Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(_left.Token);
    }

    private static ImportFile Uploaded(IBrowserFile file) => new(file.Name, cancellation => UploadAsync(file, cancellation));

    private static async Task<Stream> UploadAsync(IBrowserFile file, CancellationToken cancellation)
    {
        if (file.Size > TextDecoder.GreatestLength) throw new IOException(TextDecoder.TooLong(file.Size).Reason);
        try
        {
            await using var upload = file.OpenReadStream(TextDecoder.GreatestLength, cancellation);
            var bytes = new MemoryStream();
            await upload.CopyToAsync(bytes, cancellation);
            bytes.Position = 0;
            return bytes;
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException)
        {
            throw new IOException("The browser could not send the file; it may have been moved or changed. Choose it again.", e);
        }
    }

    private async Task RunAsync(IReadOnlyList<ImportFile> files, string? name)
    {
        _refusal = null;
        _running = new ImportProgressList([.. files.Select(f => f.Name)]);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        var progress = new Progress<ImportProgress>(step =>
        {
            _running?.Take(step);
            StateHasChanged();
        });
        var result = await Import.ImportAsync((await SignedIn).User.PersonId(), name, files, progress, _stop.Token);
        if (_left.IsCancellationRequested) return;
        _running = null;
        if (result is ImportResult.Ran ran) Navigation.NavigateTo($"import/{ran.Report.BatchId}");
        else _refusal = "Your account may not import any more. Ask an administrator.";
    }

    private async Task StopAsync()
    {
        if (_stop is not null) await _stop.CancelAsync();
    }
}
