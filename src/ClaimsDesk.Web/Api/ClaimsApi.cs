using System.ComponentModel;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Claims.Search;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsDesk.Web.Api;

/// <summary>Claims through the API.</summary>
public static class ClaimsApi
{
    /// <summary>The key that asks for facets.</summary>
    public const string FacetsKey = "facets";

    /// <summary>Maps the list, and one claim.</summary>
    public static void MapClaims(this RouteGroupBuilder api)
    {
        api.MapGet("/claims", ListAsync).WithName("listClaims").ProducesValidationProblem().WithTags("Claims")
            .WithMetadata(new TakesClaimFilter(WithFacets: true));
        api.MapGet("/claims/{id:int}", OneAsync).WithName("getClaim").ProducesProblem(StatusCodes.Status404NotFound).WithTags("Claims");
    }

    /// <summary>Lists claims.</summary>
    /// <remarks>The claims that a filter means, page by page. The filter's keys are those of the claims page, so that the query of its address can be copied; a key that is repeated means any of its values, different keys must all fit; a value behind - excludes, values behind all: must each fit.</remarks>
    public static async Task<Results<Ok<ApiClaimPage>, ProblemHttpResult>> ListAsync(
        HttpRequest request, ClaimSearch search, ClaimRecords records, CancellationToken cancellationToken)
    {
        var (filter, problems) = ClaimQuery.Read(request, FacetsKey);
        var facets = ApiFacets.Read(request.Query[FacetsKey], problems);
        if (problems.Count > 0) return Problems.Unreadable(problems);
        var links = DeskLinks.Of(request);
        var page = await records.PageAsync(filter, cancellationToken);
        if (page is null) return Problems.Unreadable(new Dictionary<string, string[]> { [ListQuery.After.Name] = [$"There is no claim {filter.After} to read on from: perhaps its import was undone. Begin anew, without “after”."] });
        var count = await search.CountAsync(filter, cancellationToken);
        return TypedResults.Ok(new ApiClaimPage
        {
            Items = [.. page.Claims.Select(claim => ApiClaim.Of(claim, links))],
            Total = count.OrMore ? null : count.Number,
            Next = page.Next is { } next ? links.Api("claims", next.ToQuery() + ApiFacets.Write(facets)) : null,
            Facets = await ApiFacets.CountAsync(search, filter, facets, cancellationToken),
        });
    }

    /// <summary>Gets one claim.</summary>
    public static async Task<Results<Ok<ApiClaim>, ProblemHttpResult>> OneAsync(
        [Description("The number of the claim.")] int id, HttpRequest request, ClaimRecords records, CancellationToken cancellationToken) =>
        await records.OneAsync(id, cancellationToken) is { } claim
            ? TypedResults.Ok(ApiClaim.Of(claim, DeskLinks.Of(request)))
            : Problems.NotFound("claim", id);
}
