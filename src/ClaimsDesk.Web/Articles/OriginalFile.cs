using System.Net.Mime;
using ClaimsDesk.Knowledge.Articles;

namespace ClaimsDesk.Web.Articles;

/// <summary>Files as they were brought in, byte for byte.</summary>
public static class OriginalFile
{
    /// <summary>Serves <c>/files/{id}</c>: always to be saved, never to be shown, because a file may hold anything.</summary>
    public static void MapOriginalFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/files/{id:int}", async (int id, OpenArticle articles, CancellationToken cancellation) =>
        await articles.OriginalAsync(id, cancellation) is { } file ? Results.File(file.Bytes, MediaTypeNames.Application.Octet, file.Name) : Results.NotFound());
}
