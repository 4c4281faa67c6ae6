using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using ClaimsDesk.Knowledge.Claims.Filters;
using ClaimsDesk.Knowledge.Claims.Records;
using ClaimsDesk.Knowledge.Claims.Search;
using ClaimsDesk.Web.Api;

namespace ClaimsDesk.Web.Exports;

/// <summary>Any view as an Atom feed (RFC 4287): what was brought in last, so that who follows it misses nothing, however old an article is.</summary>
public sealed class ClaimFeed(ClaimSearch search, ClaimRecords records)
{
    /// <summary>Where it is; the keys are those of the claims page.</summary>
    public const string Path = "/claims/feed.atom";

    /// <summary>The media type.</summary>
    public const string MediaType = "application/atom+xml";

    // A feed reader that asks once an hour misses something only where more than these came within it.
    private const int Entries = 100;
    private const int LongestTitle = 160;

    /// <summary>Answers a request for the feed.</summary>
    public async Task<IResult> SendAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (filter, problems) = ClaimQuery.Read(context.Request);
        if (problems.Count > 0) return Problems.Unreadable(problems);
        filter = filter.FromStart() with { Size = ClaimFilter.UsualSize, Sort = default };
        var claims = await records.NewestAsync(filter, Entries, context.RequestAborted);
        var sentence = (await search.DescribeAsync(filter, context.RequestAborted)).ToString();
        var feed = Feed(filter, sentence, claims, DeskLinks.Of(context.Request));
        await TaggedJson.SendAsync(context, Bytes(feed), MediaType + "; charset=utf-8");
        return Results.Empty;
    }

    private static SyndicationFeed Feed(ClaimFilter filter, string sentence, IReadOnlyList<ClaimRecord> claims, DeskLinks links)
    {
        var query = filter.ToQuery();
        var self = links.Root.TrimEnd('/') + Path + (query.Length > 0 ? "?" + query : "");
        var feed = new SyndicationFeed
        {
            Id = self,
            Title = Plain(sentence.Length > 0 ? $"Claims {sentence}" : "Claims"),
            Description = Plain("Attributed claims from news texts; unverified unless an entry says otherwise."),
            // Of an empty feed nothing is known but that it never changed.
            LastUpdatedTime = claims.Count > 0 ? Moment(claims.Max(claim => claim.UpdatedAt)) : DateTimeOffset.UnixEpoch,
            Generator = "ClaimsDesk",
            Items = claims.Select(claim => Entry(claim, links)).ToList(),
        };
        feed.Authors.Add(new SyndicationPerson { Name = "ClaimsDesk" });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(self), MediaType));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(links.Claims(filter)), "text/html"));
        return feed;
    }

    private static SyndicationItem Entry(ClaimRecord claim, DeskLinks links)
    {
        var entry = new SyndicationItem
        {
            Id = $"urn:uuid:{claim.Identity:D}",
            Title = Plain(Short($"{claim.Claimant}: {ExportWords.OneLine(claim.Content)}")),
            Content = new TextSyndicationContent(Visible(Html(claim)), TextSyndicationContentKind.Html),
            PublishDate = Moment(claim.Article.ImportedAt),
            LastUpdatedTime = Moment(claim.UpdatedAt),
        };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(links.Claim(claim.Id)), "text/html"));
        foreach (var claimant in claim.Claimants) entry.Authors.Add(new SyndicationPerson { Name = Visible(claimant.Name) });
        entry.Categories.Add(new SyndicationCategory(FilterWords.Word(claim.Act), null, "act"));
        entry.Categories.Add(new SyndicationCategory(FilterWords.Word(claim.Status), null, "status"));
        entry.Categories.Add(new SyndicationCategory(FilterWords.Word(claim.Chain[^1].Kind), null, "kind"));
        return entry;
    }

    private static string Html(ClaimRecord claim)
    {
        var html = new StringBuilder($"<blockquote>{HtmlEncoder.Default.Encode(claim.Content)}</blockquote><dl>");
        foreach (var (name, value) in ReportWords.Of(claim)) html.Append(CultureInfo.InvariantCulture, $"<dt>{name}</dt><dd>{HtmlEncoder.Default.Encode(value)}</dd>");
        return html.Append("</dl>").ToString();
    }

    private static byte[] Bytes(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true })) feed.SaveAsAtom10(xml);
        return bytes.ToArray();
    }

    private static TextSyndicationContent Plain(string text) => new(Visible(text), TextSyndicationContentKind.Plaintext);

    // XML has no way to write some characters; texts may hold them.
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isKnown = rune.IsBmp ? XmlConvert.IsXmlChar((char)rune.Value) : true;
            visible.Append(isKnown ? rune : Rune.ReplacementChar);
        }
        return visible.ToString();
    }

    private static string Short(string text)
    {
        if (text.Length <= LongestTitle) return text;
        var end = text.LastIndexOf(' ', LongestTitle);
        return text[..(end > 0 ? end : char.IsHighSurrogate(text[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)] + " …";
    }

    private static DateTimeOffset Moment(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
