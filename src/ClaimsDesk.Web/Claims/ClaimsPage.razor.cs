using ClaimsDesk.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace ClaimsDesk.Web.Claims;

/// <summary>The analysts' home: what divides the claims, the claims, and the one that is open. All of its state is in the address.</summary>
public sealed partial class ClaimsPage : IDisposable
{
    private ClaimsView? _view;
    private bool _loading, _sheet, _more;
    private CancellationTokenSource? _reading;

    [Inject] private ClaimsViews Views { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private PrerenderHandover Handover { get; set; } = default!;

    /// <summary>Stands for the view that was read while prerendering.</summary>
    [PersistentState] public string? Ticket { get; set; }

    private string Title => _view is { Sentence.Parts.Count: > 0 } ? $"Claims {_view.Sentence}" : "Claims";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        _view = Handover.Take<ClaimsView>(Ticket);
        if (_view is null) await ReadAsync();
        if (!RendererInfo.IsInteractive && _view is not null) Ticket = Handover.Leave(_view);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (Navigation.ToBaseRelativePath(change.Location).Split('?', '#')[0] == "claims") _ = InvokeAsync(ShowNewAddressAsync);
    }

    private async Task ShowNewAddressAsync()
    {
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // Another address was asked for meanwhile; its own reading shows it.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private async Task ReadAsync()
    {
        _reading?.Cancel();
        _reading?.Dispose();
        var reading = _reading = new CancellationTokenSource();
        _loading = true;
        StateHasChanged();
        var view = await Views.ReadAsync(Navigation.Uri, _view, reading.Token);
        if (reading != _reading) return;
        (_view, _loading) = (view, false);
    }

    private async Task ShowAllFacets() => _view = await Views.WithAllFacetsAsync(_view!);

    private async Task RefreshAsync() => _view = await Views.RefreshAsync(_view!);

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _reading?.Cancel();
        _reading?.Dispose();
    }
}
