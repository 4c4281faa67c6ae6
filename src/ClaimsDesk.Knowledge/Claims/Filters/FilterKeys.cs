using System.Globalization;
using System.Linq.Expressions;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Actors;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Grading;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Claims.Filters;

/// <summary>All keys that choose claims, in the order of the sentence.</summary>
internal static class FilterKeys
{
    public const string Order = "sort", After = "after", Size = "size";

    public static readonly FilterKey<string> Words = new("q")
    {
        Get = f => f.Words,
        Set = (f, v) => f with { Words = v },
        ReadValue = ReadWords,
        WriteValue = words => words,
        Fits = (words, db) =>
        {
            var found = db.ClaimsWithWords(words);
            return claim => found.Contains(claim.Id);
        },
        Lead = "with",
        InWords = (words, _) => words.Contains('"') ? words : $"“{words}”",
        Values = "words to look for",
    };

    public static readonly FilterKey<Pick> Sources = Picked("source", f => f.Sources, (f, v) => f with { Sources = v }, "told by",
        (pick, names) => names.Source(pick), (pick, db) =>
        {
            var told = db.ClaimHops.Where(SourceHop(pick, db)).Select(h => h.ClaimId);
            return claim => told.Contains(claim.Id);
        });

    public static readonly FilterKey<SourceKind> Kinds = Word<SourceKind>("kind", f => f.Kinds, (f, v) => f with { Kinds = v }, "",
        kind => FilterWords.Of(kind), kind => claim => claim.SourceKind == kind);

    public static readonly FilterKey<string> Chain = Text("chain", f => f.Chain, (f, v) => f with { Chain = v }, "through",
        (text, db) =>
        {
            var key = NameKey.Of(text);
            var told = db.ClaimHops.Where(h => h.Source.NameKey.Contains(key)).Select(h => h.ClaimId);
            return claim => told.Contains(claim.Id);
        });

    public static readonly FilterKey<Pick> Ends = Picked("ends", f => f.Ends, (f, v) => f with { Ends = v }, "originating with",
        (pick, names) => names.Source(pick), (pick, db) =>
        {
            var sources = SourceIds(pick, db);
            return claim => sources.Contains(claim.SourceId);
        });

    public static readonly FilterKey<string> Affiliations = Text("affiliation", f => f.Affiliations, (f, v) => f with { Affiliations = v },
        "from sources of", (text, _) =>
        {
            var key = NameKey.Of(text);
            return claim => claim.AffiliationKey != null && claim.AffiliationKey.Contains(key);
        });

    public static readonly FilterKey<Pick> Actors = Picked("actor", f => f.Actors, (f, v) => f with { Actors = v }, "about",
        (pick, names) => names.Actor(pick), (pick, db) => Concerns(pick, ClaimActorPart.About, db));

    public static readonly FilterKey<Pick> Places = Picked("place", f => f.Places, (f, v) => f with { Places = v }, "speaking of",
        (pick, names) => names.Actor(pick), (pick, db) => Concerns(pick, ClaimActorPart.Place, db));

    public static readonly FilterKey<ClaimAct> Acts = Word<ClaimAct>("act", f => f.Acts, (f, v) => f with { Acts = v }, "",
        act => FilterWords.Of(act), act => claim => claim.Act == act);

    public static readonly FilterKey<QuoteKind> Quotes = Word<QuoteKind>("quote", f => f.Quotes, (f, v) => f with { Quotes = v }, "",
        quote => FilterWords.Of(quote), quote => claim => claim.Quote == quote);

    public static readonly FilterKey<bool> Negated = Flag("negated", f => f.Negated, (f, v) => f with { Negated = v },
        yes => yes ? "negated" : "not negated", yes => claim => claim.Negated == yes);

    public static readonly FilterKey<bool> Hedged = Flag("hedged", f => f.Hedged, (f, v) => f with { Hedged = v },
        yes => yes ? "hedged" : "not hedged", yes => claim => claim.Hedged == yes);

    public static readonly FilterKey<Pick> Outlets = Picked("outlet", f => f.Outlets, (f, v) => f with { Outlets = v }, "carried by",
        (pick, names) => names.Source(pick), (pick, db) =>
        {
            var sources = SourceIds(pick, db);
            return claim => claim.OutletId != null && sources.Contains(claim.OutletId.Value);
        });

