using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.Data.FullText;

namespace ClaimsDesk.Knowledge.Tests.Claims;

public sealed class ClaimSearchOnSqlite(SmallBaseDesk small) : ClaimSearchTests(small), IClassFixture<SmallBaseDesk>;

public sealed class ClaimSearchOnPostgres(SmallBaseOnPostgres small) : ClaimSearchTests(small), IClassFixture<SmallBaseOnPostgres>;

public abstract class ClaimSearchTests(SmallBaseDesk small)
{
    private readonly TestDesk _desk = small.Desk;

    [Theory]
    [InlineData("", "reopens told cost wasted sail request safe resign")]
    [InlineData("q=bridge", "reopens")]
    [InlineData("q=San+Jose", "reopens")]
    [InlineData("q=cost+doubled", "told cost")]
    [InlineData("q=\"doubled+cost\"", "")]
    [InlineData("q=officials", "told cost")]
    [InlineData("q=bridge&q=ferries", "reopens safe")]
    [InlineData("source=Northern+Wire", "told cost safe")]
    [InlineData("source=the+northern+wire", "told cost safe")]
    [InlineData("source=Harbour+Gazette&source=an+official", "reopens told cost wasted sail resign")]
    [InlineData("ends=Port+Authority", "cost wasted")]
    [InlineData("kind=anonymous", "told sail")]
    [InlineData("kind=anonymous&kind=outlet", "told sail resign")]
    [InlineData("chain=wire", "told cost safe")]
    [InlineData("chain=wi%00re", "told cost safe")]
    [InlineData("source=a%00b", "")]
    [InlineData("place=San%00+Jose&q=brid%00", "")]
    [InlineData("chain=wire&source=Ana+Ruiz", "safe")]
    [InlineData("affiliation=port", "told")]
    [InlineData("actor=Mayor+Ruiz", "told resign")]
    [InlineData("actor=Port+Authority", "wasted")]
    [InlineData("place=San+Jose", "reopens")]
    [InlineData("place=Ana+Ruiz", "")]
    [InlineData("act=denial&act=no-comment", "wasted request")]
    [InlineData("quote=direct", "reopens")]
    [InlineData("negated=true", "wasted sail")]
    [InlineData("negated=false&kind=anonymous", "told")]
    [InlineData("hedged=true", "told")]
    [InlineData("outlet=Harbour+Gazette", "reopens told cost wasted")]
    [InlineData("article=2", "sail request safe resign")]
    [InlineData("batch=1&act=demand", "resign")]
    [InlineData("batch=2", "")]
    [InlineData("reliability=unrated&act=demand", "resign")]
    [InlineData("reliability=A", "")]
    [InlineData("credibility=unrated&act=demand", "resign")]
    [InlineData("credibility=6", "")]
    [InlineData("status=unverified&act=demand", "resign")]
    [InlineData("status=contested", "")]
    [InlineData("confidence=0.8..", "reopens cost wasted request safe resign")]
    [InlineData("confidence=..0.6", "told sail")]
    [InlineData("confidence=0.5..0.7&source=Northern+Wire", "told")]
    [InlineData("confidence=-0.8..", "told sail")]
    [InlineData("said=2024-08-05", "reopens told")]
    [InlineData("said=2024-08-06..", "told wasted")]
    [InlineData("said=2023&said=2024-08-06..2024-08-06", "told wasted sail")]
    [InlineData("said=..2023-06", "sail")]
    [InlineData("happened=2025", "reopens")]
    [InlineData("published=2024-08", "reopens told cost wasted")]
    [InlineData("published=..2025", "reopens told cost wasted")]
    [InlineData("act=-denial&act=-no-comment", "reopens told cost sail safe resign")]
    [InlineData("kind=anonymous&kind=outlet&source=-an+official", "told resign")]
    [InlineData("source=-Northern+Wire", "reopens wasted sail request resign")]
    [InlineData("q=cost&q=-told", "cost")]
    [InlineData("actor=all:Ana+Ruiz&actor=all:Port+Authority", "")]
    [InlineData("source=all:Northern+Wire&source=all:Ana+Ruiz", "safe")]
    [InlineData("chain=all:wire&chain=all:gazette", "told cost")]
    [InlineData("kind=anonymous&affiliation=Port+Authority", "told")]
    [InlineData("affiliation=-port&kind=anonymous", "sail")]
    [InlineData("outlet=-Harbour+Gazette", "sail request safe resign")]
    [InlineData("reliability=-A&act=demand", "resign")]
    [InlineData("reliability=-none", "")]
    [InlineData("negated=-true&kind=anonymous", "told")]
    [InlineData("said=none", "cost request safe resign")]
    [InlineData("said=-none", "reopens told wasted sail")]
    [InlineData("said=-2024-08", "cost sail request safe resign")]
    [InlineData("said=7d", "")]
    [InlineData("happened=none&kind=anonymous", "told sail")]
    [InlineData("published=none", "sail request safe resign")]
    [InlineData("ends=all:Ana+Ruiz&act=-no-comment", "reopens safe")]
    [InlineData("sort=newest-said", "wasted reopens told sail cost request safe resign")]
    [InlineData("sort=oldest-said&said=2023..", "sail told reopens wasted")]
    [InlineData("sort=article", "reopens told cost wasted sail request safe resign")]
    [InlineData("sort=outlet", "reopens told cost wasted sail request safe resign")]
    [InlineData("sort=least-sure", "told sail reopens cost wasted request safe resign")]
    [InlineData("sort=most-sure&kind=anonymous&kind=outlet", "resign sail told")]
    public async Task Each_key_finds_what_it_says(string query, string expected)
    {
        var reading = ClaimFilterUrl.Read(query);
        reading.Unread.Should().BeEmpty();

        var page = await _desk.Get<ClaimSearch>().FindAsync(reading.Filter);

        var words = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        page.Claims.Select(c => Array.Find(words, w => c.Content.Contains(w, StringComparison.Ordinal)) ?? c.Content).Should().Equal(words);
        page.Next.Should().BeNull();
        (await _desk.Get<ClaimSearch>().CountAsync(reading.Filter)).Should().Be(new BoundedCount(words.Length, false));
    }

