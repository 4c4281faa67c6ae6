using ClaimsDesk.Knowledge.Import.Fetching;
using ClaimsDesk.Web.Accounts;
using ClaimsDesk.Web.Api;
using ClaimsDesk.Web.Articles;
using ClaimsDesk.Web.Claims;
using ClaimsDesk.Web.Errors;
using ClaimsDesk.Web.Exports;
using ClaimsDesk.Web.Import;
using ClaimsDesk.Web.Layout;
using ClaimsDesk.Web.Limits;
using Microsoft.AspNetCore.HttpOverrides;
using MudBlazor;
using MudBlazor.Services;

namespace ClaimsDesk.Web.Hosting;

/// <summary>The web application, built but not started.</summary>
public static class DeskHost
{
    /// <summary>Puts the application together on <paramref name="data"/>, to listen on <paramref name="urls"/> (separated by semicolons).</summary>
    public static WebApplication Build(DataDirectory data, string urls, ServeSettings? settings = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DeskHost).Assembly.GetName().Name,
            // Not the folder it was called from: the pages' files lie beside the program, wherever it is run.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets(); // outside Development too: `dotnet run` serves packages' files from where they lie
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddServices(builder.Services, data, settings ?? new ServeSettings());
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, DataDirectory data, ServeSettings settings)
    {
        services.AddDesk(data);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices(ConfigureParts);
        services.AddSingleton<PrerenderHandover>();
        services.AddSingleton<ClaimsViews>();
        services.AddHostedService<BackgroundImports>();
        services.AddSingleton(settings);
        services.AddSingleton(_ => new PageFetch(settings.FetchesPages));
        services.AddSingleton<PageFetching>();
        services.AddHostedService<Inbox>();
        services.AddDeskLimits();
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddExceptionHandler<ErrorReference>();
        services.AddProblemDetails();
        services.AddDeskApi();
        services.AddSingleton<ClaimExport>();
        services.AddSingleton<ClaimFeed>();
    }

    // A message that fades is a message that cannot be read.
    private static void ConfigureParts(MudServicesConfiguration parts)
    {
        parts.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
        parts.SnackbarConfiguration.ShowTransitionDuration = 0;
        parts.SnackbarConfiguration.HideTransitionDuration = 0;
        parts.SnackbarConfiguration.MaximumOpacity = 100;
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders(); // of a proxy on this machine, and of nobody else: addresses are limited by, and links are made of them
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseWhen(context => !ErrorReference.IsForPrograms(context.Request), pages =>
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseProblems();
        app.UseHeadRequests();
        app.UseRouting(); // here, so that a page that stands in for a status is found by its path
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.MapStaticAssets().ShortCircuit(); // without asking who wants them: an error page needs its looks when the database is gone
        app.MapGet("/", () => Results.LocalRedirect("/claims"));
        app.MapSignOut();
        app.MapOriginalFiles();
        app.MapBatchReports();
        app.MapDeskApi();
        app.MapExports();
        app.MapFeed();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null); // SecurityHeaders says it
    }
}
