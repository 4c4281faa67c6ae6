using System.Text;
using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Pages;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Knowledge.Import.Formats.Tables;

/// <summary>A row of a table, or an object of JSON: values by the names of their columns.</summary>
/// <param name="Place">Where it stands in its file: <c>line 14</c>, <c>entry 3</c>.</param>
/// <param name="Raw">Its bytes.</param>
/// <param name="Values">What stands in each column.</param>
public sealed record TableRow(string Place, byte[] Raw, IReadOnlyDictionary<string, string> Values);

/// <summary>Makes a text of a row, as a mapping says.</summary>
internal static class MappedRow
{
    /// <summary>The row as an item.</summary>
    public static FoundItem Item(string name, TableRow row, ColumnMapping mapping) => new(name, row.Raw, () => Read(row, mapping));

    private static ItemReading Read(TableRow row, ColumnMapping mapping)
    {
        var words = Value(row, mapping.Text);
        var title = OneLine(Value(row, mapping.Title));
        if (words is null && title is null) return new ItemReading.Rejected($"There is no text in {row.Place}, column “{mapping.Text}”. Fill it in, and import the row again.");
        var known = new KnownArticle
        {
            Segment = default,
            Title = title,
            Outlet = OneLine(Value(row, mapping.Outlet)),
            Published = WrittenDay.Read(Value(row, mapping.Date)),
            Language = OneLine(Value(row, mapping.Language)),
            Url = WebAddress.Of(Value(row, mapping.Url)),
            Byline = OneLine(Value(row, mapping.Byline)),
        };
        return Write(known, words ?? "", "row");
    }

    /// <summary>A text of a headline and words, which may be HTML, with what is known beside them.</summary>
    public static ItemReading Write(KnownArticle known, string words, string format)
    {
        words = words.Replace('\0', '\uFFFD');
        if (PageReader.IsMarkup(words))
        {
            var page = PageReader.ReadFragment(words, known);
            return page.Articles.Count > 0 ? new ItemReading.Text(page.Text, "utf-8", format) { Known = page.Articles } : NoText();
        }
        var text = known.Title is { } title && !words.AsSpan().TrimStart().StartsWith(title, StringComparison.Ordinal) ? $"{title}\n\n{words}" : words;
        return string.IsNullOrWhiteSpace(text) ? NoText()
            : new ItemReading.Text(text, "utf-8", format) { Known = [known with { Segment = new TextSpan(0, text.Length) }] };
    }

    /// <summary>The bytes of a row that was read from a text.</summary>
    public static byte[] Bytes(string raw) => Encoding.UTF8.GetBytes(raw);

    private static ItemReading.Rejected NoText() => new("It holds no text. Check where it came from, and import it again.");

    private static string? Value(TableRow row, string? column) =>
        column is not null && row.Values.TryGetValue(column, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static string? OneLine(string? value) => value is null ? null : string.Join(' ', value.Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
