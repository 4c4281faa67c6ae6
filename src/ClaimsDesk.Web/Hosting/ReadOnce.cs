using Microsoft.AspNetCore.Components;

namespace ClaimsDesk.Web.Hosting;

/// <summary>A page that reads one thing, which its circuit takes over from where it was drawn first instead of reading it again (<see cref="PrerenderHandover"/>).</summary>
public abstract class ReadOnce<T> : ComponentBase where T : class
{
    /// <summary>Stands for what was read while prerendering.</summary>
    [PersistentState] public string? Ticket { get; set; }

    [Inject] private PrerenderHandover Handover { get; set; } = default!;

    /// <summary>What was read while prerendering, else what <paramref name="read"/> gives; null where there is nothing to show.</summary>
    protected async Task<T?> TakeOrReadAsync(Func<Task<T?>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var value = Handover.Take<T>(Ticket) ?? await read();
        Ticket = value is not null && !RendererInfo.IsInteractive ? Handover.Leave(value) : null;
        return value;
    }
}
