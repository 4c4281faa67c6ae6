using ClaimsDesk.Knowledge;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Web.Accounts;

namespace ClaimsDesk.Web.Hosting;

/// <summary>What the pages and the commands have in common: the log, the knowledge base, the extraction, the accounts.</summary>
public static class DeskServices
{
    /// <summary>Registers it all on <paramref name="data"/>.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, DataDirectory data)
    {
        services.AddSingleton(data);
        services.AddDeskLogging(data);
        services.AddKnowledge(data.Database);
        services.AddDeskAccounts(data);
        return services;
    }

    /// <summary>The same for a command that ends when it is done, with the knowledge base open.</summary>
    /// <exception cref="StartupException">The folder cannot be used.</exception>
    /// <exception cref="KnowledgeBaseUnusableException">The database cannot be used.</exception>
    public static async Task<ServiceProvider> OpenAsync(string? dataOption, string? databaseOption, CancellationToken cancellation)
    {
        var data = DataDirectory.Open(DataDirectory.Choose(dataOption), DataDirectory.ChooseDatabase(databaseOption));
        var services = new ServiceCollection().AddDesk(data).BuildServiceProvider();
        await services.GetRequiredService<KnowledgeBase>().OpenAsync(cancellation);
        return services;
    }
}
