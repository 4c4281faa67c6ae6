using System.Linq.Expressions;
using ClaimsDesk.Extraction.Claims;
using ClaimsDesk.Knowledge.Data;
using ClaimsDesk.Knowledge.Sources;

namespace ClaimsDesk.Knowledge.Claims.Filters.Keys;

/// <summary>The keys that ask who tells a claim.</summary>
internal static class TellerKeys
{
    public static readonly FilterKey<Pick> Sources = KeyOf.Record("source", f => f.Sources, (f, v) => f with { Sources = v }, "told by",
        (pick, names) => names.Source(pick), (pick, scope) =>
        {
            var told = scope.Db.ClaimHops.Where(SourceHop(pick, scope.Db)).Select(h => h.ClaimId);
            return claim => told.Contains(claim.Id);
        });

    public static readonly FilterKey<SourceKind> Kinds = KeyOf.Word<SourceKind>("kind", f => f.Kinds, (f, v) => f with { Kinds = v },
        kind => FilterWords.Of(kind), kind => claim => claim.SourceKind == kind);

    public static readonly FilterKey<string> Chain = KeyOf.Text("chain", f => f.Chain, (f, v) => f with { Chain = v }, "through",
        (text, scope) =>
        {
            var named = SourcesNamed(text, scope.Db).Select(s => s.Id);
            var told = scope.Db.ClaimHops.Where(h => named.Contains(h.SourceId)).Select(h => h.ClaimId);
            return claim => told.Contains(claim.Id);
        });

    // A claim keeps the first of joint sources as its own; the others of the last hop are found among the hops, where they are few.
    public static readonly FilterKey<Pick> Ends = KeyOf.Record("ends", f => f.Ends, (f, v) => f with { Ends = v }, "originating with",
        (pick, names) => names.Source(pick), (pick, scope) =>
        {
            var sources = SourceIds(pick, scope.Db);
            var hops = scope.Db.ClaimHops;
            var jointly = hops.Where(h => h.Joint > 0 && sources.Contains(h.SourceId) && !hops.Any(later => later.ClaimId == h.ClaimId && later.Position > h.Position))
                .Select(h => h.ClaimId);
            return claim => sources.Contains(claim.SourceId) || jointly.Contains(claim.Id);
        });

    public static readonly FilterKey<string> Affiliations = KeyOf.Text("affiliation", f => f.Affiliations, (f, v) => f with { Affiliations = v },
        "affiliated with", (text, _) =>
        {
            if (FilterWords.IsNone(text)) return claim => claim.AffiliationKey == null;
            var key = NameKey.Of(text);
            return claim => claim.AffiliationKey != null && claim.AffiliationKey.Contains(key);
        }, none: "nobody");

    /// <summary>The sources whose names hold this.</summary>
    public static IQueryable<Source> SourcesNamed(string part, ClaimsDeskDb db)
    {
        var key = NameKey.Of(part);
        return db.Sources.Where(s => s.NameKey.Contains(key));
    }

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
}
