using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Grading;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ClaimsDesk.Knowledge.Tests.Claims;

public sealed class ClaimFilterTests
{
    [Property(Arbitrary = [typeof(Filters)], MaxTest = 500)]
    public bool A_filter_written_and_read_is_the_same_filter(ClaimFilter filter)
    {
        var reading = ClaimFilterUrl.Read("?" + filter.ToQuery());
        return reading.Unread.Count == 0 && reading.Filter == filter && reading.Filter.ToQuery() == filter.ToQuery();
    }

    [Property(Arbitrary = [typeof(Filters)], MaxTest = 200)]
    public bool Taking_out_every_part_of_the_sentence_leaves_everything(ClaimFilter filter)
    {
        var parts = ClaimSentence.Of(filter, FilterNames.None).Parts.Count;
        for (; parts > 0; parts--)
        {
            filter = ClaimSentence.Of(filter, FilterNames.None).Parts[^1].Without;
            if (ClaimSentence.Of(filter, FilterNames.None).Parts.Count != parts - 1) return false;
        }
        return filter with { Sort = default, After = null, Size = ClaimFilter.UsualSize } == ClaimFilter.Everything;
    }

    [Property]
    public bool Any_text_is_read_without_an_exception(NonNull<string> query)
    {
        var reading = ClaimFilterUrl.Read(query.Get);
        return ClaimFilterUrl.Read(reading.Filter.ToQuery()).Filter == reading.Filter;
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("source=two+senior+Greek+sources&kind=anonymous&said=2024-08-05..2024-08-06", "told by two senior Greek sources, unnamed, said 5–6 Aug 2024")]
    [InlineData("source=Reuters&source=AFP&act=denial", "told by Reuters or AFP, denials")]
    [InlineData("q=bridge+May&actor=Harvest&place=Skagen&negated=true", "with “bridge May”, about Harvest, speaking of Skagen, negated")]
    [InlineData("chain=state+media&ends=Holm&affiliation=Greece", "through “state media”, originating with Holm, from sources of “Greece”")]
    [InlineData("outlet=Daily+Lantern&article=3&batch=2", "carried by Daily Lantern, in article 3, brought by import 2")]
    [InlineData("reliability=B&reliability=unrated&credibility=6&status=denied", "reliability B or not rated, credibility 6, denied by the party concerned")]
    [InlineData("published=2024-01..2024-12&happened=2024..", "dated since 2024, published Jan–Dec 2024")]
    [InlineData("said=..2024-08-06&quote=direct&hedged=false", "quoted, not hedged, said until 6 Aug 2024")]
    [InlineData("said=2023-12-30..2024-01-02&happened=2024-07-30..2024-08-02", "said 30 Dec 2023 – 2 Jan 2024, dated 30 Jul – 2 Aug 2024")]
    public void A_filter_reads_as_a_sentence(string query, string sentence)
    {
        var reading = ClaimFilterUrl.Read(query);
        reading.Unread.Should().BeEmpty();
        ClaimSentence.Of(reading.Filter, FilterNames.None).ToString().Should().Be(sentence);
    }

    [Theory]
    [InlineData("act=shouting", "“act=shouting” was left out: “act” takes assertion, denial, no-comment, demand, threat, assessment, prediction, question.")]
    [InlineData("said=yesterday", "“said=yesterday” was left out: “said” takes a year, month or day, 2024, 2024-08 or 2024-08-05, or two of them with .. between.")]
    [InlineData("said=2024-08..2023", null)]
    [InlineData("said=..", null)]
    [InlineData("article=0", null)]
    [InlineData("reliability=G", "“reliability=G” was left out: “reliability” takes A, B, C, D, E, F or unrated.")]
    [InlineData("credibility=7", null)]
    [InlineData("kind=0", null)]
    [InlineData("q=...", null)]
    [InlineData("size=201", "“size=201” was left out: “size” takes a number from 1 to 200.")]
    [InlineData("sort=random", null)]
    [InlineData("colour=red", "“colour=red” was left out: there is no filter called “colour”.")]
    public void What_cannot_be_read_is_named_and_left_out(string part, string? sentence)
    {
        var reading = ClaimFilterUrl.Read("negated=true&" + part + "&claim=5", "claim");
        reading.Filter.Should().Be(new ClaimFilter { Negated = [true] });
        var unread = reading.Unread.Should().ContainSingle().Subject;
        $"{unread.Key}={unread.Value}".Should().Be(part);
        if (sentence is not null) unread.Why.Should().Be(sentence);
    }

