using AngleSharp.Html.Dom;
using ClaimsDesk.Extraction.Articles;

namespace ClaimsDesk.Extraction.Pages;

/// <summary>What a page says about its article beside the text: from JSON-LD, meta elements, marked elements and the address, in that order.</summary>
internal static class PageFacts
{
    private const int MostNames = 6;
    private static readonly string[] AuthorMetas = ["author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "citation_author", "byl"];

    /// <summary>What the page says; <see cref="KnownArticle.Segment"/> and the lines are for the caller to fill in.</summary>
    public static KnownArticle Of(IHtmlDocument page, Uri? address)
    {
        var (linked, head) = (JsonLd.In(page), new PageHead(page));
        var outlet = linked.Publisher ?? head.Meta("og:site_name", "application-name", "al:ios:app_name", "publisher", "dc.publisher", "citation_journal_title");
        var byline = Byline(linked, head);
        return new KnownArticle
        {
            Segment = default,
            Title = Title(linked, head, outlet),
            Outlet = outlet is null || outlet.StartsWith('@') ? null : outlet,
            Published = PageDates.Published(linked, head, address),
            Updated = PageDates.Updated(linked, head),
            Language = Language(linked.Language ?? head.Language),
            Url = Address(address?.AbsoluteUri ?? head.Canonical ?? linked.Url),
            Byline = byline,
            Agencies = [.. linked.Credits.Append(byline ?? "").Append(head.Meta("source", "article:source", "dc.source") ?? "").SelectMany(Agencies.NamedIn).Distinct()],
        };
    }

    private static string? Title(JsonLd linked, PageHead head, string? outlet)
    {
        var title = linked.Headline ?? head.Meta("og:title", "headline", "twitter:title", "dc.title", "parsely-title", "sailthru.title") ?? head.Heading ?? head.Title;
        return PageWords.Decoded(title) is { } words ? WithoutOutlet(words, outlet, head.Heading) : null;
    }

    // "Bridge reopens | Lisbon Daily", "Bridge reopens - Lisbon Daily"
    private static string WithoutOutlet(string title, string? outlet, string? heading)
    {
        if (heading is not null && heading.Length < title.Length && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase)) return heading;
        foreach (var mark in new[] { " | ", " - ", " – ", " — ", " :: ", " » " })
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 0 && outlet is not null && title.AsSpan(at + mark.Length).Trim().Equals(outlet, StringComparison.OrdinalIgnoreCase)) return title[..at].Trim();
        }
        return title;
    }

    private static string? Byline(JsonLd linked, PageHead head)
    {
        if (linked.Authors.Where(IsName).Take(MostNames).ToList() is { Count: > 0 } authors) return string.Join(", ", authors);
        return AuthorMetas
            .Select(name => head.Meta(name)).Concat(head.Marked("author", "byline", "author", "byline-name", "author-name").Select(e => PageWords.Clean(e.TextContent)))
            .Where(words => words is not null && IsName(words)).Select(words => WithoutBy(words!)).FirstOrDefault();
    }

    private static bool IsName(string words) => words.Length <= 120 && !words.Contains("://", StringComparison.Ordinal) && words.Any(char.IsLetter);

    private static string WithoutBy(string words) => words.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? words[3..].Trim() : words;

    private static string? Language(string? tag) => tag is { Length: >= 2 and <= 12 } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? tag.Replace('_', '-') : null;

    private static string? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address.AbsoluteUri : null;
}
