using System.Globalization;
using ClaimsDesk.Benchmarks.Making;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;

namespace ClaimsDesk.Benchmarks.Measuring;

/// <summary>Filters as people click them together, made of values that the knowledge base has, frequent and rare ones.</summary>
public sealed class Questions(ClaimFacets facets, int seed)
{
    private static readonly string[] Others =
    [
        "negated=true", "negated=false", "hedged=true", "said=2024", "said=2023-05", "said=2022-01..2022-06", "said=none", "happened=2024", "published=2025", "published=2024-03-05",
        "published=2019..2021", "published=none", "affiliation=ministry", "affiliation=none", "chain=post", "confidence=..0.6", "status=-unverified", "credibility=-none", "act=-assertion", "kind=-person", "sort=newest-said", "sort=oldest-said", "sort=article", "sort=outlet",
    ];

    private readonly Chance _chance = new(seed);

    public IEnumerable<ClaimFilter> Take(int count) => Enumerable.Range(0, count).Select(i => ClaimFilterUrl.Read(string.Join('&', Parts(i % 5).Distinct())).Filter);

    private IEnumerable<string> Parts(int number)
    {
        for (var i = 0; i < number; i++)
        {
            if (_chance.In(0.45))
            {
                yield return Others[_chance.Between(0, Others.Length - 1)];
                continue;
            }
            var facet = facets.Facets[_chance.Between(0, facets.Facets.Count - 1)];
            if (facet.Values.Count == 0) continue;
            var value = facet.Values[_chance.Skewed(facet.Values.Count, 2)];
            yield return string.Create(CultureInfo.InvariantCulture, $"{facet.Key}={(_chance.In(0.2) ? "-" : "")}{Uri.EscapeDataString(value.Value)}");
        }
    }
}
