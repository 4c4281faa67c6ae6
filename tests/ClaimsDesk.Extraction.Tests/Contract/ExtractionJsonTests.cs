using System.Text.Json;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Contract;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Tests.Contract;

public sealed class ExtractionJsonTests
{
    // The ship takes two code units and one code point.
    private static readonly SourceText Text = new("🚢 Ana Ruiz said the ferry sank.");

    private static readonly ExtractedDocument Document = new(Text, [new ExtractedArticle
    {
        Segment = new TextSpan(0, Text.Length),
        Body = new TextSpan(0, Text.Length),
        Published = new DateOnly(2024, 8, 6),
        Claims = [new ExtractedClaim
        {
            Id = "a1c1",
            Content = [new TextSpan(17, 31)],
            Cue = [new TextSpan(12, 16)],
            Source = [new TextSpan(3, 11)],
            SourceNames = ["Reuters"],
            SourceKind = SourceKind.Agency,
            Chain = [new ChainHop("article", SourceKind.Outlet, [], []), new ChainHop("Reuters", SourceKind.Agency, [], [])],
            Act = ClaimAct.NoComment,
            EventDate = new PartialDate(2024, 8),
            FoundBy = "encoder",
        }],
        Actors = [new ExtractedActor(["Ana Ruiz"], ActorKind.ArmedGroup, [])],
    }], []);

    [Fact]
    public void Line_has_the_keys_and_words_of_the_contract()
    {
        ExtractionJson.Document("a.txt", Document).Should().Be(
            """{"file":"a.txt","text_length":31,"articles":[{"title":null,"publisher":null,"published":"2024-08-06","updated":null,"dateline_place":null,"agencies":[],"translated_by":null,"segment":[0,31],"body":[0,31],"disclaimers":[],"furniture":[],"claims":[{"id":"a1c1","content":[[16,30]],"cue":[[11,15]],"source":[[2,10]],"source_names":["Reuters"],"source_kind":"outlet","anonymous":false,"source_count":null,"affiliation":null,"chain":["article","Reuters"],"parent":null,"quote":"indirect","act":"no-comment","negated":false,"hedged":false,"actors":[],"places":[],"said_on":null,"event_date":"2024-08","said_words":[],"event_words":[],"found_by":"encoder"}],"actors":[{"names":["Ana Ruiz"],"kind":"armed group","roles":[]}]}]}""");
    }

    [Fact]
    public void Offsets_are_code_points()
    {
        using var json = JsonDocument.Parse(ExtractionJson.Document("a.txt", Document));
        var span = json.RootElement.GetProperty("articles")[0].GetProperty("claims")[0].GetProperty("source")[0];
        var runes = Text.Value.EnumerateRunes().Skip(span[0].GetInt32()).Take(span[1].GetInt32() - span[0].GetInt32());
        string.Concat(runes).Should().Be("Ana Ruiz");
    }
}
