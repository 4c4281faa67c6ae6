using System.Globalization;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using ClaimsDesk.Web.Accounts.Tokens;
using ClaimsDesk.Web.Errors;
using Microsoft.AspNetCore.RateLimiting;

namespace ClaimsDesk.Web.Limits;

/// <summary>How much one caller may ask for, so that there is something left for the others.</summary>
public sealed class DeskLimits
{
    /// <summary>Policy of the API and of feeds: requests a minute of one token, or of one person without a token.</summary>
    public const string Requests = "requests";

    /// <summary>Policy of exports: how many of one person run at once.</summary>
    public const string Exports = "exports";

    /// <summary>Requests a minute to the API.</summary>
    public int RequestsAMinute { get; set; } = 600;

    /// <summary>Exports of one person at once.</summary>
    public int ExportsAtOnce { get; set; } = 3;

    /// <summary>Wrong passwords a minute from one address.</summary>
    public int WrongPasswordsAMinute { get; set; } = 30;

    /// <summary>How long to wait when there is nothing else to say about it, in seconds.</summary>
    internal const int UsualWait = 10;

    /// <summary>One caller: the token, else the person, else the address.</summary>
    internal static string Caller(HttpContext context) =>
        context.User.FindFirstValue(TokenAuthentication.NumberClaim) is { } token ? $"token {token}" : Person(context);

    internal static string Person(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context);

    /// <summary>The address; of IPv6 its first half, since whoever has one address has all that begin so (RFC 6177).</summary>
    internal static string Address(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        var address => address.ToString(),
    };

    internal static RateLimitPartition<string> AMinute(string caller, int most) => RateLimitPartition.GetFixedWindowLimiter(
        caller, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });
}

/// <summary>Puts <see cref="DeskLimits"/> to work.</summary>
public static class LimitServices
{
    /// <summary>Registers the limits; whoever asks for too much is told so, and when to ask again.</summary>
    public static void AddDeskLimits(this IServiceCollection services)
    {
        services.AddOptions<DeskLimits>();
        services.AddRateLimiter(limiter => limiter.OnRejected = TellAsync);
        services.AddOptions<RateLimiterOptions>().Configure<Microsoft.Extensions.Options.IOptions<DeskLimits>>((limiter, limits) => Add(limiter, limits.Value));
    }

    private static void Add(RateLimiterOptions limiter, DeskLimits limits)
    {
        limiter.AddPolicy(DeskLimits.Requests, context => DeskLimits.AMinute(DeskLimits.Caller(context), limits.RequestsAMinute));
        limiter.AddPolicy(DeskLimits.Exports, context => RateLimitPartition.GetConcurrencyLimiter(
            DeskLimits.Person(context), _ => new ConcurrencyLimiterOptions { PermitLimit = limits.ExportsAtOnce }));
    }

    private static async ValueTask TellAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : DeskLimits.UsualWait;
        var context = rejected.HttpContext;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await Answer(context.Request, wait).ExecuteAsync(context);
    }

    private static IResult Answer(HttpRequest request, int wait) => ErrorReference.IsForPrograms(request)
        ? TypedResults.Problem($"Too much at once. Try again in {wait} seconds.", statusCode: StatusCodes.Status429TooManyRequests)
        : RefusalDocument.Answer(StatusCodes.Status429TooManyRequests, "Too much at once",
            $"You, or someone on your network, asked for more than one caller may at once. Go back and try again in {wait} seconds.");
}
