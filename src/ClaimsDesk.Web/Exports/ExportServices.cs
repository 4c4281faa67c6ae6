using ClaimsDesk.Web.Accounts.Tokens;
using ClaimsDesk.Web.Api;
using ClaimsDesk.Web.Limits;

namespace ClaimsDesk.Web.Exports;

/// <summary>Claims as files.</summary>
public static class ExportServices
{
    /// <summary>Where the files are: <c>/claims/export.csv</c>, with the keys of the claims page.</summary>
    public const string Path = "/claims/export.";

    /// <summary>Maps an address for each kind of file.</summary>
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        foreach (var writer in ExportFormats.All)
        {
            routes.MapGet(Path + writer.Ending, (HttpContext context, ClaimExport export) => export.SendAsync(context, writer))
                .RequireAuthorization(ProgramAccess.Read).RequireRateLimiting(DeskLimits.Exports)
                .WithName($"exportClaims_{writer.Ending}").WithTags("Exports").WithSummary($"Takes claims away as {writer.Title}.")
                .WithDescription("All claims that the filter means, whole and streamed.")
                .WithMetadata(new TakesClaimFilter(IsWhole: true))
                .Produces<string>(StatusCodes.Status200OK, writer.MediaType.Split(';')[0]).ProducesValidationProblem()
                .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status429TooManyRequests);
        }
    }

    /// <summary>Maps the feed of any view.</summary>
    public static void MapFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet(ClaimFeed.Path, (HttpContext context, ClaimFeed feed) => feed.SendAsync(context))
            .RequireAuthorization(ProgramAccess.Feeds).RequireRateLimiting(DeskLimits.Requests)
            .WithName("feedClaims").WithTags("Exports").WithSummary("Follows claims as an Atom feed.")
            .WithDescription("The claims that the filter means which were brought in last, the newest first.")
            .WithMetadata(new TakesClaimFilter(IsWhole: true))
            .Produces<string>(StatusCodes.Status200OK, ClaimFeed.MediaType).ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
