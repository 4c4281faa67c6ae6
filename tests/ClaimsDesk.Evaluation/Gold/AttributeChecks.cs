using ClaimsDesk.Evaluation.Measures;

namespace ClaimsDesk.Evaluation.Gold;

/// <summary>What is asked of a predicted claim beyond its content.</summary>
public static class AttributeChecks
{
    /// <summary>Each attribute's name, and whether it is right; null where it is not asked.</summary>
    public static IReadOnlyList<(string Name, Func<ComparedClaim, ComparedClaim, bool?> IsRight)> All { get; } =
    [
        ("cue", (g, p) => g.Cue.Overlaps(p.Cue) || (g.Cue.Count == 0 && p.Cue.Count == 0)),
        ("source span", (g, p) => Matching.F1(g.Source, p.Source) >= .5),
        ("source resolved", (g, p) => IsSourceRight(g, p)),
        ("source kind", (g, p) => g.Claim.SourceKind == p.Claim.SourceKind),
        ("anonymous", (g, p) => g.Claim.Anonymous == p.Claim.Anonymous),
        ("quotation", (g, p) => g.Claim.Quote == p.Claim.Quote),
        ("act", (g, p) => g.Claim.Act == p.Claim.Act),
        ("negated", (g, p) => g.Claim.Negated == p.Claim.Negated),
        ("hedged", (g, p) => g.Claim.Hedged == p.Claim.Hedged),
        ("nested", (g, p) => g.IsParentOptional ? null : g.Claim.Parent is null == p.Claim.Parent is null),
        ("said on", (g, p) => g.Claim.SaidOn == p.Claim.SaidOn),
        ("happened on", (g, p) => g.Claim.EventDate == p.Claim.EventDate),
        ("said on, dated claims", (g, p) => g.Claim.SaidOn is null && p.Claim.SaidOn is null ? null : g.Claim.SaidOn == p.Claim.SaidOn),
        ("happened on, dated claims", (g, p) => g.Claim.EventDate is null && p.Claim.EventDate is null ? null : g.Claim.EventDate == p.Claim.EventDate),
    ];

    /// <summary>The first predicted name is among the accepted ones; no name stands for nobody in particular.</summary>
    public static bool IsSourceRight(ComparedClaim gold, ComparedClaim predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        return gold.Names.Contains(predicted.Names.Count > 0 ? predicted.Names[0] : "unspecified");
    }

    /// <summary>Content (matched already), source and wording are right.</summary>
    public static bool IsRightEndToEnd(ComparedClaim gold, ComparedClaim predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        return IsSourceRight(gold, predicted) && gold.Claim.Quote == predicted.Claim.Quote;
    }

    /// <summary>Actors of a matched pair; those that are optional never count.</summary>
    public static Counts Actors(AnnotatedClaim gold, AnnotatedClaim predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        var wanted = gold.Actors.Select(ComparedName.OfAll).ToList();
        var optional = gold.ActorsOptional.Select(ComparedName.OfAll).ToList();
        var left = wanted.ToList();
        int right = 0, given = 0;
        foreach (var name in predicted.Actors.Select(ComparedName.OfAll).Where(n => n.Count > 0).Select(n => n[0]).Distinct())
        {
            var hit = left.Find(w => w.Contains(name));
            if (hit is not null) left.Remove(hit);
            if (hit is not null) right++;
            if (hit is not null || !optional.Exists(o => o.Contains(name))) given++;
        }
        return new Counts(right, given, wanted.Count);
    }
}
