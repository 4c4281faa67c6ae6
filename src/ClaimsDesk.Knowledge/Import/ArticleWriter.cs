using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Extraction.Text;
using ClaimsDesk.Knowledge.Articles;
using ClaimsDesk.Knowledge.Claims;
using ClaimsDesk.Knowledge.Claims.Open;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Import;

/// <summary>Turns what was read from a file into records, and adds them to the database.</summary>
internal sealed class ArticleWriter(ClaimsDeskDb db, ExtractedDocument document, ImportFile known)
{
    private SourceRegister _sources = null!;
    private ActorRegister _actors = null!;

    /// <summary>Adds the articles with their claims, sources and actors; nothing is saved yet.</summary>
    public async Task<ArticlesAdded> AddAsync(SourceFile file, CancellationToken cancellationToken)
    {
        _sources = await SourceRegister.OpenAsync(db, SourceNames(), cancellationToken);
        _actors = await ActorRegister.OpenAsync(db, ActorNames(), cancellationToken);
        // Adding an article to the database adds it to its file's list, too.
        foreach (var (extracted, position) in document.Articles.Select((a, i) => (a, i))) ReadArticle(extracted, position, file);
        return new ArticlesAdded(file.Articles, _sources.HasGraded);
    }

    private IEnumerable<string> SourceNames() => document.Articles
        .SelectMany(a => a.Claims.SelectMany(c => c.Chain.Select(h => h.Name).Concat(c.SourceNames)).Append(a.Publisher ?? "").Append(known.Outlet ?? ""));

    private IEnumerable<string> ActorNames() => document.Articles
        .SelectMany(a => a.Actors.SelectMany(x => x.Names.Take(1)).Concat(a.Claims.SelectMany(c => c.Actors.Concat(c.Places))));

    private void ReadArticle(ExtractedArticle extracted, int position, SourceFile file)
    {
        var outlet = Blank(known.Outlet) ?? Blank(extracted.Publisher);
        var article = new Article
        {
            SourceFile = file,
            Position = position,
            Title = extracted.Title,
            TitleFrom = extracted.Title is null ? null : KnownFrom.Text,
            Outlet = outlet is null ? null : _sources.FindOutlet(outlet),
            OutletFrom = outlet is null ? null : Blank(known.Outlet) is null ? KnownFrom.Text : KnownFrom.Importer,
            Published = extracted.Published,
            PublishedFrom = extracted.Published is null ? null : known.PublishedOn is null ? KnownFrom.Text : KnownFrom.Importer,
            Updated = extracted.Updated,
            UpdatedFrom = extracted.Updated is null ? null : KnownFrom.Text,
            Url = Blank(known.Url) ?? extracted.Url,
            UrlFrom = Blank(known.Url) is not null ? KnownFrom.Importer : extracted.Url is not null ? KnownFrom.Text : null,
            DatelinePlace = extracted.DatelinePlace,
            Agencies = extracted.Agencies,
            TranslatedBy = extracted.TranslatedBy,
            Segment = extracted.Segment,
            Body = extracted.Body,
            Blocks = extracted.Blocks,
            Disclaimers = extracted.Disclaimers,
            Furniture = extracted.Furniture,
        };
        db.Articles.Add(article);
        var actors = _actors.Read(extracted, article);
        var byId = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (var (claim, i) in extracted.Claims.Select((c, i) => (c, i)))
        {
            var parent = claim.Parent is { } id && byId.TryGetValue(id, out var above) ? above : null;
            byId[claim.Id] = ReadClaim(claim, i, article, parent, actors);
        }
    }

    private Claim ReadClaim(ExtractedClaim extracted, int position, Article article, Claim? parent, ArticleActors actors)
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
        AddActors(claim, ClaimActorPart.About, extracted.Actors.Select(actors.About));
        AddActors(claim, ClaimActorPart.Place, extracted.Places.Select(actors.Place));
        db.Claims.Add(claim);
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
            foreach (var name in extracted.SourceNames.Where(n => NameKey.Of(n) != NameKey.Of(hop.Name)))
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
        : _sources.Find(Blank(name) ?? Source.Nobody, kind, article);

    private static void AddActors(Claim claim, ClaimActorPart part, IEnumerable<Actors.Actor> actors) =>
        claim.Actors.AddRange(actors.Distinct().Select((actor, i) => new ClaimActor { Actor = actor, Part = part, Position = i }));

    // As printed, but on one line: spans run over the line ends of a scrape.
    private string? Words(IReadOnlyList<TextSpan> spans) => spans.Count == 0
        ? null
        : string.Join(" … ", spans.Select(span => string.Join(' ', document.Text[span].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What was added to the database.</summary>
/// <param name="Articles">The articles.</param>
/// <param name="HasGradedSources">Whether some source has a grade, which its new claims inherit.</param>
internal sealed record ArticlesAdded(IReadOnlyList<Article> Articles, bool HasGradedSources);
