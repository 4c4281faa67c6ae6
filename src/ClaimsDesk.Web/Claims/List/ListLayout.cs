using ClaimsDesk.Knowledge.Claims.Filters;

namespace ClaimsDesk.Web.Claims.List;

/// <summary>A column of the table of claims.</summary>
public enum ClaimColumn
{
    /// <summary>What is claimed.</summary>
    Claim,
    /// <summary>The claim's own source.</summary>
    Source,
    /// <summary>All who told it, outermost first.</summary>
    Chain,
    /// <summary>When it was said.</summary>
    Said,
    /// <summary>When what is claimed happened.</summary>
    Happened,
    /// <summary>What the source does by saying it.</summary>
    Act,
    /// <summary>How it is worded.</summary>
    Quote,
    /// <summary>Where it was carried.</summary>
    Outlet,
    /// <summary>The article's headline.</summary>
    Article,
    /// <summary>The article's day of publication.</summary>
    Published,
    /// <summary>The effective reliability.</summary>
    Reliability,
    /// <summary>The credibility.</summary>
    Credibility,
    /// <summary>Where the claim stands.</summary>
    Status,
}

/// <summary>How the claims are listed: as text to read, or as a table with columns.</summary>
/// <param name="IsTable">Whether they stand in a table.</param>
/// <param name="Columns">The columns of the table, in order.</param>
public sealed record ListLayout(bool IsTable, IReadOnlyList<ClaimColumn> Columns)
{
    /// <summary>The key that asks for the table.</summary>
    public const string ViewKey = "view";

    /// <summary>The key that names the columns.</summary>
    public const string ColumnsKey = "columns";

    private const string TableWord = "table", ListWord = "list";

    /// <summary>The columns of a table until others are chosen.</summary>
    public static IReadOnlyList<ClaimColumn> UsualColumns { get; } =
        [ClaimColumn.Claim, ClaimColumn.Source, ClaimColumn.Said, ClaimColumn.Act, ClaimColumn.Outlet, ClaimColumn.Reliability, ClaimColumn.Credibility, ClaimColumn.Status];

    /// <summary>The list to read.</summary>
    public static ListLayout Reading { get; } = new(false, UsualColumns);

    /// <summary>What a person reads of a column at its head.</summary>
    public static string Words(ClaimColumn column) => column switch
    {
        ClaimColumn.Chain => "Told by",
        ClaimColumn.Act => "What it does",
        ClaimColumn.Quote => "Wording",
        _ => column.ToString(),
    };

    /// <summary>With the column, at its usual place, or without it. The claim itself always stands there.</summary>
    public ListLayout Toggle(ClaimColumn column) => this with
    {
        IsTable = true,
        Columns = Columns.Contains(column)
            ? [.. Columns.Where(other => other != column || column == ClaimColumn.Claim)]
            : [.. Columns.Append(column).Order()],
    };

    /// <summary>Reads one pair of an address; false where the key is not about the layout or the value can't be read.</summary>
    public bool TryRead(string key, string value, out ListLayout layout)
    {
        layout = this;
        if (key == ViewKey && value is TableWord or ListWord) layout = this with { IsTable = value == TableWord };
        else if (key == ColumnsKey && Read(value) is { Count: > 0 } columns) layout = this with { Columns = columns };
        else return false;
        return true;
    }

    /// <summary>The pairs that it adds to an address; none where all is as usual.</summary>
    public IEnumerable<(string Key, string Value)> Write()
    {
        if (IsTable) yield return (ViewKey, TableWord);
        if (!Columns.SequenceEqual(UsualColumns)) yield return (ColumnsKey, string.Join(',', Columns.Select(FilterWords.Word)));
    }

    private static List<ClaimColumn>? Read(string value)
    {
        var columns = new List<ClaimColumn>();
        foreach (var word in value.Split(','))
        {
            if (!FilterWords.TryReadWord<ClaimColumn>(word, out var column)) return null;
            if (!columns.Contains(column)) columns.Add(column);
        }
        if (!columns.Contains(ClaimColumn.Claim)) columns.Insert(0, ClaimColumn.Claim);
        return columns;
    }
}
