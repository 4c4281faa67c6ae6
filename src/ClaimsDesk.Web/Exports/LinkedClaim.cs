using System.Globalization;
using System.Text.Json.Nodes;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Web.Api;
using ClaimsDesk.Web.Claims.Open;

namespace ClaimsDesk.Web.Exports;

/// <summary>A claim as a node of linked data.</summary>
internal static class LinkedClaim
{
    public static JsonObject Of(ClaimRecord claim, DeskLinks links)
    {
        var attributions = claim.Chain.Select((hop, i) => Attribution(claim, hop, i, links)).ToList();
        return Known(new()
        {
            ["@id"] = links.Claim(claim.Id),
            ["@type"] = new JsonArray("Claim", "prov:Entity"),
            ["identifier"] = Citation.Code(claim.Id),
            ["text"] = claim.Content,
            ["author"] = Many(claim.Claimants.Select(hop => Agent(hop, links))),
            ["appearance"] = Article(claim.Article, links),
            ["dateCreated"] = claim.SaidOn?.ToString(),
            ["temporalCoverage"] = claim.EventDate?.ToString(),
            ["about"] = Many(claim.Actors.Where(a => a.Part == ClaimActorPart.About).Select(a => Actor(a, links))),
            ["contentLocation"] = Many(claim.Actors.Where(a => a.Part == ClaimActorPart.Place).Select(a => Actor(a, links))),
            ["isPartOf"] = claim.ParentId is { } parent ? Id(links.Claim(parent)) : null,
            ["creativeWorkStatus"] = claim.Status.Label(),
            ["review"] = Many(Reviews(claim)),
            ["prov:wasQuotedFrom"] = Id(links.Article(claim.Article.Id)),
            ["prov:wasAttributedTo"] = Many(claim.Chain.Select(hop => links.Source(hop.SourceId)).Distinct().Select(Id)),
            ["cd:chain"] = new JsonArray([.. attributions.Select(attribution => Id(attribution["@id"]!.GetValue<string>()))]),
            ["prov:qualifiedAttribution"] = Many(attributions),
            ["cd:act"] = FilterWords.Word(claim.Act),
            ["cd:quote"] = FilterWords.Word(claim.Quote),
            ["cd:negated"] = claim.Negated,
            ["cd:hedged"] = claim.Hedged,
            ["cd:affiliation"] = claim.Affiliation,
            ["cd:sourceCount"] = claim.SourceCount,
            ["cd:contentSpan"] = Spans(claim.ContentSpans),
            ["cd:foundBy"] = claim.FoundBy,
            ["cd:confidence"] = claim.Confidence,
        });
    }

    private static JsonObject Attribution(ClaimRecord claim, RecordHop hop, int place, DeskLinks links) => Known(new()
    {
        ["@id"] = string.Create(CultureInfo.InvariantCulture, $"{links.Claim(claim.Id)}#hop-{place}"),
        ["@type"] = "prov:Attribution",
        ["prov:agent"] = Agent(hop, links),
        ["position"] = hop.Position,
        ["cd:cue"] = hop.Cue,
        ["cd:cueSpan"] = Spans(hop.CueSpans),
        ["cd:wording"] = hop.Wording,
        ["cd:wordingSpan"] = Spans(hop.SourceSpans),
        ["cd:reliability"] = hop.Reliability?.Code(),
    });

    private static JsonObject Agent(RecordHop hop, DeskLinks links) => new()
    {
        ["@id"] = links.Source(hop.SourceId),
        ["@type"] = hop.Kind switch
        {
            SourceKind.Person => new JsonArray("Person", "prov:Person"),
            SourceKind.Outlet or SourceKind.Agency => new JsonArray("NewsMediaOrganization", "prov:Organization"),
            SourceKind.Organisation => new JsonArray("Organization", "prov:Organization"),
            _ => "prov:Agent",
        },
        ["name"] = hop.Name,
        ["cd:kind"] = FilterWords.Word(hop.Kind),
    };

    private static JsonObject Article(RecordArticle article, DeskLinks links) => Known(new()
    {
        ["@id"] = links.Article(article.Id),
        ["@type"] = new JsonArray("NewsArticle", "prov:Entity"),
        ["headline"] = article.Title,
        ["url"] = article.Url,
        ["datePublished"] = ExportWords.Day(article.Published),
        ["publisher"] = article.OutletId is { } outlet
            ? new JsonObject { ["@id"] = links.Source(outlet), ["@type"] = new JsonArray("NewsMediaOrganization", "prov:Organization"), ["name"] = article.Outlet }
            : null,
        ["cd:textSha256"] = article.TextSha256,
        ["cd:importedAt"] = ExportWords.Moment(article.ImportedAt),
    });

    private static JsonObject Actor(RecordActor actor, DeskLinks links) => new()
    {
        ["@id"] = links.Actor(actor.Id),
        ["@type"] = actor.Kind switch
        {
            ActorKind.Person => "Person",
            ActorKind.Place => "Place",
            ActorKind.State => "Country",
            ActorKind.Outlet => "NewsMediaOrganization",
            _ => "Organization",
        },
        ["name"] = actor.Name,
    };

    private static IEnumerable<JsonNode> Reviews(ClaimRecord claim)
    {
        if (claim.Reliability is { } reliability) yield return Review("reliability of those who tell it", reliability.Code(), reliability.Label(), "A", "E", claim.ReliabilityJudged);
        if (claim.Credibility is { } credibility) yield return Review("credibility of what is claimed", credibility.Code(), credibility.Label(), "1", "5", claim.CredibilityJudged);
        if (claim.Review is { } read) yield return Review("reading of the article", ExportWords.Review(read), null, null, null, claim.ReviewJudged);
        if (claim.StatusJudged is { } judged) yield return Review("status", claim.Status.Label(), null, null, null, judged);
    }

    private static JsonObject Review(string aspect, string value, string? label, string? best, string? worst, Judged? judged) => Known(new()
    {
        ["@type"] = "Review",
        ["reviewAspect"] = aspect,
        ["reviewRating"] = Known(new() { ["@type"] = "Rating", ["ratingValue"] = value, ["name"] = label, ["bestRating"] = best, ["worstRating"] = worst }),
        ["author"] = judged is null ? null : new JsonObject { ["@type"] = "Person", ["name"] = judged.By },
        ["dateCreated"] = ExportWords.Moment(judged?.At),
        ["reviewBody"] = judged?.Rationale,
    });

    // In UTF-16 code units of the file's text.
    private static JsonArray? Spans(IReadOnlyList<TextSpan> spans) => Many(spans.Select(span => new JsonObject
    {
        ["@type"] = "oa:TextPositionSelector",
        ["oa:start"] = span.Start,
        ["oa:end"] = span.End,
    }));

    private static JsonObject Id(string id) => new() { ["@id"] = id };

    private static JsonArray? Many(IEnumerable<JsonNode> nodes) => nodes.ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;

    private static JsonObject Known(JsonObject node)
    {
        foreach (var (name, _) in node.Where(member => member.Value is null).ToList()) node.Remove(name);
        return node;
    }
}
