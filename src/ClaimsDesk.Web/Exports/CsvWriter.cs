using System.Buffers;
using System.Globalization;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Grading;

namespace ClaimsDesk.Web.Exports;

/// <summary>Claims as a table (RFC 4180, UTF-8), that a spreadsheet opens without running anything in it.</summary>
public sealed class CsvWriter : ClaimWriter
{
    private static readonly (string Name, Func<ClaimRecord, ExportHead, string?> Value)[] Columns =
    [
        ("id", (c, _) => Number(c.Id)),
        ("permalink", (c, h) => h.Links.Claim(c.Id)),
        ("content", (c, _) => c.Content),
        ("claimant", (c, _) => c.Claimant),
        ("claimant_kind", (c, _) => FilterWords.Word(c.Chain[^1].Kind)),
        ("claimant_count", (c, _) => Number(c.SourceCount)),
        ("affiliation", (c, _) => c.Affiliation),
        ("chain", (c, _) => ExportWords.Chain(c)),
        ("chain_words", (c, _) => ExportWords.ChainInFull(c)),
        ("outlet", (c, _) => c.Article.Outlet),
        ("article_id", (c, _) => Number(c.Article.Id)),
        ("article_title", (c, _) => c.Article.Title),
        ("article_url", (c, _) => c.Article.Url),
        ("published", (c, _) => ExportWords.Day(c.Article.Published)),
        ("said_on", (c, _) => c.SaidOn?.ToString()),
        ("said_on_precision", (c, _) => ExportWords.Precision(c.SaidOn)),
        ("event_date", (c, _) => c.EventDate?.ToString()),
        ("event_date_precision", (c, _) => ExportWords.Precision(c.EventDate)),
        ("act", (c, _) => FilterWords.Word(c.Act)),
        ("quote", (c, _) => FilterWords.Word(c.Quote)),
        ("negated", (c, _) => c.Negated ? "true" : "false"),
        ("hedged", (c, _) => c.Hedged ? "true" : "false"),
        ("actors", (c, _) => Names(c, ClaimActorPart.About)),
        ("places", (c, _) => Names(c, ClaimActorPart.Place)),
        ("reliability", (c, _) => c.Reliability?.Code()),
        ("reliability_from", (c, _) => c.ReliabilityIsOverride ? "this claim alone" : c.ReliabilityFrom?.Name),
        ("reliability_rater", (c, _) => c.ReliabilityJudged?.By),
        ("reliability_rated_at", (c, _) => ExportWords.Moment(c.ReliabilityJudged?.At)),
        ("credibility", (c, _) => c.Credibility?.Code()),
        ("credibility_rater", (c, _) => c.CredibilityJudged?.By),
        ("credibility_rated_at", (c, _) => ExportWords.Moment(c.CredibilityJudged?.At)),
        ("status", (c, _) => FilterWords.Word(c.Status)),
        ("status_set_by", (c, _) => c.StatusJudged?.By),
        ("status_set_at", (c, _) => ExportWords.Moment(c.StatusJudged?.At)),
        ("review", (c, _) => c.Review is { } review ? FilterWords.Word(review) : null),
        ("reviewed_by", (c, _) => c.ReviewJudged?.By),
        ("reviewed_at", (c, _) => ExportWords.Moment(c.ReviewJudged?.At)),
        ("content_spans", (c, _) => ExportWords.Spans(c.ContentSpans)),
        ("cue_spans", (c, _) => ExportWords.Spans(c.CueSpans)),
        ("source_spans", (c, _) => ExportWords.Spans(c.SourceSpans)),
        ("text_sha256", (c, _) => c.Article.TextSha256),
        ("parent", (c, _) => Number(c.ParentId)),
        ("depth", (c, _) => Number(c.Depth)),
        ("found_by", (c, _) => c.FoundBy),
        ("confidence", (c, _) => c.Confidence.ToString("0.###", CultureInfo.InvariantCulture)),
        ("imported_at", (c, _) => ExportWords.Moment(c.Article.ImportedAt)),
    ];

    private static readonly SearchValues<char> Ends = SearchValues.Create(",;\t\"\r\n'");

    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } = [.. Columns.Select(column => column.Name)];

    /// <inheritdoc/>
    public override string Ending => "csv";

    /// <inheritdoc/>
    public override string MediaType => "text/csv; charset=utf-8";

    /// <inheritdoc/>
    public override string Title => "CSV, for a spreadsheet";

    /// <inheritdoc/>
    public override bool HasByteOrderMark => true;

    /// <inheritdoc/>
    public override void Open(TextWriter file, ExportHead head) => Row(file, ColumnNames);

    /// <inheritdoc/>
    public override void Write(TextWriter file, ClaimRecord claim, int number, ExportHead head) => Row(file, Columns.Select(column => column.Value(claim, head)));

    private static void Row(TextWriter file, IEnumerable<string?> cells)
    {
        file.Write(string.Join(',', cells.Select(Cell)));
        file.Write("\r\n");
    }

    /// <summary>
    /// A cell that is text and nothing else. What begins as a formula gets an apostrophe before it, as OWASP advises against CSV injection;
    /// the full-width signs are formulas in some languages. Blanks and signs that nobody sees do not help it. What a spreadsheet may take
    /// for the end of a cell, by its language or by choice, stands in quotation marks.
    /// </summary>
    public static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var begin = 0;
        while (begin < value.Length && IsPassedOver(value[begin])) begin++;
        if (value[0] is '\t' or '\r' or '\n' || (begin < value.Length && value[begin] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠')) value = "'" + value;
        return value.AsSpan().ContainsAny(Ends) || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1])
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
    }

    private static bool IsPassedOver(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Names(ClaimRecord claim, ClaimActorPart part) =>
        string.Join("; ", claim.Actors.Where(actor => actor.Part == part).Select(actor => actor.Name));
}
