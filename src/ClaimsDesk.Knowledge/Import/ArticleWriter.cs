using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Turns what was extracted from texts into records, which nothing has stored yet.</summary>
/// <param name="sources">The sources there are, and those that are made.</param>
/// <param name="actors">The actors there are, and those that are made.</param>
/// <param name="document">What was extracted.</param>
/// <param name="known">What the importer said of the file.</param>
internal sealed class ArticleWriter(SourceRegister sources, ActorRegister actors, ExtractedDocument document, IncomingFile known)
{
    /// <summary>The names of sources that a claim has.</summary>
    public static IEnumerable<string> SourceNames(ExtractedClaim claim) => claim.Chain.Select(h => h.Name).Concat(claim.SourceNames);

    /// <summary>The names of actors that a claim has.</summary>
    public static IEnumerable<string> ActorNames(ExtractedClaim claim) => claim.Actors.Concat(claim.Places);

    /// <summary>Gives the file its articles with their claims.</summary>
    public void Read(SourceFile file)
    {
        foreach (var (extracted, position) in document.Articles.Select((a, i) => (a, i))) file.Articles.Add(ReadArticle(extracted, position, file));
    }

    private Article ReadArticle(ExtractedArticle extracted, int position, SourceFile file)
    {
        var outlet = Blank(known.Outlet) ?? Blank(extracted.Publisher);
        var article = new Article
        {
            SourceFile = file,
            Position = position,
            Title = extracted.Title,
            TitleFrom = extracted.Title is null ? null : KnownFrom.Text,
            Outlet = outlet is null ? null : sources.FindOutlet(outlet),
            OutletFrom = outlet is null ? null : Blank(known.Outlet) is null ? KnownFrom.Text : KnownFrom.Importer,
            Published = extracted.Published,
            PublishedFrom = extracted.Published is null ? null : known.PublishedOn is null ? KnownFrom.Text : KnownFrom.Importer,
            Updated = extracted.Updated,
            UpdatedFrom = extracted.Updated is null ? null : KnownFrom.Text,
            Url = Blank(known.Url) ?? extracted.Url,
            UrlFrom = Blank(known.Url) is not null ? KnownFrom.Importer : extracted.Url is not null ? KnownFrom.Text : null,
            Byline = extracted.Byline,
            Language = extracted.Language,
            DatelinePlace = extracted.DatelinePlace,
            Agencies = extracted.Agencies,
            TranslatedBy = extracted.TranslatedBy,
            Segment = extracted.Segment,
            Body = extracted.Body,
            Blocks = extracted.Blocks,
            Disclaimers = extracted.Disclaimers,
            Furniture = extracted.Furniture,
        };
        var named = actors.Read(extracted, article);
        var byId = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var (claim, i) in extracted.Claims.Select((c, i) => (c, i)))
        {
            var parent = claim.Parent is { } id && byId.TryGetValue(id, out var above) ? above : null;
            byId[claim.Id] = ReadClaim(claim, i, article, parent, named);
            article.Claims.Add(byId[claim.Id]);
        }
        return article;
    }

    /// <summary>A claim of an article.</summary>
    internal Claim ReadClaim(ExtractedClaim extracted, int position, Article article, Claim? parent, ArticleActors named)
    {
        var hops = Hops(extracted, article);
        var own = hops.First(h => h.Position == hops[^1].Position).Source;
        if (own.ArticleId is null && own.Article is not null)
        {
            own.Affiliation ??= extracted.Affiliation;
            own.Count ??= extracted.SourceCount;
        }
        var claim = new Claim
        {
            Article = article,
            Position = position,
            Parent = parent,
            Depth = parent is null ? 0 : parent.Depth + 1,
            Content = Words(extracted.Content)!,
            ContentSpans = extracted.Content,
            CueSpans = extracted.Cue,
            SourceSpans = extracted.Source,
            NamedAtSpans = extracted.NamedAt is { } elsewhere ? [elsewhere] : [],
            Source = own,
            SourceKind = own.Kind,
            SourceCount = extracted.SourceCount,
            Affiliation = extracted.Affiliation,
            AffiliationKey = extracted.Affiliation is null ? null : NameKey.Of(extracted.Affiliation),
            ToldBy = Tellers.Names(hops.Select(h => h.Source)),
            Quote = extracted.Quote,
            Act = extracted.Act,
            Negated = extracted.Negated,
            Hedged = extracted.Hedged,
            SaidOn = extracted.SaidOn,
            EventDate = extracted.EventDate,
            Outlet = article.Outlet,
            Published = article.Published ?? default,
            FoundBy = extracted.FoundBy,
            Confidence = extracted.Confidence,
        };
        claim.Context = Passage.Line(document.Text.Value, article.Segment, article.Blocks, claim);
        claim.Hops.AddRange(hops);
        AddActors(claim, ClaimActorPart.About, extracted.Actors.Select(named.About));
        AddActors(claim, ClaimActorPart.Place, extracted.Places.Select(named.Place));
        return claim;
    }

    private List<ClaimHop> Hops(ExtractedClaim extracted, Article article)
    {
        var hops = new List<ClaimHop>();
        foreach (var (hop, position) in extracted.Chain.Select((h, i) => (h, i)))
        {
            var isLast = position == extracted.Chain.Count - 1;
            var kind = isLast ? extracted.SourceKind : hop.Kind;
            hops.Add(ReadHop(hop, position, 0, SourceOf(hop.Name, kind, article)));
            if (!isLast) continue;
            foreach (var name in extracted.SourceNames.Where(n => n != hop.Name && NameKey.Of(n) != NameKey.Of(hop.Name)))
            {
                var joint = SourceOf(name, kind, article);
                if (hops.TrueForAll(h => h.Position != position || h.Source != joint))
                    hops.Add(ReadHop(hop, position, hops.Count(h => h.Position == position), joint));
            }
        }
        return hops;
    }

    private ClaimHop ReadHop(ChainHop hop, int position, int joint, Source source) => new()
    {
        Position = position,
        Joint = joint,
        Source = source,
        Wording = Words(hop.Source),
        SourceSpans = hop.Source,
        Cue = Words(hop.Cue),
        CueSpans = hop.Cue,
    };

    // "article" stands for a publisher that the text does not name; the importer may have.
    private Source SourceOf(string name, SourceKind kind, Article article) =>
        kind == SourceKind.Outlet && name == Source.UnknownOutlet && article.Outlet is not null ? article.Outlet
        : kind == SourceKind.Outlet && article.Outlet is { } outlet && outlet.NameKey == NameKey.Of(name) ? outlet
        : sources.Find(Blank(name) ?? Source.Nobody, kind, article);

    private static void AddActors(Claim claim, ClaimActorPart part, IEnumerable<Actors.Actor> actors) =>
        claim.Actors.AddRange(actors.Distinct().Select((actor, i) => new ClaimActor { Actor = actor, Part = part, Position = i }));

    // As printed, but on one line: spans run over the line ends of a scrape.
    private string? Words(IReadOnlyList<TextSpan> spans) => spans.Count == 0
        ? null
        : string.Join(" … ", spans.Select(span => string.Join(' ', document.Text[span].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
