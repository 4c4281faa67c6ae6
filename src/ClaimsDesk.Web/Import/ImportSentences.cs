using System.Globalization;
using ClaimsDesk.Knowledge.Import;

namespace ClaimsDesk.Web.Import;

/// <summary>Outcomes of imports in words.</summary>
public static class ImportSentences
{
    /// <summary>What became of a text.</summary>
    public static string Of(ImportReportItem item) => item.Outcome switch
    {
        ImportOutcome.Imported => $"Imported: {Stored(item)}.",
        ImportOutcome.AlreadyImported => item.Reason ?? "Already there; nothing was added.",
        _ => item.Reason ?? "It could not be imported.",
    };

    /// <summary>What was stored of a text: "2 articles, 47 claims".</summary>
    public static string Stored(ImportReportItem item) => $"{Count(item.Articles.Count, "article")}, {Count(item.Claims, "claim")}";

    /// <summary>"1 claim", "1,204 claims".</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>A whole import: "5 imported, 1 already there, 1 not imported".</summary>
    public static string Summary(ImportReport report)
    {
        var failed = report.Items.Count(i => i.Outcome is not (ImportOutcome.Imported or ImportOutcome.AlreadyImported));
        var parts = new[]
        {
            (Number: report.Count(ImportOutcome.Imported), Word: "imported"),
            (Number: report.Count(ImportOutcome.AlreadyImported), Word: "already there"),
            (Number: failed, Word: "not imported"),
        };
        return string.Join(", ", parts.Where(p => p.Number > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Number:N0} {p.Word}")));
    }
}
