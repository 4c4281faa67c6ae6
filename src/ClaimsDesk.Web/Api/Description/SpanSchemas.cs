using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ClaimsDesk.Web.Api.Description;

/// <summary>Says of spans that they are pairs.</summary>
internal sealed class SpanSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(int[])) (schema.MinItems, schema.MaxItems) = (2, 2);
        return Task.CompletedTask;
    }
}
