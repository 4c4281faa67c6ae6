using System.Text.Json;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Web.Api;

namespace ClaimsDesk.Web.Exports;

/// <summary>Claims as the API tells them, one a line.</summary>
public sealed class JsonLinesWriter : ClaimWriter
{
    /// <inheritdoc/>
    public override string Ending => "jsonl";

    /// <inheritdoc/>
    public override string MediaType => "application/jsonl; charset=utf-8";

    /// <inheritdoc/>
    public override string Title => "JSON Lines, for programs";

    /// <inheritdoc/>
    public override void Write(TextWriter file, ClaimRecord claim, int number, ExportHead head)
    {
        file.Write(JsonSerializer.Serialize(ApiClaim.Of(claim, head.Links), ApiJson.Options));
        file.Write('\n');
    }
}
