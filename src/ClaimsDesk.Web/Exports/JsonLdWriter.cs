using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Web.Api;

namespace ClaimsDesk.Web.Exports;

/// <summary>Claims as linked data: schema.org's Claim and NewsArticle, PROV for who told it through whom, Web Annotation for spans.</summary>
public sealed class JsonLdWriter : ClaimWriter
{
    // The vocabulary of schema.org without its context, which would have to be fetched. What it has no words for is ours.
    private const string Context =
        """{"@vocab":"https://schema.org/","prov":"http://www.w3.org/ns/prov#","oa":"http://www.w3.org/ns/oa#","cd":"urn:claimsdesk:terms:","url":{"@type":"@id"},"cd:chain":{"@container":"@list"}}""";

    /// <inheritdoc/>
    public override string Ending => "jsonld";

    /// <inheritdoc/>
    public override string MediaType => "application/ld+json; charset=utf-8";

    /// <inheritdoc/>
    public override string Title => "JSON-LD, as linked data";

    /// <inheritdoc/>
    public override void Open(TextWriter file, ExportHead head) => file.Write($"{{\"@context\":{Context},\"@graph\":[");

    /// <inheritdoc/>
    public override void Write(TextWriter file, ClaimRecord claim, int number, ExportHead head)
    {
        file.Write(number > 1 ? ",\n" : "\n");
        file.Write(LinkedClaim.Of(claim, head.Links).ToJsonString(ApiJson.Options));
    }

    /// <inheritdoc/>
    public override void Close(TextWriter file, int count) => file.Write("\n]}\n");
}