    [Theory]
    [InlineData("newest-published")]
    [InlineData("newest-said")]
    [InlineData("oldest-said")]
    [InlineData("article")]
    [InlineData("outlet")]
    [InlineData("least-sure")]
    [InlineData("most-sure")]
    public async Task Pages_of_every_order_show_each_claim_once(string order)
    {
        var search = _desk.Get<ClaimSearch>();
        var whole = await search.FindAsync(ClaimFilterUrl.Read($"sort={order}").Filter);
        var next = ClaimFilterUrl.Read($"sort={order}&size=3").Filter;
        var seen = new List<int>();
        for (; ; )
        {
            var page = await search.FindAsync(next);
            seen.AddRange(page.Claims.Select(c => c.Id));
            page.Claims.Count.Should().BeLessThanOrEqualTo(3);
            if (page.Next is null) break;
            next = ClaimFilterUrl.Read(page.Next.ToQuery()).Filter;
        }
        seen.Should().Equal(whole.Claims.Select(c => c.Id));
    }

    [Fact]
    public async Task Facets_count_what_a_click_shows()
    {
        var search = _desk.Get<ClaimSearch>();
        var checkedValues = 0;
        foreach (var query in new[] { "", "kind=anonymous", "source=Northern+Wire&act=denial", "outlet=Harbour+Gazette&said=2024-08", "kind=-anonymous&act=denial&act=-threat", "source=all:Northern+Wire" })
        {
            var filter = ClaimFilterUrl.Read(query).Filter;
            var facets = await search.FacetsAsync(filter);
            foreach (var facet in facets.Facets)
            {
                var others = FilterKeys.Named(facet.Key)!.WithoutAnyOf(filter);
                foreach (var value in facet.Values.Where(value => value.Sense != Sense.NoneOf))
                {
                    (await search.CountAsync(others.Include(facet.Key, value.Value))).Number.Should().Be(value.Count, $"of {facet.Key}={value.Value} under “{query}”");
                    checkedValues++;
                }
            }
        }
        checkedValues.Should().BeGreaterThan(60);
    }

    [Fact]
    public async Task Claims_of_few_months_are_counted_by_the_day_they_were_said()
    {
        var facets = await _desk.Get<ClaimSearch>().FacetsAsync(ClaimFilterUrl.Read("said=2024-08-06").Filter);

        facets.Said.Select(time => $"{time.Time}: {time.Count}{(time.IsChosen ? ", chosen" : "")}")
            .Should().Equal("2024-08-05: 1", "2024-08-06: 1, chosen");
    }

