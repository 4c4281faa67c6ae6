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
    private string _text = "";

    [Inject]
    private TextImport Import { get; set; } = default!;

    [Inject]
    private ImportHistory History { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

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
        if (name.Length == 0 || string.IsNullOrWhiteSpace(_text)) return;
        await RunAsync([ImportFile.Pasted(name, _text)], name);
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
