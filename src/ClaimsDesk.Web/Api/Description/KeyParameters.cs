using ClaimsDesk.Knowledge.Claims.Filters;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ClaimsDesk.Web.Api.Description;

/// <summary>Describes the keys of an address, which are read as a whole and so are no parameters of a method.</summary>
internal sealed class KeyParameters : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var list in metadata.OfType<TakesListKeys>())
        {
            foreach (var key in list.Keys) Add(operation, key.Name, $"{key.Means} Takes {key.Takes}.", key.IsRepeatable);
        }
        foreach (var claims in metadata.OfType<TakesClaimFilter>())
        {
            foreach (var key in ClaimFilterUrl.Keys.Except(claims.IsWhole ? [ListQuery.After.Name, ListQuery.Size.Name] : []))
                Add(operation, key, $"{ClaimKeyWords.Of(key)} Takes {ClaimFilterUrl.Takes(key)}.", !ClaimKeyWords.IsSingle(key));
            if (claims.WithFacets)
                Add(operation, ClaimsApi.FacetsKey, $"Counts what the claims divide into. Takes any of {string.Join(", ", ApiFacets.Keys)}, separated by commas.", false);
        }
        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, string name, string description, bool isRepeatable)
    {
        var isNumber = name is "after" or "size" or "batch" && !isRepeatable;
        var one = new OpenApiSchema { Type = isNumber ? JsonSchemaType.Integer : JsonSchemaType.String };
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = isRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one,
            Explode = isRepeatable,
            Style = ParameterStyle.Form,
        });
    }
}
