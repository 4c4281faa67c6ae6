using System.Reflection;
using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Knowledge.Tests.Claims;

public sealed class FilterDocumentationTests
{
    [Fact]
    public void Every_key_of_an_address_is_in_the_guide()
    {
        var root = typeof(FilterDocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var guide = File.ReadAllText(Path.Combine(root, "docs", "claims.md"));
        var keys = FilterKeys.All.Select(key => key.Name).Concat([FilterKeys.Order, FilterKeys.After, FilterKeys.Size]);

        keys.Where(key => !guide.Contains($"`{key}`", StringComparison.Ordinal)).Should().BeEmpty();
    }
}
