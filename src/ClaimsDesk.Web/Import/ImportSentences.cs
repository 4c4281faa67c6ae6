using System.Globalization;
using ClaimsDesk.Knowledge.Import;

namespace ClaimsDesk.Web.Import;

/// <summary>Outcomes of imports in words.</summary>
public static class ImportSentences
{
    /// <summary>Why an order about an import was not carried out; null where it was.</summary>
    public static string? Of(BatchOrder order) => order switch
    {
        BatchOrder.NotAllowed => "Your account may not import any more. Ask an administrator.",
        BatchOrder.TooLate => "It changed meanwhile; this is how it stands now.",
        _ => null,
    };

    /// <summary>What became of a text.</summary>
    public static string Of(ImportReportItem item) => item.Outcome switch
    {
        ImportOutcome.Imported or ImportOutcome.PartlyRead => $"Imported: {Stored(item)}.",
        ImportOutcome.NearCopy => $"Imported: {Stored(item)}. Much the same as {(item.NearCopyOf?.Title is { } title ? $"“{title}”" : "an article")} that was there.",
        ImportOutcome.AlreadyImported => item.Reason ?? "Already there; nothing was added.",
        _ => item.Reason ?? "It could not be imported.",
    };

    /// <summary>An outcome in a word or two.</summary>
    public static string Word(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Imported => "imported",
        ImportOutcome.NearCopy => "imported, near-copy",
        ImportOutcome.PartlyRead => "imported, partly read",
        ImportOutcome.AlreadyImported => "already there",
        ImportOutcome.Unreadable => "rejected",
        ImportOutcome.Failed => "failed",
        _ => "not reached",
    };

    /// <summary>Where an import stands.</summary>
    public static string Word(BatchState state) => state switch
    {
        BatchState.Receiving => "Being brought in",
        BatchState.Waiting => "Waiting",
        BatchState.Running => "Running",
        BatchState.Paused => "Paused",
        BatchState.Cancelled => "Cancelled",
        BatchState.Undoing => "Being undone",
        BatchState.Undone => "Undone",
        _ => "Done",
    };

    /// <summary>"12 s", "4 min".</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):N0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):N0} min");

    /// <summary>What was stored of a text: "2 articles, 47 claims".</summary>
    public static string Stored(ImportReportItem item) => $"{Count(item.Articles.Count, "article")}, {Count(item.Claims, "claim")}";

    /// <summary>"1 claim", "1,204 claims".</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>A whole import: "5 imported, 1 already there, 1 not imported".</summary>
    public static string Summary(ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Summary(report.Items.Count(i => i.Outcome.IsStored()), report.Count(ImportOutcome.AlreadyImported), report.Items.Count(i => i.Outcome.IsFailure()));
    }

    /// <summary>The same of an import that may still run.</summary>
    public static string Summary(BatchSummary batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return Summary(batch.Stored, batch.Counts.GetValueOrDefault(ImportOutcome.AlreadyImported), batch.Failures);
    }

    private static string Summary(int stored, int there, int failed)
    {
        var parts = new[] { (Number: stored, Word: "imported"), (Number: there, Word: "already there"), (Number: failed, Word: "not imported") };
        return string.Join(", ", parts.Where(p => p.Number > 0).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Number:N0} {p.Word}")));
    }
}
