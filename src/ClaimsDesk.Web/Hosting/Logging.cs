using System.Globalization;
using Serilog;
using Serilog.Events;

namespace ClaimsDesk.Web.Hosting;

/// <summary>What is logged where: warnings and our own news on the console, more in a file a day beside the database.</summary>
public static class Logging
{
    private const string FileLine = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffZ} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>Sends the log of <paramref name="services"/> to the console and to <paramref name="data"/>'s log folder.</summary>
    public static void AddDeskLogging(this IServiceCollection services, DataDirectory data) => services.AddSerilog(
        logger => logger
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("MudBlazor", LogEventLevel.Warning)
            // Said at every start where no key is given to seal them with; the folder's own permissions protect them.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
            // Errors outside a page are logged with their reference by Errors.ErrorReference.
            .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogEventLevel.Fatal)
            // A failing start is told in one sentence by the command that started.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, outputTemplate: "{Message:lj}{NewLine}", formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                Path.Combine(data.Logs, "claimsdesk-.log"), outputTemplate: FileLine, formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31, fileSizeLimitBytes: 50_000_000, rollOnFileSizeLimit: true, shared: true),
        preserveStaticLogger: true);
}
