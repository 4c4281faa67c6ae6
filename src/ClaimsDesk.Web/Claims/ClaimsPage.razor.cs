using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.People;
using ClaimsDesk.Web.Accounts;
using ClaimsDesk.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;

namespace ClaimsDesk.Web.Claims;

/// <summary>The analysts' home: what divides the claims, the claims, and the one that is open. All of its state is in the address.</summary>
public sealed partial class ClaimsPage : IDisposable
{
    private ClaimsView? _view;
    private readonly Dictionary<int, ClaimRow> _selected = [];
    private bool _loading, _sheet, _more, _columns, _maySelect;
    private string _person = "";
    private CancellationTokenSource? _reading;

    [Inject] private ClaimsViews Views { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private PrerenderHandover Handover { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>Stands for the view that was read while prerendering.</summary>
    [PersistentState] public string? Ticket { get; set; }

    private string Title => _view is { Sentence.Parts.Count: > 0 } ? $"Claims {_view.Sentence}" : "Claims";

    // The last days are written as the days they are today, so that whoever follows the link sees what is seen now.
    private string Link => Navigation.ToAbsoluteUri(
        _view!.Address.Show(_view.Address.Filter.Pinned(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime))).ToString()).ToString();

    private EventCallback<(ClaimRow Row, bool Selected)> SelectionChanged =>
        _maySelect ? EventCallback.Factory.Create<(ClaimRow Row, bool Selected)>(this, change => Select(change.Row, change.Selected)) : default;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        var user = (await Authentication).User;
        (_person, _maySelect) = (user.PersonId(), user.CurrentRole() >= Role.Editor);
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
        var view = await Views.ReadAsync(Navigation.Uri, _person, _view, reading.Token);
        if (reading != _reading) return;
        // What is not on screen can't be selected.
        if (view.Page != _view?.Page) _selected.Clear();
        (_view, _loading) = (view, false);
    }

    private EventCallback<bool> SelectedChanged(ClaimRow row) => _maySelect ? EventCallback.Factory.Create<bool>(this, selected => Select(row, selected)) : default;

    private void Select(ClaimRow row, bool selected)
    {
        if (selected) _selected[row.Id] = row;
        else _selected.Remove(row.Id);
    }

    private async Task CountAllAsync() => _view = await Views.WithWholeCountAsync(_view!);

    private async Task ReadViewsAsync()
    {
        _view = await Views.WithViewsAsync(_view!, _person);
        StateHasChanged();
    }

    private async Task RefreshAsync()
    {
        _view = await Views.RefreshAsync(_view!);
        _selected.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _reading?.Cancel();
        _reading?.Dispose();
    }
}
