namespace ClaimsDesk.Web.Exports;

/// <summary>The kinds of files that claims can be taken away as.</summary>
public static class ExportFormats
{
    /// <summary>All, in the order of the menu.</summary>
    public static IReadOnlyList<ClaimWriter> All { get; } =
        [new CsvWriter(), new HtmlWriter(), new MarkdownWriter(), new BibtexWriter(), new JsonLinesWriter(), new JsonLdWriter()];
}