    [Theory]
    [InlineData("", "2024=3 2023=1 none=4")]
    [InlineData("said=2024", "2024-08=3 none=4 2024=3")]
    [InlineData("said=-2024&said=-none", "2023=1 2024=0 none=0")]
    [InlineData("kind=-anonymous&said=7d", "2024-08=2 none=4 7d=0")]
    public async Task Years_and_months_are_counted_as_a_click_would_show_them(string query, string expected)
    {
        var facet = await _desk.Get<ClaimSearch>().FacetAsync(ClaimFilterUrl.Read(query).Filter, "said", null, 50);
        string.Join(' ', facet.Values.Select(value => $"{value.Value}={value.Count}")).Should().Be(expected);
    }

    [Fact]
    public async Task A_facet_is_searched_by_any_name_of_its_values()
    {
        var search = _desk.Get<ClaimSearch>();
        (await search.FacetAsync(ClaimFilter.Everything, "actor", "mayor", 10)).Values.Select(v => v.Label).Should().Equal("Ana Ruiz");
        (await search.FacetAsync(ClaimFilter.Everything, "source", "north", 10)).Values.Select(v => v.Label).Should().Equal("Northern Wire");
        (await search.FacetAsync(ClaimFilter.Everything, "source", "100%_nobody", 10)).Values.Should().BeEmpty();
    }

    [Fact]
    public async Task Words_that_stand_elsewhere_say_where()
    {
        var page = await _desk.Get<ClaimSearch>().FindAsync(ClaimFilterUrl.Read("q=wasted+article:doubled").Filter);

        var claim = page.Claims.Should().ContainSingle().Subject;
        var reason = page.Reasons[claim.Id];
        reason.Field.Should().Be(SearchField.Article);
        reason.Marks.Select(mark => mark.Of(reason.Text)).Should().NotBeEmpty().And.OnlyContain(word => word == "doubled");
        (await _desk.Get<ClaimSearch>().FindAsync(ClaimFilterUrl.Read("q=wasted").Filter)).Reasons.Should().BeEmpty();
    }

    [Fact]
    public void What_is_looked_for_is_marked_where_it_stands()
    {
        var sought = SoughtWords.Of(ClaimFilterUrl.Read("q=bri*&q=all:jose").Filter, [])!;
        const string words = "the bridge in San José, a bright one";

        sought.Marks(words, SearchField.Content).Select(mark => mark.Of(words)).Should().Equal("bridge", "José", "bright");
        SoughtWords.Of(ClaimFilterUrl.Read("q=-bridge&act=denial").Filter, []).Should().BeNull();
    }

    [Theory]
    [InlineData("actor=Ana+Ruiz", "Mayor Ruiz met us, said Ana Ruiz", "Mayor Ruiz|Ana Ruiz")]
    [InlineData("actor=-Ana+Ruiz", "said Ana Ruiz", "")]
    [InlineData("actor=mayor+ruiz", "ana ruiz", "")]
    [InlineData("place=San+Jose&q=bridge", "the Bridge in San José", "Bridge|San José")]
    [InlineData("chain=port", "two port officials", "port")]
    [InlineData("kind=person", "a person", "")]
    public async Task What_is_looked_for_is_marked_by_whichever_name_stands_there(string query, string text, string marked)
    {
        var sought = await _desk.Get<ClaimSearch>().SoughtAsync(ClaimFilterUrl.Read(query).Filter);
        string.Join('|', (sought?.Marks(text) ?? []).Select(mark => mark.Of(text))).Should().Be(marked);
    }

    [Theory]
    [InlineData("actor=Mayor+Ruiz", "about Mayor Ruiz (Ana Ruiz)")]
    [InlineData("actor=ana+ruiz&place=-San+Jose", "about ana ruiz, not speaking of San Jose")]
    public async Task A_name_that_somebody_also_goes_by_says_whose_it_is(string query, string sentence) =>
        (await _desk.Get<ClaimSearch>().DescribeAsync(ClaimFilterUrl.Read(query).Filter)).ToString().Should().Be(sentence);

    [Fact]
    public async Task A_row_tells_who_told_it_in_order()
    {
        var page = await _desk.Get<ClaimSearch>().FindAsync(ClaimFilterUrl.Read("q=doubled&kind=anonymous").Filter);

        var row = page.Claims.Should().ContainSingle().Subject;
        row.Tellers.Select(t => t.Name).Should().Equal("Harbour Gazette", "Northern Wire", "two port officials");
        row.Source.IsUnnamed.Should().BeTrue();
        row.Cue.Should().Be("said");
        row.Outlet.Should().Be("Harbour Gazette");
        row.ArticleTitle.Should().Be("Bridge to reopen");
        row.Published.Should().Be(new DateOnly(2024, 8, 6));
    }
}
