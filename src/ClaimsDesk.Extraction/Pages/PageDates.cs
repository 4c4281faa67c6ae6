using System.Globalization;
using System.Text.RegularExpressions;
using ClaimsDesk.Extraction.Articles;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>When a page was published and changed: as it is written, for a time zone would move it to another day.</summary>
internal static class PageDates
{
    private const int FirstYear = 1990;
    private const int LongestWords = 120;

    private static readonly string[] PublishedMetas =
    [
        "article:published_time", "og:article:published_time", "datePublished", "og:published_time", "article:published", "article.published",
        "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "published_date", "pubdate", "PublishDate", "publication_date",
        "citation_publication_date", "citation_date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "date", "article_date_original",
        "cXenseParse:recs:publishtime", "OriginalPublicationDate", "displaydate", "created", "rnews:datePublished", "dateCreated",
    ];

    private static readonly string[] UpdatedMetas =
        ["article:modified_time", "og:updated_time", "dateModified", "article:modified", "article.updated", "last-modified", "dcterms.modified", "lastmod", "dc.date.modified", "revised"];

    // /2019/05/03/, /2019-05-03-, /20190503/
    private static readonly Regex InAddress = new(@"[/\-_](?<y>(?:19|20)\d\d)[/\-_]?(?<m>0[1-9]|1[0-2])[/\-_]?(?<d>0[1-9]|[12]\d|3[01])(?:[/\-_]|$)", Phrases.Linear | RegexOptions.ExplicitCapture);

    /// <summary>The day of publication.</summary>
    public static DateOnly? Published(JsonLd linked, PageHead head, Uri? address) =>
        Read(linked.Published) ?? Read(head.Meta(PublishedMetas)) ?? Marked(head, "datePublished", "published", "entry-date", "post-date", "dateline")
        ?? head.Times.Select(time => Read(time.GetAttribute("datetime")) ?? Read(time.TextContent)).FirstOrDefault(day => day is not null)
        ?? In(address) ?? In(head.Canonical) ?? Marked(head, "dateCreated", "date", "publishdate", "publish-date", "timestamp", "posted-on", "byline", "article-date");

    /// <summary>The day of the last change.</summary>
    public static DateOnly? Updated(JsonLd linked, PageHead head) =>
        Read(linked.Modified) ?? Read(head.Meta(UpdatedMetas)) ?? Marked(head, "dateModified", "updated", "last-updated");

    private static DateOnly? Marked(PageHead head, string property, params string[] classes) => head.Marked(property, classes)
        .Select(e => Read(e.GetAttribute("datetime")) ?? Read(e.GetAttribute("content")) ?? Read(e.TextContent)).FirstOrDefault(day => day is not null);

    private static DateOnly? In(Uri? address) => address is null ? null : In(address.AbsolutePath);

    private static DateOnly? In(string? path) => path is null || InAddress.Match(path) is not { Success: true } found ? null
        : Read($"{found.Groups["y"]}{found.Groups["m"]}{found.Groups["d"]}");

    /// <summary>The day that some words write: the first ten characters of a machine's date, or a date in words.</summary>
    public static DateOnly? Read(string? words)
    {
        if (words is null) return null;
        var text = words.Trim();
        if (text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Sensible(day);
        if (text.Length >= 8 && text.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0
            && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return Sensible(day);
        if (text.Length > LongestWords) return null;
        return CalendarDates.In(text).Select(date => date.Whole).FirstOrDefault(whole => whole is not null) is { } whole ? Sensible(whole) : null;
    }

    // 0001-01-01 and 1970-01-01 are what programs write for none.
    private static DateOnly? Sensible(DateOnly day) => day.Year >= FirstYear ? day : null;
}
