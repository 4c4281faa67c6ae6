using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Import;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Knowledge.Tests.Import;

public sealed class RoundTripOnSqlite() : RoundTripTests(TestDatabase.Sqlite);

public sealed class RoundTripOnPostgres() : RoundTripTests(TestDatabase.Postgres);

/// <summary>Everything that extraction says of a text is stored, and comes back as it was said.</summary>
public abstract class RoundTripTests(TestDatabase database)
{
    // 0        10        20        30        40        50        60
    private const string Text = "Headline here\n\nLisbon and Athens said on Monday 𝄞 the pact\nholds, the report said. Share\n";

    private static readonly ExtractedArticle Article = new()
    {
        Segment = new TextSpan(0, Text.Length),
        Body = new TextSpan(15, 82),
        Blocks = [new(BlockKind.Headline, new TextSpan(0, 13)), new(BlockKind.Paragraph, new TextSpan(15, 82)), new(BlockKind.Furniture, new TextSpan(83, 88))],
        Title = "Headline here",
        Publisher = "Harbour Gazette",
        Published = new DateOnly(2024, 8, 6),
        Updated = new DateOnly(2024, 8, 7),
        Byline = "Jane Doe and John Smith",
        Language = "en-GB",
        DatelinePlace = "Lisbon",
        Agencies = ["Northern Wire", "AFP; \"Agence\""],
        TranslatedBy = "Ana Ruiz",
        Disclaimers = [new TextSpan(60, 82)],
        Furniture = [new TextSpan(83, 88)],
        Actors =
        [
            new ExtractedActor(["Ana Ruiz", "Ruiz"], ActorKind.Person, ["mayor", "engineer"]),
            new ExtractedActor(["Port Authority"], ActorKind.Organisation, []),
        ],
        Claims =
        [
            new ExtractedClaim
            {
                Id = "a1c1",
                Content = [new TextSpan(48, 59), new TextSpan(60, 65)],
                Cue = [new TextSpan(33, 37)],
                Source = [new TextSpan(15, 32)],
                SourceNames = ["Portugal", "Greece"],
                SourceKind = SourceKind.Organisation,
                SourceCount = 2,
                Affiliation = "the East",
                Chain =
                [
                    new ChainHop("Harbour Gazette", SourceKind.Outlet, [], []),
                    new ChainHop("the report", SourceKind.Document, [new TextSpan(67, 77)], [new TextSpan(78, 82)]),
                    new ChainHop("Portugal", SourceKind.Organisation, [new TextSpan(15, 32)], [new TextSpan(33, 37)]),
                ],
                Quote = QuoteKind.Mixed,
                Act = ClaimAct.NoComment,
                Negated = true,
                Hedged = true,
                Actors = ["Ruiz", "Port Authority"],
                Places = ["Lisbon"],
                SaidOn = new PartialDate(2024, 8, 5),
                EventDate = new PartialDate(2024, 9),
                NamedAt = new TextSpan(0, 14),
                FoundBy = "encoder",
                Confidence = 0.875,
            },
            new ExtractedClaim
            {
                Id = "a1c2",
                Content = [new TextSpan(60, 65)],
                SourceNames = ["unspecified"],
                SourceKind = SourceKind.Unspecified,
                Chain = [new ChainHop("unspecified", SourceKind.Unspecified, [], [])],
                Parent = "a1c1",
                EventDate = new PartialDate(2025),
                FoundBy = "rule-x",
            },
        ],
    };

    [Fact]
    public async Task Every_field_of_the_contract_comes_back()
    {
        await using var desk = await TestDesk.OpenAsync(database);
        desk.Extract = (text, _) => new ExtractedDocument(text, [Article], []);
        await desk.ImportAsync(ImportFile.Pasted("a.txt", Text));

        await using var db = desk.Database.CreateDbContext();
        var article = await db.Articles.Include(a => a.Outlet).Include(a => a.SourceFile)
            .Include(a => a.Claims.OrderBy(c => c.Position)).ThenInclude(c => c.Hops.OrderBy(h => h.Position).ThenBy(h => h.Joint)).ThenInclude(h => h.Source)
            .Include(a => a.Claims).ThenInclude(c => c.Actors).ThenInclude(a => a.Actor).ThenInclude(a => a.Names)
            .AsNoTrackingWithIdentityResolution().SingleAsync();
        article.Should().BeEquivalentTo(Article, o => o
            .Excluding(a => a.Publisher).Excluding(a => a.Claims).Excluding(a => a.Actors));
        article.Outlet!.Name.Should().Be(Article.Publisher);
        (article.TitleFrom, article.PublishedFrom, article.OutletFrom, article.UpdatedFrom).Should().Be((KnownFrom.Text, KnownFrom.Text, KnownFrom.Text, KnownFrom.Text));
        article.SourceFile.Text.Should().Be(Text);
        foreach (var (stored, told) in article.Claims.Zip(Article.Claims, (s, t) => (s, t))) Compare(stored, told, article);
        article.Claims.Select(c => c.Content).Should().Equal("𝄞 the pact … holds", "holds");
        (await db.Actors.Include(a => a.Roles).SingleAsync(a => a.Name == "Ana Ruiz")).Roles.Select(r => r.Role).Should().Equal("mayor", "engineer");
    }

    private static void Compare(Claim stored, ExtractedClaim told, Article article)
    {
        stored.ContentSpans.Should().Equal(told.Content);
        stored.CueSpans.Should().Equal(told.Cue);
        stored.SourceSpans.Should().Equal(told.Source);
        stored.NamedAtSpans.Should().Equal(told.NamedAt is { } named ? [named] : []);
        (stored.SourceKind, stored.SourceCount, stored.Affiliation).Should().Be((told.SourceKind, told.SourceCount, told.Affiliation));
        (stored.Quote, stored.Act, stored.Negated, stored.Hedged).Should().Be((told.Quote, told.Act, told.Negated, told.Hedged));
        (stored.SaidOn, stored.EventDate, stored.FoundBy, stored.Confidence).Should().Be((told.SaidOn, told.EventDate, told.FoundBy, told.Confidence));
        (stored.SaidFirst, stored.SaidLast).Should().Be((told.SaidOn?.First ?? default, told.SaidOn?.Last ?? default));
        (stored.EventFirst, stored.EventLast).Should().Be((told.EventDate?.First ?? default, told.EventDate?.Last ?? default));
        article.Claims.Find(c => c.Id == stored.ParentId)?.Position.Should().Be(0);
        (stored.ParentId is null).Should().Be(told.Parent is null);
        stored.Hops.Where(h => h.Joint == 0).Select(h => (h.Position, h.Source.Name, h.Source.Kind)).Should()
            .Equal(told.Chain.Select((h, i) => (i, h.Name, h.Kind)));
        stored.Hops.Where(h => h.Joint == 0).Zip(told.Chain).Should()
            .OnlyContain(pair => pair.First.SourceSpans.SequenceEqual(pair.Second.Source) && pair.First.CueSpans.SequenceEqual(pair.Second.Cue));
        stored.Hops.Where(h => h.Position == told.Chain.Count - 1).Select(h => h.Source.Name).Should().Equal(told.SourceNames);
        stored.Actors.Where(a => a.Part == ClaimActorPart.About).OrderBy(a => a.Position)
            .Select(a => told.Actors.FirstOrDefault(name => a.Actor.Names.Exists(n => n.Name == name))).Should().Equal(told.Actors);
        stored.Actors.Where(a => a.Part == ClaimActorPart.Place).Select(a => a.Actor.Name).Should().Equal(told.Places);
    }
}
