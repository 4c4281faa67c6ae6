using System.Globalization;
using ClaimsDesk.Extraction.Claims.Sources;
using ClaimsDesk.Extraction.Language;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Makes claims of drafts: who, through whom, act, polarity, hedging, dates, actors.</summary>
internal static class ClaimAssembly
{
    /// <summary>The claims of an article, by place in the text, parents before their children.</summary>
    /// <param name="reading">The article.</param>
    /// <param name="found">The drafts, in any order.</param>
    /// <param name="articleNumber">Number of the article in its document, from one.</param>
    public static IReadOnlyList<ExtractedClaim> Assemble(ArticleReading reading, IEnumerable<Draft> found, int articleNumber)
    {
        var loose = found.ToList();
        SourceMending.BeforeNesting(reading, loose);
        var drafts = Nest.Arrange(loose);
        SourceMending.AfterNesting(reading, drafts);
        drafts = Relays.Unfold(reading, drafts);
        new SourceResolver(reading).Resolve(drafts);
        var chains = new Chains(reading);
        chains.FindOutlets(drafts);
        var actors = new ContentActors(reading);
        var dates = new ClaimDates(reading, drafts);
        var claims = new List<ExtractedClaim>(drafts.Count);
        var ids = new Dictionary<Draft, string>();
        var made = new Dictionary<Draft, IReadOnlyList<ChainHop>>();
        foreach (var draft in drafts)
        {
            ids[draft] = string.Create(CultureInfo.InvariantCulture, $"a{articleNumber}c{ids.Count + 1}");
            made[draft] = chains.Of(draft, parent => made[parent]);
            claims.Add(Claim(reading, draft, ids, made[draft], actors, dates));
        }
        return claims;
    }

    private static ExtractedClaim Claim(ArticleReading reading, Draft draft, Dictionary<Draft, string> ids, IReadOnlyList<ChainHop> chain, ContentActors actors, ClaimDates dates)
    {
        var act = ActReading.Of(reading, draft);
        var (named, places) = actors.Of(draft);
        var (said, happened) = dates.Of(draft);
        var (saidWords, eventWords) = dates.WordsOf(draft);
        return new ExtractedClaim
        {
            Id = ids[draft],
            Content = draft.Content,
            Cue = draft.Cue,
            Source = draft.Source,
            NamedAt = NamingMention.Of(reading, draft),
            SourceNames = draft.Teller.Names,
            SourceKind = draft.Teller.Kind,
            SourceCount = draft.Teller.Count,
            Affiliation = draft.Teller.Affiliation,
            Chain = chain,
            Parent = draft.Parent is null ? null : ids[draft.Parent],
            Quote = QuoteReading.Of(reading, draft.Content),
            Act = act,
            Negated = Negation.Of(reading, draft, act),
            Hedged = Hedging.Of(reading, draft),
            Actors = named,
            Places = places,
            SaidOn = said,
            EventDate = happened,
            SaidWords = saidWords,
            EventWords = eventWords,
            FoundBy = draft.FoundBy,
            Confidence = Math.Round(Math.Clamp(draft.Confidence, 0, 1), 3),
        };
    }

    /// <summary>Whom the article speaks of.</summary>
    public static IReadOnlyList<ExtractedActor> ActorsOf(Cast cast) =>
        [.. cast.Referents.Where(r => r.Mentions > 0 && !r.IsInformant && r.IsNamed && r.Class is not (SpeakerClass.Document or SpeakerClass.Press))
            .Select(r => new ExtractedActor(r.Names, r.Kind, r.Roles))];
}
