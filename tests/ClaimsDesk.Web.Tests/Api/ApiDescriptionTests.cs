using System.Net;
using System.Text.Json;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.People;

namespace ClaimsDesk.Web.Tests.Api;

[Collection(SeededDesk.Collection)]
public sealed class ApiDescriptionTests(SeededDesk seeded)
{
    [Fact]
    public async Task The_description_names_every_key_of_the_filter()
    {
        var names = Parameters(await DocumentAsync(), "/api/v1/claims").Select(p => p.GetProperty("name").GetString());
        names.Should().Contain(ClaimFilterUrl.Keys).And.Contain("facets");
    }

    [Fact]
    public async Task Every_operation_parameter_answer_and_schema_is_described()
    {
        var document = await DocumentAsync();
        var bare = new List<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                if (!Has(operation.Value, "summary")) bare.Add($"{operation.Name} {path.Name}");
                if (!Has(operation.Value, "operationId")) bare.Add($"{operation.Name} {path.Name}: operationId");
                bare.AddRange(Parameters(document, path.Name).Where(p => !Has(p, "description")).Select(p => $"{path.Name} {p.GetProperty("name")}"));
                bare.AddRange(operation.Value.GetProperty("responses").EnumerateObject().Where(a => !Has(a.Value, "description")).Select(a => $"{path.Name} {a.Name}"));
            }
        }
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(s => s.Name.StartsWith("Api", StringComparison.Ordinal)))
        {
            if (!Has(schema.Value, "description")) bare.Add(schema.Name);
            if (!schema.Value.TryGetProperty("properties", out var properties)) continue;
            bare.AddRange(properties.EnumerateObject().Where(p => !IsDescribed(p.Value)).Select(p => $"{schema.Name}.{p.Name}"));
        }
        bare.Should().BeEmpty();
    }

    [Fact]
    public async Task The_description_says_how_to_send_a_token()
    {
        var scheme = (await DocumentAsync()).GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Single().Value;
        scheme.GetProperty("scheme").GetString().Should().Be("bearer");
    }

    [Fact]
    public async Task Its_page_needs_no_other_host_and_runs_by_nonce()
    {
        var answer = await (await seeded.Desk.BrowserOfAsync(Role.Analyst)).GetAsync("/api-docs/v1");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.Should().Contain($"nonce=\"{nonce}\"").And.NotContain("https://cdn").And.NotContain("fonts.scalar.com");
        (await seeded.Desk.Browser().GetAsync("/api-docs/v1")).Headers.Location!.ToString().Should().Contain("/sign-in");
    }

    private async Task<JsonElement> DocumentAsync() =>
        JsonDocument.Parse(await seeded.Desk.Browser().GetStringAsync("/api/v1/openapi.json")).RootElement;

    private static IEnumerable<JsonElement> Parameters(JsonElement document, string path) =>
        document.GetProperty("paths").GetProperty(path).EnumerateObject()
            .SelectMany(operation => operation.Value.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default);

    // A schema that may be null is one of two, of which the second carries the words.
    private static bool IsDescribed(JsonElement property) =>
        Has(property, "description") || (property.TryGetProperty("oneOf", out var either) && either.EnumerateArray().Any(one => Has(one, "description")));

    private static bool Has(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && !string.IsNullOrWhiteSpace(value.GetString());
}
