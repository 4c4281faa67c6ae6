using System.Reflection;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Web.Claims;
using ClaimsDesk.Web.Claims.List;

namespace ClaimsDesk.Web.Tests.Claims;

public sealed class PageDocumentationTests
{
    [Fact]
    public void Every_key_and_column_of_the_claims_page_is_in_the_guide()
    {
        var root = typeof(PageDocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var guide = File.ReadAllText(Path.Combine(root, "docs", "claims.md"));

        ClaimsAddress.Keys.Concat(Enum.GetValues<ClaimColumn>().Select(FilterWords.Word))
            .Where(word => !guide.Contains($"`{word}`", StringComparison.Ordinal)).Should().BeEmpty();
    }
}
