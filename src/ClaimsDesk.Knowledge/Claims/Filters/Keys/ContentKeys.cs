using System.Linq.Expressions;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Data.FullText;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Claims.Filters.Keys;

/// <summary>The keys that ask what is claimed, about whom, and how.</summary>
internal static class ContentKeys
{
    public static readonly FilterKey<string> Words = new("q")
    {
        Get = f => f.Words,
        Set = (f, v) => f with { Words = v },
        ReadValue = ReadWords,
        WriteValue = words => words,
        Fits = (words, scope) => scope.Db.HasWords(words),
        Lead = "with",
        NotLead = "without",
        InWords = (words, _) => words.Contains('"') ? words : $"“{words}”",
        Values = "words, \"phrases\" and word* to look for, with AND, OR, NOT and parentheses that close",
    };

    public static readonly FilterKey<Pick> Actors = KeyOf.Record("actor", f => f.Actors, (f, v) => f with { Actors = v }, "about",
        (pick, names) => names.Actor(pick), (pick, scope) => Concerns(pick, ClaimActorPart.About, scope), none: "nobody named");

    public static readonly FilterKey<Pick> Places = KeyOf.Record("place", f => f.Places, (f, v) => f with { Places = v }, "speaking of",
        (pick, names) => names.Actor(pick), (pick, scope) => Concerns(pick, ClaimActorPart.Place, scope), none: "no place");

    public static readonly FilterKey<ClaimAct> Acts = KeyOf.Word<ClaimAct>("act", f => f.Acts, (f, v) => f with { Acts = v },
        act => FilterWords.Of(act), act => claim => claim.Act == act, not: "no");

    public static readonly FilterKey<QuoteKind> Quotes = KeyOf.Word<QuoteKind>("quote", f => f.Quotes, (f, v) => f with { Quotes = v },
        quote => FilterWords.Of(quote), quote => claim => claim.Quote == quote);

    public static readonly FilterKey<bool> Negated = KeyOf.Flag("negated", f => f.Negated, (f, v) => f with { Negated = v },
        yes => claim => claim.Negated == yes);

    public static readonly FilterKey<bool> Hedged = KeyOf.Flag("hedged", f => f.Hedged, (f, v) => f with { Hedged = v },
        yes => claim => claim.Hedged == yes);

    private static Expression<Func<Claim, bool>> Concerns(Pick pick, ClaimActorPart part, FilterScope scope)
    {
        var parts = scope.Db.ClaimActors.Where(a => a.Part == part);
        if (pick.IsNone)
        {
            var named = parts.Select(a => a.ClaimId);
            return claim => !named.Contains(claim.Id);
        }
        if (pick.Id is { } id)
        {
            parts = parts.Where(a => a.ActorId == id);
        }
        else
        {
            var key = NameKey.Of(pick.Name!);
            var bearers = scope.Db.Set<ActorName>().Where(n => n.NameKey == key).Select(n => n.ActorId);
            parts = parts.Where(a => bearers.Contains(a.ActorId));
        }
        var claims = parts.Select(a => a.ClaimId);
        return claim => claims.Contains(claim.Id);
    }

    private static bool ReadWords(string text, out string words)
    {
        words = text.Trim();
        return SearchQuery.TryRead(words, out _, out _);
    }
}
