using ClaimsDesk.Web.Layout;
using MudBlazor.Services;

namespace ClaimsDesk.Web.Hosting;

/// <summary>The web application, built but not started.</summary>
public static class DeskHost
{
    /// <summary>Puts the application together.</summary>
    public static WebApplication Build(ServeSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DeskHost).Assembly.GetName().Name,
            // Not the folder it was called from: pages' files lie beside the program, wherever it is run.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets(); // outside Development too: `dotnet run` serves packages' files from where they lie
        builder.WebHost.UseUrls(settings.Urls);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapGet("/", () => Results.LocalRedirect("/claims"));
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null); // SecurityHeaders says it
        return app;
    }
}
