using System.Security.Cryptography;
using System.Text;

namespace ClaimsDesk.Knowledge.Import.Formats.Tables;

/// <summary>Which column of a table holds what; null where none does.</summary>
/// <param name="Text">The article's words.</param>
public sealed record ColumnMapping(string? Text)
{
    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The day of publication.</summary>
    public string? Date { get; init; }

    /// <summary>The outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>The address.</summary>
    public string? Url { get; init; }

    /// <summary>The language.</summary>
    public string? Language { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Byline { get; init; }

    // In the order of how sure a name is.
    private static readonly (string[] Names, Func<ColumnMapping, string, ColumnMapping> Set)[] Guesses =
    [
        (["title", "headline", "heading", "name", "subject", "article_title"], (m, c) => m with { Title = c }),
        (["text", "body", "content", "article", "fulltext", "full_text", "body_text", "article_text", "articlebody", "maintext", "story", "body_html", "content_html", "html", "description", "summary"], (m, c) => m with { Text = c }),
        (["date", "published", "published_at", "publish_date", "date_publish", "publication_date", "published_date", "pubdate", "pub_date", "datepublished", "publishedat", "date_published", "created", "created_at", "timestamp", "time", "versioncreated", "firstcreated"], (m, c) => m with { Date = c }),
        (["outlet", "source", "publisher", "publication", "source.name", "newspaper", "site", "site_name", "sitename", "website", "domain", "source_domain", "feed", "media"], (m, c) => m with { Outlet = c }),
        (["url", "link", "address", "href", "permalink", "web_url", "uri", "canonical"], (m, c) => m with { Url = c }),
        (["language", "lang", "locale"], (m, c) => m with { Language = c }),
        (["author", "authors", "byline", "writer", "creator", "by"], (m, c) => m with { Byline = c }),
    ];

    /// <summary>The mapping that the names of the columns and the first rows suggest.</summary>
    public static ColumnMapping Guess(IReadOnlyList<string> columns, IReadOnlyList<TableRow> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var mapping = new ColumnMapping((string?)null);
        foreach (var (names, set) in Guesses)
        {
            var found = names.Select(name => columns.FirstOrDefault(column => Plain(column) == Plain(name))).FirstOrDefault(column => column is not null);
            if (found is not null) mapping = set(mapping, found);
        }
        return mapping.Text is not null ? mapping : mapping with { Text = Wordiest(columns, rows, mapping) };
    }

    /// <summary>The same for all tables with columns of these names, whatever their order: what a mapping is remembered by.</summary>
    public static string SignatureOf(IEnumerable<string> columns) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', columns.Select(column => column.Trim().ToLowerInvariant()).Order(StringComparer.Ordinal)))));

    // Texts are long: the column with the longest values, where these are sentences.
    private static string? Wordiest(IReadOnlyList<string> columns, IReadOnlyList<TableRow> rows, ColumnMapping known)
    {
        const int fewestLetters = 80;
        string?[] taken = [known.Title, known.Date, known.Outlet, known.Url, known.Language, known.Byline];
        var lengths = columns.Except(taken).Select(column => (Column: column!, Length: rows.Count == 0 ? 0 : rows.Average(row => row.Values.GetValueOrDefault(column!)?.Length ?? 0))).ToList();
        return lengths.Count > 0 && lengths.MaxBy(l => l.Length) is { Length: >= fewestLetters } longest ? longest.Column : null;
    }

    private static string Plain(string name) => string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c == '.')).ToLowerInvariant();
}
