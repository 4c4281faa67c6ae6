using System.ComponentModel;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Sources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsDesk.Web.Api;

/// <summary>Sources through the API.</summary>
public static class SourcesApi
{
    private static readonly ListKey Words = new("q", "a part of a name", "Sources whose name holds this.");
    private static readonly ListKey Kind = new("kind", string.Join(", ", Enum.GetValues<SourceKind>().Select(FilterWords.Word)), "Sources of this kind.", IsRepeatable: true);
    private static readonly ListKey Grade = new("reliability", "A, B, C, D, E, F or none", "Sources of this grade.", IsRepeatable: true);
    private static readonly ListKey[] Keys = [Words, Kind, Grade, ListQuery.After, ListQuery.Size];

    /// <summary>Maps the list, and one source.</summary>
    public static void MapSources(this RouteGroupBuilder api)
    {
        api.MapGet("/sources", ListAsync).WithName("listSources").ProducesValidationProblem().WithTags("Sources").WithMetadata(new TakesListKeys(Keys));
        api.MapGet("/sources/{id:int}", OneAsync).WithName("getSource").ProducesProblem(StatusCodes.Status404NotFound).WithTags("Sources");
    }

    /// <summary>Lists sources.</summary>
    /// <remarks>Whoever is said to tell: people, organisations, outlets, unnamed informants. In the order of their numbers.</remarks>
    public static async Task<Results<Ok<ApiPage<ApiSource>>, ProblemHttpResult>> ListAsync(
        HttpRequest request, SourceList sources, CancellationToken cancellationToken)
    {
        var query = new ListQuery(request.Query, Keys);
        var filter = new SourceFilter
        {
            Words = query.Text(Words),
            Kinds = [.. query.Any<SourceKind>(Kind, FilterWords.TryReadWord)],
            Reliability = [.. query.Any<Reliability?>(Grade, FilterWords.TryReadReliability)],
        };
        var (after, size) = (query.Number(ListQuery.After) ?? 0, query.Number(ListQuery.Size, ClaimFilter.GreatestSize) ?? ClaimFilter.UsualSize);
        if (query.Problem() is { } problem) return problem;
        var links = DeskLinks.Of(request);
        var page = await sources.ByNumberAsync(filter, after, size, cancellationToken);
        return TypedResults.Ok(new ApiPage<ApiSource>
        {
            Items = [.. page.Sources.Select(source => ApiSource.Of(source, links))],
            Total = page.Count.OrMore ? null : page.Count.Number,
            Next = page.HasMore ? links.Api("sources", query.From(page.Sources[^1].Id)) : null,
        });
    }

    /// <summary>Gets one source.</summary>
    public static async Task<Results<Ok<ApiSourceInFull>, ProblemHttpResult>> OneAsync(
        [Description("The number of the source.")] int id, HttpRequest request, OpenSource sources, CancellationToken cancellationToken) =>
        await sources.ReadAsync(id, cancellationToken) is { } source
            ? TypedResults.Ok(ApiSourceInFull.Of(source, DeskLinks.Of(request)))
            : Problems.NotFound("source", id);
}
