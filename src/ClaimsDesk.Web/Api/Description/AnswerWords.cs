using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ClaimsDesk.Web.Api.Description;

/// <summary>Says of each answer what it means.</summary>
internal sealed class AnswerWords : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["200"] = "What was asked for.",
        ["304"] = "What the tag of If-None-Match stands for is still so.",
        ["400"] = "A key can't be read: `errors` names each, with what is wrong and what it takes.",
        ["401"] = "No token, or one that is unknown, revoked or expired.",
        ["403"] = "The token is not good for this.",
        ["404"] = "There is no record of that number.",
        ["429"] = "Too many requests; Retry-After says in how many seconds to ask again.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        if (context.Description.RelativePath?.StartsWith(DeskLinks.ApiPath, StringComparison.Ordinal) == true) operation.Responses.TryAdd("304", new OpenApiResponse());
        foreach (var (status, answer) in operation.Responses)
        {
            if (Words.TryGetValue(status, out var words)) answer.Description = words;
        }
        return Task.CompletedTask;
    }
}
