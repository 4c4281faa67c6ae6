using System.ComponentModel;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims.Filters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsDesk.Web.Api;

/// <summary>Articles through the API.</summary>
public static class ArticlesApi
{
    private static readonly ListKey Words = new("q", "words", "Articles that hold these words, together, in the headline or the text.");
    private static readonly ListKey Outlet = new("outlet", "an outlet's number or name", "Articles that this outlet published.");
    private static readonly ListKey Published = new("published", "2024, 2024-08, 2024-08-05 or 2024-01..2024-12", "Articles published then.");
    private static readonly ListKey Batch = new("batch", "the number of an import", "Articles that this import brought.");
    private static readonly ListKey[] Keys = [Words, Outlet, Published, Batch, ListQuery.After, ListQuery.Size];

    /// <summary>Maps the list, and one article.</summary>
    public static void MapArticles(this RouteGroupBuilder api)
    {
        api.MapGet("/articles", ListAsync).WithName("listArticles").ProducesValidationProblem().WithTags("Articles").WithMetadata(new TakesListKeys(Keys));
        api.MapGet("/articles/{id:int}", OneAsync).WithName("getArticle").ProducesProblem(StatusCodes.Status404NotFound).WithTags("Articles");
    }

    /// <summary>Lists articles.</summary>
    /// <remarks>In the order of their numbers, which is the order in which they were brought in.</remarks>
    public static async Task<Results<Ok<ApiPage<ApiArticle>>, ProblemHttpResult>> ListAsync(
        HttpRequest request, ArticleList articles, CancellationToken cancellationToken)
    {
        var query = new ListQuery(request.Query, Keys);
        var filter = new ArticleFilter
        {
            Words = query.Text(Words),
            Outlet = query.One<Pick>(Outlet, Pick.TryRead),
            Published = query.One<DateSpan>(Published, DateSpan.TryRead),
            Batch = query.Number(Batch),
        };
        var (after, size) = (query.Number(ListQuery.After) ?? 0, query.Number(ListQuery.Size, ClaimFilter.GreatestSize) ?? ClaimFilter.UsualSize);
        if (query.Problem() is { } problem) return problem;
        var links = DeskLinks.Of(request);
        var page = await articles.ByNumberAsync(filter, after, size, cancellationToken);
        return TypedResults.Ok(new ApiPage<ApiArticle>
        {
            Items = [.. page.Articles.Select(article => ApiArticle.Of(article, links))],
            Total = page.Count.OrMore ? null : page.Count.Number,
            Next = page.HasMore ? links.Api("articles", query.From(page.Articles[^1].Id)) : null,
        });
    }

    /// <summary>Gets one article with its text.</summary>
    public static async Task<Results<Ok<ApiArticleInFull>, ProblemHttpResult>> OneAsync(
        [Description("The number of the article.")] int id, HttpRequest request, OpenArticle articles, CancellationToken cancellationToken) =>
        await articles.ReadAsync(id, cancellationToken) is { } article
            ? TypedResults.Ok(ApiArticleInFull.Of(article, DeskLinks.Of(request)))
            : Problems.NotFound("article", id);
}
