using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimsDesk.Web.Api;

/// <summary>What the API answers when it can't answer, as RFC 9457 has it.</summary>
internal static class Problems
{
    /// <summary>Keys that can't be read, each with a sentence: what is wrong, and what the key takes.</summary>
    public static ProblemHttpResult Unreadable(IReadOnlyDictionary<string, string[]> keys) => TypedResults.Problem(
        new HttpValidationProblemDetails(new Dictionary<string, string[]>(keys))
        {
            Title = "The address can't be read.",
            Detail = string.Join(' ', keys.Values.SelectMany(sentences => sentences)),
            Status = StatusCodes.Status400BadRequest,
        });

    /// <summary>There is no record of that number.</summary>
    public static ProblemHttpResult NotFound(string what, int id) =>
        TypedResults.Problem($"There is no {what} {id}.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>There is nothing at an address of the API, or something else than reading is asked of it.</summary>
    public static ProblemHttpResult Nothing(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return TypedResults.Problem("There is nothing at this address. The API is described at /api/v1/openapi.json.", statusCode: StatusCodes.Status404NotFound);
        context.Response.Headers.Allow = $"{HttpMethods.Get}, {HttpMethods.Head}";
        return TypedResults.Problem("The API reads only.", statusCode: StatusCodes.Status405MethodNotAllowed);
    }
}
