namespace ClaimsDesk.Knowledge.Import;

/// <summary>What came of an import.</summary>
public abstract record ImportResult
{
    private ImportResult() { }

    /// <summary>It ran; what became of each text is in the report.</summary>
    public sealed record Ran(ImportReport Report) : ImportResult;

    /// <summary>The person may not import; nothing was done.</summary>
    public sealed record NotAllowed : ImportResult;
}

/// <summary>What became of the texts of an import.</summary>
/// <param name="BatchId">The import.</param>
/// <param name="Name">What it is called.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="FinishedAt">When it ended, UTC; null for one that runs, or that was broken off.</param>
/// <param name="ImportedBy">Who imported; null for ClaimsDesk itself.</param>
/// <param name="Items">Each text, in order, ten thousand at most.</param>
public sealed record ImportReport(
    int BatchId, string Name, DateTime StartedAt, DateTime? FinishedAt, string? ImportedBy, IReadOnlyList<ImportReportItem> Items)
{
    /// <summary>Where it stands.</summary>
    public BatchState State { get; init; } = BatchState.Finished;

    /// <summary>How many texts ended so.</summary>
    public int Count(ImportOutcome outcome) => Items.Count(item => item.Outcome == outcome);
}

/// <summary>What became of one text.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, and what to do; null where all went well.</param>
/// <param name="Claims">How many claims were stored.</param>
/// <param name="Articles">Its articles: those stored now, or those that were there already.</param>
/// <param name="Notes">What could not be read in it.</param>
public sealed record ImportReportItem(
    string FileName, ImportOutcome Outcome, string? Reason, int Claims, IReadOnlyList<ImportedArticle> Articles, IReadOnlyList<ImportNote> Notes)
{
    /// <summary>The line of the file around it on which it begins, from one; null where it has none.</summary>
    public int? Line { get; init; }

    /// <summary>The article that was there and is much the same; null where there is none.</summary>
    public ImportedArticle? NearCopyOf { get; init; }
}

/// <summary>An article of an imported text.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">Its headline, where it has one.</param>
public sealed record ImportedArticle(int Id, string? Title);

/// <summary>Something that could not be read, with its place.</summary>
/// <param name="Line">The line, from one.</param>
/// <param name="Column">The column, from one.</param>
/// <param name="Message">One sentence a person can act on.</param>
public sealed record ImportNote(int Line, int Column, string Message);

/// <summary>A text of an import has an outcome.</summary>
/// <param name="FilesDone">How many files are done with.</param>
/// <param name="Files">How many there are.</param>
/// <param name="FilePosition">The file it came in, from zero.</param>
/// <param name="Finished">What became of the text.</param>
public sealed record ImportProgress(int FilesDone, int Files, int FilePosition, ImportReportItem Finished);