    public static readonly FilterKey<int> Articles = Number("article", f => f.Articles, (f, v) => f with { Articles = v }, "in",
        (id, names) => names.Article(id), (id, _) => claim => claim.ArticleId == id);

    public static readonly FilterKey<int> Batches = Number("batch", f => f.Batches, (f, v) => f with { Batches = v }, "brought by",
        (id, names) => names.Batch(id), (id, db) =>
        {
            var articles = db.Articles.Where(a => a.SourceFile.BatchId == id).Select(a => a.Id);
            return claim => articles.Contains(claim.ArticleId);
        });

    public static readonly FilterKey<Reliability?> Reliabilities = new("reliability")
    {
        Get = f => f.Reliability,
        Set = (f, v) => f with { Reliability = v },
        ReadValue = FilterWords.TryReadReliability,
        WriteValue = grade => grade?.Code() ?? FilterWords.Unrated,
        Fits = (grade, _) => claim => claim.Reliability == grade,
        Lead = "reliability",
        InWords = (grade, _) => grade?.Code() ?? "not rated",
        Values = "A, B, C, D, E, F or unrated",
    };

    public static readonly FilterKey<Credibility?> Credibilities = new("credibility")
    {
        Get = f => f.Credibility,
        Set = (f, v) => f with { Credibility = v },
        ReadValue = FilterWords.TryReadCredibility,
        WriteValue = grade => grade?.Code() ?? FilterWords.Unrated,
        Fits = (grade, _) => claim => claim.Credibility == grade,
        Lead = "credibility",
        InWords = (grade, _) => grade?.Code() ?? "not rated",
        Values = "1, 2, 3, 4, 5, 6 or unrated",
    };

    public static readonly FilterKey<ClaimStatus> Statuses = Word<ClaimStatus>("status", f => f.Statuses, (f, v) => f with { Statuses = v }, "",
        status => FilterWords.LowerFirst(status.Label()), status => claim => claim.Status == status);

    public static readonly FilterKey<DateSpan> Said = Days("said", f => f.Said, (f, v) => f with { Said = v }, "said",
        (first, last) => claim => claim.SaidOn != null && claim.SaidFirst <= last && claim.SaidLast >= first);

    public static readonly FilterKey<DateSpan> Happened = Days("happened", f => f.Happened, (f, v) => f with { Happened = v }, "dated",
        (first, last) => claim => claim.EventDate != null && claim.EventFirst <= last && claim.EventLast >= first);

    public static readonly FilterKey<DateSpan> Published = Days("published", f => f.Published, (f, v) => f with { Published = v }, "published",
        (first, last) => claim => claim.Published > DateOnly.MinValue && claim.Published <= last && claim.Published >= first);

    public static readonly IReadOnlyList<FilterKey> All =
    [
        Words, Sources, Kinds, Chain, Ends, Affiliations, Actors, Places, Acts, Quotes, Negated, Hedged, Outlets, Articles, Batches,
        Reliabilities, Credibilities, Statuses, Said, Happened, Published,
    ];

    public static IQueryable<int> SourceIds(Pick pick, ClaimsDeskDb db)
    {
        if (pick.Id is { } id) return db.Sources.Where(s => s.Id == id).Select(s => s.Id);
        var key = NameKey.Of(pick.Name!);
        return db.Sources.Where(s => s.NameKey == key).Select(s => s.Id);
    }

    private static Expression<Func<ClaimHop, bool>> SourceHop(Pick pick, ClaimsDeskDb db)
    {
        if (pick.Id is { } id) return hop => hop.SourceId == id;
        var sources = SourceIds(pick, db);
        return hop => sources.Contains(hop.SourceId);
    }

    private static Expression<Func<Claim, bool>> Concerns(Pick pick, ClaimActorPart part, ClaimsDeskDb db)
    {
        var parts = db.ClaimActors.Where(a => a.Part == part);
        if (pick.Id is { } id)
        {
            parts = parts.Where(a => a.ActorId == id);
        }
        else
        {
            var key = NameKey.Of(pick.Name!);
            var bearers = db.Set<ActorName>().Where(n => n.NameKey == key).Select(n => n.ActorId);
            parts = parts.Where(a => bearers.Contains(a.ActorId));
        }
        var claims = parts.Select(a => a.ClaimId);
        return claim => claims.Contains(claim.Id);
    }

