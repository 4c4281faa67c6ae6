using Microsoft.Extensions.Caching.Memory;

namespace ClaimsDesk.Web.Hosting;

/// <summary>
/// Hands what a page read while it was drawn on the server to its circuit, which draws it once more a moment later. The page carries only
/// a ticket; what it stands for is taken once, and forgotten soon where no circuit comes for it.
/// </summary>
public sealed class PrerenderHandover : IDisposable
{
    // A page of claims is some 200 KB; where more are asked for than circuits come for them, the later ones are read once more.
    private const int MostKept = 50;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(20);
    private readonly MemoryCache _waiting = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>Keeps a value; the ticket is what to persist in the page.</summary>
    public string Leave(object value)
    {
        var ticket = Guid.NewGuid().ToString("N");
        _waiting.Set(ticket, value, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        return ticket;
    }

    /// <summary>Takes the value that a ticket stands for; null when there is none, or no longer.</summary>
    public T? Take<T>(string? ticket) where T : class
    {
        if (ticket is null || !_waiting.TryGetValue(ticket, out var value)) return null;
        _waiting.Remove(ticket);
        return value as T;
    }

    /// <inheritdoc/>
    public void Dispose() => _waiting.Dispose();
}
