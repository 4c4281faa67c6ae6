using System.Reflection;
using ClaimsDesk.Web.Hosting;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace ClaimsDesk.Web.Api.Description;

/// <summary>The description of the API as OpenAPI has it, and its page.</summary>
public static class ApiDescription
{
    private const string Version = "v1";
    private const string TokenScheme = "token";

    private static readonly (string Name, string Words)[] Tags =
    [
        ("Claims", "Who said what, through whom, in which words."),
        ("Articles", "What the claims stand in."),
        ("Sources", "Who tells."),
        ("Actors", "Whom and what claims are about."),
        ("Exports", "All claims of a filter as a file, and any filter as a feed."),
    ];

    /// <summary>Registers the description of <c>/api/v1</c>.</summary>
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Version, options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(DeskLinks.ApiPath, StringComparison.Ordinal) == true
            || endpoint.ActionDescriptor.EndpointMetadata.OfType<TakesClaimFilter>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "ClaimsDesk",
                Version = typeof(ApiDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? Version,
                Description = "Reads the knowledge base: attributed, unverified claims from news texts, the articles they stand in, who tells them, and whom they are about. "
                    + "All spans are pairs of start and end in UTF-16 code units of the text of a file, end exclusive. All moments are UTC.",
            };
            document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Words }).ToHashSet();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [TokenScheme] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "A personal token with the scope read, made on the page Tokens or by `claimsdesk token add`.",
                },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, document)] = [] }];
            document.SetReferenceHostDocument();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<KeyParameters>();
        options.AddOperationTransformer<AnswerWords>();
        options.AddSchemaTransformer<SpanSchemas>();
    });

    /// <summary>Dresses the page: no fonts and scripts of other hosts, and the nonce that lets its own script run.</summary>
    public static void Show(ScalarOptions options, HttpContext context)
    {
        options.Title = "API · ClaimsDesk";
        options.OpenApiRoutePattern = "/api/{documentName}/openapi.json";
        options.DefaultFonts = false;
        options.Nonce = context.ScriptNonce();
        options.Telemetry = false;
        options.Agent = new ScalarAgentOptions { Disabled = true };
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never; // they offer services of other hosts
        options.CustomCss = ".light-mode { --scalar-color-3: #595959 } .dark-mode { --scalar-color-3: #a6a6a6 }"; // its own grey is too pale to read
        options.HeadContent = $"<script nonce=\"{context.ScriptNonce()}\">document.documentElement.lang = 'en'</script>";
    }
}