    private static FilterKey<Pick> Picked(
        string key, Func<ClaimFilter, Choices<Pick>> get, Func<ClaimFilter, Choices<Pick>, ClaimFilter> set, string lead,
        Func<Pick, FilterNames, string> words, Func<Pick, ClaimsDeskDb, Expression<Func<Claim, bool>>> fits) => new(key)
        {
            Get = get,
            Set = set,
            ReadValue = Pick.TryRead,
            WriteValue = pick => pick.ToString(),
            Fits = fits,
            Lead = lead,
            InWords = words,
            Values = "a name or a number",
        };

    private static FilterKey<T> Word<T>(
        string key, Func<ClaimFilter, Choices<T>> get, Func<ClaimFilter, Choices<T>, ClaimFilter> set, string lead,
        Func<T, string> words, Func<T, Expression<Func<Claim, bool>>> fits) where T : struct, Enum => new(key)
        {
            Get = get,
            Set = set,
            ReadValue = FilterWords.TryReadWord,
            WriteValue = FilterWords.Word,
            Fits = (value, _) => fits(value),
            Lead = lead,
            InWords = (value, _) => words(value),
            Values = string.Join(", ", Enum.GetValues<T>().Select(FilterWords.Word)),
        };

    private static FilterKey<string> Text(
        string key, Func<ClaimFilter, Choices<string>> get, Func<ClaimFilter, Choices<string>, ClaimFilter> set, string lead,
        Func<string, ClaimsDeskDb, Expression<Func<Claim, bool>>> fits) => new(key)
        {
            Get = get,
            Set = set,
            ReadValue = ReadText,
            WriteValue = text => text,
            Fits = fits,
            Lead = lead,
            InWords = (text, _) => $"“{text}”",
            Values = "a part of a name",
        };

    private static FilterKey<bool> Flag(
        string key, Func<ClaimFilter, Choices<bool>> get, Func<ClaimFilter, Choices<bool>, ClaimFilter> set,
        Func<bool, string> words, Func<bool, Expression<Func<Claim, bool>>> fits) => new(key)
        {
            Get = get,
            Set = set,
            ReadValue = bool.TryParse,
            WriteValue = yes => yes ? "true" : "false",
            Fits = (yes, _) => fits(yes),
            InWords = (yes, _) => words(yes),
            Values = "true or false",
        };

    private static FilterKey<int> Number(
        string key, Func<ClaimFilter, Choices<int>> get, Func<ClaimFilter, Choices<int>, ClaimFilter> set, string lead,
        Func<int, FilterNames, string> words, Func<int, ClaimsDeskDb, Expression<Func<Claim, bool>>> fits) => new(key)
        {
            Get = get,
            Set = set,
            ReadValue = FilterWords.TryReadNumber,
            WriteValue = id => id.ToString(CultureInfo.InvariantCulture),
            Fits = fits,
            Lead = lead,
            InWords = words,
            Values = "a number",
        };

    private static FilterKey<DateSpan> Days(
        string key, Func<ClaimFilter, Choices<DateSpan>> get, Func<ClaimFilter, Choices<DateSpan>, ClaimFilter> set, string lead,
        Func<DateOnly, DateOnly, Expression<Func<Claim, bool>>> fits) => new(key)
        {
            Get = get,
            Set = set,
            ReadValue = DateSpan.TryRead,
            WriteValue = span => span.ToString(),
            Fits = (span, _) => fits(span.First, span.Last),
            Lead = lead,
            InWords = (span, _) => DateWords.Of(span),
            Values = "a year, month or day, 2024, 2024-08 or 2024-08-05, or two of them with .. between",
        };

    private static bool ReadWords(string text, out string words)
    {
        words = text.Trim();
        return words.Any(char.IsLetterOrDigit);
    }

    private static bool ReadText(string text, out string part)
    {
        part = text.Trim();
        return NameKey.Of(part).Length > 0;
    }
}
