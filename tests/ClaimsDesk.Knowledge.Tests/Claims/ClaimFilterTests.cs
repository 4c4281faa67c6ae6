using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Review;
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
    [InlineData("chain=state+media&ends=Holm&affiliation=Greece", "through “state media”, originating with Holm, affiliated with “Greece”")]
    [InlineData("outlet=Daily+Lantern&article=3&batch=2", "carried by Daily Lantern, in article 3, brought by import 2")]
    [InlineData("reliability=B&reliability=unrated&credibility=6&status=denied", "reliability B or not rated, credibility 6, denied by the party concerned")]
    [InlineData("published=2024-01..2024-12&happened=2024..", "dated since 2024, published Jan–Dec 2024")]
    [InlineData("said=..2024-08-06&quote=direct&hedged=false", "quoted, not hedged, said until 6 Aug 2024")]
    [InlineData("said=2023-12-30..2024-01-02&happened=2024-07-30..2024-08-02", "said 30 Dec 2023 – 2 Jan 2024, dated 30 Jul – 2 Aug 2024")]
    [InlineData("source=-Reuters&source=-AFP&kind=-anonymous", "not told by Reuters or AFP, not unnamed")]
    [InlineData("actor=all:Harvest&actor=all:Holm&actor=-Skagen", "about Harvest and Holm, not about Skagen")]
    [InlineData("actor=Harvest&actor=all:Holm", "about Harvest, about Holm")]
    [InlineData("act=-denial&act=-threat&negated=-true&hedged=-false", "no denials or threats or promises, not negated, hedged")]
    [InlineData("reliability=-none&credibility=-6&status=-retracted", "reliability not unrated, credibility not 6, not retracted by the outlet")]
    [InlineData("kind=anonymous&affiliation=Greece&q=-bridge", "without “bridge”, unnamed, affiliated with “Greece”")]
    [InlineData("said=7d&happened=none&published=-2024-08", "said in the last 7 days, dated at an unknown time, not published Aug 2024")]
    [InlineData("said=1d&said=-2024", "said today, not said 2024")]
    public void A_filter_reads_as_a_sentence(string query, string sentence)
    {
        var reading = ClaimFilterUrl.Read(query);
        reading.Unread.Should().BeEmpty();
        ClaimSentence.Of(reading.Filter, FilterNames.None).ToString().Should().Be(sentence);
    }

    [Theory]
    [InlineData("act=shouting", "“act=shouting” was left out: “act” takes assertion, denial, no-comment, demand, threat, assessment, prediction, question.")]
    [InlineData("said=yesterday", "“said=yesterday” was left out: “said” takes a year, month or day, 2024, 2024-08 or 2024-08-05, two of them with .. between, the last days as 7d, or none.")]
    [InlineData("said=0d", null)]
    [InlineData("said=-", null)]
    [InlineData("actor=all:", null)]
    [InlineData("said=2024-08..2023", null)]
    [InlineData("said=..", null)]
    [InlineData("article=0", null)]
    [InlineData("reliability=G", "“reliability=G” was left out: “reliability” takes A, B, C, D, E, F or none (not rated).")]
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

    [Theory]
    [InlineData("actor=-17&actor=18&actor=all:19")]
    [InlineData("chain=any:-one&chain=--one&chain=any:all:x&chain=all:any:x")]
    [InlineData("reliability=-none&said=7d&said=-2024-08..&happened=none")]
    public void What_is_included_required_and_excluded_stands_in_the_url(string query) =>
        Uri.UnescapeDataString(ClaimFilterUrl.Read(query).Filter.ToQuery()).Should().Be(query);

    [Fact]
    public void Older_links_call_a_missing_grade_unrated() =>
        ClaimFilterUrl.Read("reliability=unrated&credibility=-unrated").Filter.ToQuery().Should().Be("reliability=none&credibility=-none");

    [Fact]
    public void The_last_days_are_pinned_to_the_days_they_are()
    {
        var filter = ClaimFilterUrl.Read("said=7d&published=-1d&happened=2024").Filter;

        filter.IsRelative.Should().BeTrue();
        var pinned = filter.Pinned(new DateOnly(2024, 3, 2));
        pinned.ToQuery().Should().Be("said=2024-02-25..2024-03-02&happened=2024&published=-2024-03-02");
        pinned.IsRelative.Should().BeFalse();
    }

    [Theory]
    [InlineData("actor=1&actor=-2&after=9", "only", "actor", "3", "actor=-2&actor=3")]
    [InlineData("actor=1&actor=-2", "only", "actor", "2", "actor=2")]
    [InlineData("actor=1&act=denial", "hide", "actor", "1", "actor=-1&act=denial")]
    [InlineData("act=denial", "toggle", "act", "threat", "act=denial&act=threat")]
    [InlineData("act=denial&act=-threat", "toggle", "act", "threat", "act=denial")]
    [InlineData("said=2024", "only", "said", "2024-08", "said=2024-08")]
    [InlineData("reliability=B", "include", "reliability", "none", "reliability=B&reliability=none")]
    public void A_click_on_a_value_changes_its_key_alone(string query, string click, string key, string value, string expected)
    {
        var filter = ClaimFilterUrl.Read(query).Filter;
        var changed = click switch
        {
            "only" => filter.Only(key, value),
            "hide" => filter.Hide(key, value),
            "include" => filter.Include(key, value),
            _ => filter.Toggle(key, value),
        };
        changed.ToQuery().Should().Be(expected);
    }

    [Fact]
    public void The_keys_of_the_url_stay_what_they_are() => ClaimFilterUrl.Keys.Should().BeEquivalentTo(
        "q", "source", "kind", "chain", "ends", "affiliation", "actor", "place", "act", "quote", "negated", "hedged", "outlet", "article", "batch",
        "reliability", "credibility", "status", "review", "confidence", "said", "happened", "published", "sort", "after", "size");

    public static class Filters
    {
        public static Arbitrary<ClaimFilter> Filter() => Arb.From(
            from words in Some(Gen.Elements("bridge", "\"two words\"", "a & b = c?", "50% + x", "naïve – “x”", "-minus", "all:x", "Any: y"))
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
            from reviews in Some(Gen.Elements<ClaimReview?>(ClaimReview.Accepted, ClaimReview.Rejected, null))
            from confidence in Some(Confidences)
            from said in Some(Days)
            from happened in Some(Days)
            from published in Some(Days)
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
                Reviews = reviews,
                Confidence = confidence,
                Said = said,
                Happened = happened,
                Published = published,
                Sort = sort,
                After = after,
                Size = size,
            });

        private static Gen<ConfidenceSpan> Confidences =>
            from one in Gen.Choose(0, 1000)
            from other in Gen.Choose(0, 1000)
            select new ConfidenceSpan(Math.Min(one, other) / 1000.0, Math.Max(one, other) / 1000.0);

        private static Gen<Pick> Picks => Gen.OneOf(
            Gen.Choose(1, 1000).Select(Pick.Number), Gen.Elements("Reuters", "Greece’s Foreign Ministry", "50% & co", "a+b", "-x-", "ALL:1", "any:2").Select(Pick.Named));

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

        private static Gen<DateChoice> Days => Gen.OneOf(
            Spans.Select(DateChoice.Of), Gen.Choose(1, DateChoice.GreatestLastDays).Select(DateChoice.Last), Gen.Constant(DateChoice.Unknown));

        private static Gen<Choices<T>> Some<T>(Gen<T> one) =>
            from number in Gen.Choose(0, 3)
            from values in Gen.ArrayOf(one, number)
            from senses in Gen.ArrayOf(Gen.Elements(Enum.GetValues<Sense>()), number)
            select Choices.Of<T>(values.Zip(senses, (value, sense) => new Choice<T>(value, sense)).ToArray());
    }
}
