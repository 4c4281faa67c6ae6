using System.ComponentModel;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Claims.Filters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsDesk.Web.Api;

/// <summary>Actors through the API.</summary>
public static class ActorsApi
{
    private static readonly ListKey Words = new("q", "a part of a name", "Actors one of whose names holds this.");
    private static readonly ListKey Kind = new("kind", string.Join(", ", Enum.GetValues<ActorKind>().Select(FilterWords.Word)), "Actors of this kind.", IsRepeatable: true);
    private static readonly ListKey[] Keys = [Words, Kind, ListQuery.After, ListQuery.Size];

    /// <summary>Maps the list, and one actor.</summary>
    public static void MapActors(this RouteGroupBuilder api)
    {
        api.MapGet("/actors", ListAsync).WithName("listActors").ProducesValidationProblem().WithTags("Actors").WithMetadata(new TakesListKeys(Keys));
        api.MapGet("/actors/{id:int}", OneAsync).WithName("getActor").ProducesProblem(StatusCodes.Status404NotFound).WithTags("Actors");
    }

    /// <summary>Lists actors.</summary>
    /// <remarks>Whom and what claims are about: people, organisations, states, armed groups, outlets, places. In the order of their numbers.</remarks>
    public static async Task<Results<Ok<ApiPage<ApiActor>>, ProblemHttpResult>> ListAsync(
        HttpRequest request, ActorList actors, CancellationToken cancellationToken)
    {
        var query = new ListQuery(request.Query, Keys);
        var filter = new ActorFilter { Words = query.Text(Words), Kinds = [.. query.Any<ActorKind>(Kind, FilterWords.TryReadWord)] };
        var (after, size) = (query.Number(ListQuery.After) ?? 0, query.Number(ListQuery.Size, ClaimFilter.GreatestSize) ?? ClaimFilter.UsualSize);
        if (query.Problem() is { } problem) return problem;
        var links = DeskLinks.Of(request);
        var page = await actors.ByNumberAsync(filter, after, size, cancellationToken);
        return TypedResults.Ok(new ApiPage<ApiActor>
        {
            Items = [.. page.Actors.Select(actor => ApiActor.Of(actor, links))],
            Total = page.Count.OrMore ? null : page.Count.Number,
            Next = page.HasMore ? links.Api("actors", query.From(page.Actors[^1].Id)) : null,
        });
    }

    /// <summary>Gets one actor.</summary>
    public static async Task<Results<Ok<ApiActorInFull>, ProblemHttpResult>> OneAsync(
        [Description("The number of the actor.")] int id, HttpRequest request, OpenActor actors, CancellationToken cancellationToken) =>
        await actors.ReadAsync(id, cancellationToken) is { } actor
            ? TypedResults.Ok(ApiActorInFull.Of(actor, DeskLinks.Of(request)))
            : Problems.NotFound("actor", id);
}
