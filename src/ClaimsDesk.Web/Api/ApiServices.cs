using ClaimsDesk.Web.Accounts.Tokens;
using ClaimsDesk.Web.Api.Description;
using ClaimsDesk.Web.Errors;
using ClaimsDesk.Web.Limits;
using Scalar.AspNetCore;

namespace ClaimsDesk.Web.Api;

/// <summary>What programs read: <c>/api/v1</c>, with its description.</summary>
public static class ApiServices
{
    /// <summary>Registers what the API needs.</summary>
    public static void AddDeskApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Set(options.SerializerOptions));
        services.AddApiDescription();
    }

    /// <summary>Answers a program that is refused, or asks for nothing there is, with a problem and never with a page.</summary>
    public static void UseProblems(this IApplicationBuilder app) =>
        app.UseWhen(context => ErrorReference.IsForPrograms(context.Request), programs =>
            programs.UseStatusCodePages(pages => TypedResults.Problem(statusCode: pages.HttpContext.Response.StatusCode).ExecuteAsync(pages.HttpContext)));

    /// <summary>Maps the resources, and the description for programs and for people.</summary>
    public static void MapDeskApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/" + DeskLinks.ApiPath).RequireAuthorization(ProgramAccess.Read).RequireRateLimiting(DeskLimits.Requests)
            .AddEndpointFilter(TaggedJson.Filter)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapClaims();
        api.MapArticles();
        api.MapSources();
        api.MapActors();
        routes.Map("/api/{**rest}", Problems.Nothing).RequireAuthorization(ProgramAccess.Read).ExcludeFromDescription();
        // It tells how to ask and nothing of what is known here: tools that make clients of it need no token.
        routes.MapOpenApi("/api/{documentName:regex(^v1$)}/openapi.json").AllowAnonymous();
        routes.MapScalarApiReference("/api-docs", ApiDescription.Show).RequireAuthorization();
    }
}
