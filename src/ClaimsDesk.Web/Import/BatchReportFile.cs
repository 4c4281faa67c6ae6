using System.Globalization;
using ClaimsDesk.Knowledge.Import;
using ClaimsDesk.Web.Accounts;
using ClaimsDesk.Web.Exports;

namespace ClaimsDesk.Web.Import;

/// <summary>The report of an import as a table for a spreadsheet.</summary>
public static class BatchReportFile
{
    private const int PageSize = 500;

    /// <summary>Serves <c>/import/{id}/report.csv</c>: every text of the import, whole and streamed.</summary>
    public static void MapBatchReports(this IEndpointRouteBuilder routes) => routes.MapGet("/import/{id:int}/report.csv", async (
        int id, ImportHistory history, HttpContext context, CancellationToken cancellation) =>
    {
        if (await history.SummaryAsync(id, cancellation) is null) return Results.NotFound();
        context.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"import-{id}.csv\"");
        return Results.Stream(stream => WriteAsync(history, id, stream, cancellation), "text/csv; charset=utf-8");
    }).RequireAuthorization(Rights.Admin);

    private static async Task WriteAsync(ImportHistory history, int id, Stream stream, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(stream, leaveOpen: true);
        await writer.WriteLineAsync("text,line,outcome,reason,articles,claims,near_copy_of,notes");
        var after = -1;
        while (true)
        {
            var items = await history.ItemsAsync(id, [], after, PageSize, cancellation);
            foreach (var (_, item) in items) await writer.WriteLineAsync(Row(item));
            if (items.Count < PageSize) return;
            after = items[^1].Position;
        }
    }

    private static string Row(ImportReportItem item) => string.Join(',', new[]
    {
        item.FileName,
        item.Line?.ToString(CultureInfo.InvariantCulture),
        ImportSentences.Word(item.Outcome),
        item.Reason,
        string.Join(' ', item.Articles.Select(a => a.Id.ToString(CultureInfo.InvariantCulture))),
        item.Claims.ToString(CultureInfo.InvariantCulture),
        item.NearCopyOf?.Id.ToString(CultureInfo.InvariantCulture),
        string.Join(" | ", item.Notes.Select(n => string.Create(CultureInfo.InvariantCulture, $"line {n.Line}, column {n.Column}: {n.Message}"))),
    }.Select(CsvWriter.Cell));
}