    [Fact]
    public void The_keys_of_the_url_stay_what_they_are() => ClaimFilterUrl.Keys.Should().BeEquivalentTo(
        "q", "source", "kind", "chain", "ends", "affiliation", "actor", "place", "act", "quote", "negated", "hedged", "outlet", "article", "batch",
        "reliability", "credibility", "status", "said", "happened", "published", "sort", "after", "size");

    public static class Filters
    {
        public static Arbitrary<ClaimFilter> Filter() => Arb.From(
            from words in Some(Gen.Elements("bridge", "\"two words\"", "a & b = c?", "50% + x", "naïve – “x”"))
            from sources in Some(Picks)
            from kinds in Some(Gen.Elements(Enum.GetValues<SourceKind>()))
            from chain in Some(Gen.Elements("state media", "x/y#z", "ø"))
            from ends in Some(Picks)
            from affiliations in Some(Gen.Elements("Greece", "close to Harvest"))
            from actors in Some(Picks)
            from places in Some(Picks)
            from acts in Some(Gen.Elements(Enum.GetValues<ClaimAct>()))
            from quotes in Some(Gen.Elements(Enum.GetValues<QuoteKind>()))
            from negated in Some(Gen.Elements(true, false))
            from hedged in Some(Gen.Elements(true, false))
            from outlets in Some(Picks)
            from articles in Some(Gen.Choose(1, int.MaxValue))
            from batches in Some(Gen.Choose(1, 50))
            from reliability in Some(Gen.Elements([.. Enum.GetValues<Reliability>().Select(g => (Reliability?)g), null]))
            from credibility in Some(Gen.Elements([.. Enum.GetValues<Credibility>().Select(g => (Credibility?)g), null]))
            from statuses in Some(Gen.Elements(Enum.GetValues<ClaimStatus>()))
            from said in Some(Spans)
            from happened in Some(Spans)
            from published in Some(Spans)
            from sort in Gen.Elements(Enum.GetValues<ClaimOrder>())
            from after in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 1000).Select(n => (int?)n))
            from size in Gen.Choose(1, ClaimFilter.GreatestSize)
            select new ClaimFilter
            {
                Words = words,
                Sources = sources,
                Kinds = kinds,
                Chain = chain,
                Ends = ends,
                Affiliations = affiliations,
                Actors = actors,
                Places = places,
                Acts = acts,
                Quotes = quotes,
                Negated = negated,
                Hedged = hedged,
                Outlets = outlets,
                Articles = articles,
                Batches = batches,
                Reliability = reliability,
                Credibility = credibility,
                Statuses = statuses,
                Said = said,
                Happened = happened,
                Published = published,
                Sort = sort,
                After = after,
                Size = size,
            });

        private static Gen<Pick> Picks => Gen.OneOf(
            Gen.Choose(1, 1000).Select(Pick.Number), Gen.Elements("Reuters", "Greece’s Foreign Ministry", "50% & co", "a+b").Select(Pick.Named));

        private static Gen<PartialDate> Dates =>
            from year in Gen.Choose(1900, 2100)
            from month in Gen.Choose(0, 12)
            from day in Gen.Choose(0, 28)
            select month == 0 ? new PartialDate(year) : day == 0 ? new PartialDate(year, month) : new PartialDate(year, month, day);

        private static Gen<DateSpan> Spans =>
            from one in Dates
            from other in Dates
            from shape in Gen.Choose(0, 3)
            select shape switch
            {
                0 => DateSpan.Of(one),
                1 => new DateSpan(one, null),
                2 => new DateSpan(null, one),
                _ => one.First <= other.Last ? new DateSpan(one, other) : new DateSpan(other, one),
            };

        private static Gen<Choices<T>> Some<T>(Gen<T> one) => Gen.Choose(0, 2).SelectMany(n => Gen.ArrayOf(one, n)).Select(all => Choices.Of<T>(all));
    }
}
