using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using ClaimsDesk.Web.Api;
using ClaimsDesk.Web.Exports;

namespace ClaimsDesk.Web.Tests.Api;

/// <summary>What the guides show works as they show it.</summary>
[Collection(SeededDesk.Collection)]
public sealed class TakeAwayGuideTests(SeededDesk seeded)
{
    public static TheoryData<string> Examples() =>
        [.. Regex.Matches(Guide("api.md") + Guide("exports.md"), "\"\\$DESK(/[^\"]+)\"|^\\| `(/[a-z][^`]*)`", RegexOptions.Multiline | RegexOptions.NonBacktracking)
            .Select(example => example.Groups[1].Value + example.Groups[2].Value).Distinct()];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_address_in_a_guide_answers(string address) =>
        (await (await seeded.ProgramAsync()).GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.OK);

    [Fact]
    public void The_guides_name_every_file_every_facet_and_the_description()
    {
        foreach (var writer in ExportFormats.All) Guide("exports.md").Should().Contain($"`/claims/export.{writer.Ending}`");
        foreach (var facet in ApiFacets.Keys) Guide("api.md").Should().Contain($"`{facet}`");
        Guide("api.md").Should().Contain("/api/v1/openapi.json").And.Contain("/api-docs");
        Examples().Should().HaveCountGreaterThan(10);
    }

    private static string Guide(string name) => File.ReadAllText(Path.Combine(
        typeof(TakeAwayGuideTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "docs", name));
}
