using System.Data.Common;
using System.Globalization;
using System.Net.Mime;
using System.Security.Claims;
using System.Text;
using ClaimsDesk.Knowledge.Audit;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Knowledge.People.Tokens;
using ClaimsDesk.Web.Accounts;
using ClaimsDesk.Web.Accounts.Tokens;
using ClaimsDesk.Web.Api;
using ClaimsDesk.Web.Errors;
using ClaimsDesk.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ClaimsDesk.Web.Exports;

/// <summary>
/// Sends all claims of a filter as a file, batch by batch. Who loses the right to read while it runs gets no more of it, and a file that
/// is not whole ends with a broken connection, never as if it were.
/// </summary>
public sealed class ClaimExport(ClaimSearch search, ClaimRecords records, ExportLog exports, AccessTokens tokens, TimeProvider clock, ILogger<ClaimExport> log)
{
    // A right that was taken back stops working within five seconds.
    private static readonly TimeSpan LooksAgainAfter = TimeSpan.FromSeconds(3);

    /// <summary>Answers a request for a file of that kind.</summary>
    public async Task<IResult> SendAsync(HttpContext context, ClaimWriter writer)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(writer);
        var (filter, problems) = ClaimQuery.Read(context.Request);
        if (problems.Count > 0) return Unreadable(context.Request, problems);
        // A file is read for years: what it says of itself must mean the same days then.
        filter = filter.FromStart().Pinned(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) with { Size = ClaimFilter.UsualSize };
        if (context.WantsHeadOnly())
        {
            SetHeaders(context.Response, writer, clock.GetUtcNow().UtcDateTime);
            return Results.Empty;
        }
        var person = context.User.PersonId();
        var key = await exports.BeginAsync(person, $"claims.{writer.Ending}?{filter.ToQuery()}", context.RequestAborted);
        var sentence = (await search.DescribeAsync(filter, context.RequestAborted)).ToString();
        var head = new ExportHead(sentence, filter, DeskLinks.Of(context.Request), clock.GetUtcNow().UtcDateTime);
        SetHeaders(context.Response, writer, head.At);
        var sent = new Sent();
        try
        {
            await WriteAsync(context, writer, head, sent);
        }
        finally
        {
            await NoteEndAsync(person, key, sent);
        }
        if (!sent.IsWhole) context.Abort();
        return Results.Empty;
    }

    private static IResult Unreadable(HttpRequest request, Dictionary<string, string[]> problems) => ErrorReference.IsForPrograms(request)
        ? Problems.Unreadable(problems)
        : RefusalDocument.Answer(StatusCodes.Status400BadRequest, "The address can’t be read", [.. problems.Values.SelectMany(sentences => sentences)]);

    // That the file was begun is noted; that its end can't be takes nothing from a file that has been sent.
    private async Task NoteEndAsync(string person, string key, Sent sent)
    {
        try
        {
            await exports.EndAsync(person, key, sent.Claims, sent.IsWhole, CancellationToken.None);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or TimeoutException)
        {
            log.LogError(e, "The end of an export could not be noted: {Claims} claims were sent, {Whole}", sent.Claims, sent.IsWhole ? "all" : "not all");
        }
    }

    private async Task WriteAsync(HttpContext context, ClaimWriter writer, ExportHead head, Sent sent)
    {
        var mayReadUntil = clock.GetUtcNow() + LooksAgainAfter;
        await using var part = new MemoryStream();
        await using var text = new StreamWriter(part, new UTF8Encoding(writer.HasByteOrderMark), leaveOpen: true);
        writer.Open(text, head);
        await foreach (var batch in records.AllAsync(head.Filter, context.RequestAborted))
        {
            if (clock.GetUtcNow() > mayReadUntil)
            {
                if (!await MayStillReadAsync(context.User, context.RequestAborted)) return;
                mayReadUntil = clock.GetUtcNow() + LooksAgainAfter;
            }
            foreach (var claim in batch) writer.Write(text, claim, ++sent.Claims, head);
            await SendPartAsync(context, part, text);
        }
        writer.Close(text, sent.Claims);
        await SendPartAsync(context, part, text);
        sent.IsWhole = true;
    }

    private static async Task SendPartAsync(HttpContext context, MemoryStream part, StreamWriter text)
    {
        await text.FlushAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(part.GetBuffer().AsMemory(0, (int)part.Length), context.RequestAborted);
        part.SetLength(0);
    }

    private static void SetHeaders(HttpResponse response, ClaimWriter writer, DateTime at)
    {
        response.ContentType = writer.MediaType;
        response.Headers.CacheControl = "private, no-store";
        var name = $"claims-{at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{writer.Ending}";
        response.Headers.ContentDisposition = new ContentDisposition { FileName = name, Inline = writer.IsShown }.ToString();
    }

    private Task<bool> MayStillReadAsync(ClaimsPrincipal reader, CancellationToken cancellationToken)
    {
        var token = reader.FindFirstValue(TokenAuthentication.NumberClaim);
        return tokens.MayStillReadAsync(reader.PersonId(), token is null ? null : int.Parse(token, CultureInfo.InvariantCulture), cancellationToken);
    }

    private sealed class Sent
    {
        public int Claims { get; set; }

        public bool IsWhole { get; set; }
    }
}
