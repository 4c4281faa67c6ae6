using System.Globalization;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Web.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace ClaimsDesk.Web.Import;

/// <summary>One import: how far it is, what became of its texts, and what can be done with it.</summary>
public sealed partial class BatchPage : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private static readonly (string Heading, ImportOutcome[] Outcomes)[] Groups =
    [
        ("Not imported", [ImportOutcome.Unreadable, ImportOutcome.Failed, ImportOutcome.NotReached]),
        ("Near-copies of what was there", [ImportOutcome.NearCopy]),
        ("Partly read", [ImportOutcome.PartlyRead]),
        ("Imported", [ImportOutcome.Imported]),
        ("Already there", [ImportOutcome.AlreadyImported]),
    ];

    private readonly CancellationTokenSource _left = new();
    private BatchSummary? _batch;
    private string? _refusal;
    private bool _asksUndo;
    private Task? _watching;

    /// <summary>The import's key.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private ImportHistory History { get; set; } = default!;

    [Inject]
    private BatchControl Control { get; set; } = default!;

    [Inject]
    private BatchUndo Undo { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = default!;

    private string Sentence => (_batch!.Batch, _batch.Batch.ItemsDone) switch
    {
        ({ State: BatchState.Finished }, 0) => "No text was brought in.",
        ({ State: BatchState.Undone }, _) => "It was undone: what it brought is taken out again, but for what is named as kept.",
        (_, 0) => "Nothing is done yet.",
        ({ IsDryRun: true }, var done) => $"Of {ImportSentences.Count(done, "text")}, {_batch.Stored.ToString("N0", CultureInfo.InvariantCulture)} would be imported, with {ImportSentences.Count(_batch.Claims, "claim")}. Nothing was stored.",
        (_, var done) => $"Of {ImportSentences.Count(done, "text")}: {ImportSentences.Summary(_batch)}.",
    };

    private string Took => _batch!.Rate is { } rate
        ? string.Create(CultureInfo.InvariantCulture, $"{ImportSentences.Time(TimeSpan.FromSeconds(_batch.Batch.WorkedSeconds))}, {rate:0.0} texts a second")
        : ImportSentences.Time(TimeSpan.FromSeconds(_batch.Batch.WorkedSeconds));

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        if (_batch is null) Navigation.NotFound();
        else if (RendererInfo.IsInteractive) _watching ??= WatchAsync();
    }

    private async Task ReadAsync() =>
        _batch = int.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await History.SummaryAsync(id, _left.Token) : null;

    // Read from the database and not told by the worker: it may be in another process.
    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(_left.Token))
            {
                if (_batch is not { } before || (!before.IsOpen && before.Batch.State != BatchState.Paused)) continue;
                await ReadAsync();
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException)
        {
            // the page was left
        }
    }

    private async Task UndoAsync()
    {
        _asksUndo = false;
        await OrderAsync(Undo.OrderAsync);
    }

    private async Task OrderAsync(Func<string?, int, CancellationToken, Task<BatchOrder>> order)
    {
        _refusal = ImportSentences.Of(await order((await SignedIn).User.PersonId(), _batch!.Batch.Id, CancellationToken.None));
        await ReadAsync();
    }
}
