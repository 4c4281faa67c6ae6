using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>Brings together what the model and the rules found, so that one cue makes one claim.</summary>
internal static class DraftMerge
{
    private const double SameContent = 0.85;

    /// <summary>The drafts of the article, each cue once.</summary>
    public static IReadOnlyList<Draft> Merge(ArticleReading reading, IEnumerable<Draft> fromModel, IEnumerable<Draft> fromRules)
    {
        var bySentence = fromModel.Where(d => !NotCues.IsNone(reading, d)).GroupBy(d => d.Sentence).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var rule in fromRules)
        {
            if (!bySentence.TryGetValue(rule.Sentence, out var drafts)) bySentence[rule.Sentence] = drafts = [];
            var same = drafts.FindIndex(d => SameCue(d, rule));
            if (same < 0) drafts.Add(rule);
            else drafts[same] = Of(drafts[same], rule);
        }
        return [.. bySentence.Values.SelectMany(d => WithoutDoubles(reading, d))];
    }

    private static bool SameCue(Draft one, Draft other) => one.Cue.Any(a => other.Cue.Any(a.Overlaps));

    /// <summary>Of two readings of one cue a refusal wins, since it knows more; else the model's words with what it did not see.</summary>
    private static Draft Of(Draft first, Draft rule)
    {
        if (rule.Act is not null && first.Act is null) return rule;
        if (first.Source.Count == 0 && rule.Source.Count > 0 && !rule.Source.Any(s => first.Content.Any(s.Overlaps))) first.Source = rule.Source;
        return first;
    }

    /// <summary>"expressed concern that …": one claim, though both words are cues.</summary>
    private static List<Draft> WithoutDoubles(ArticleReading reading, List<Draft> drafts)
    {
        var kept = new List<Draft>();
        foreach (var draft in drafts.OrderBy(d => d.CueHull.Start))
        {
            var double_ = kept.FindIndex(k => IsDouble(k, draft));
            if (double_ < 0) { kept.Add(draft); continue; }
            kept[double_] = Joined(kept[double_], draft);
        }
        _ = reading;
        return kept;
    }

    private static bool IsDouble(Draft one, Draft other) =>
        Overlap(one, other) >= SameContent && (one.Source.Count == 0 || other.Source.Count == 0 || one.Source.Any(s => other.Source.Any(s.Overlaps)))
        && (one.CueHull.Overlaps(other.ContentHull) || other.CueHull.Overlaps(one.ContentHull) || one.CueHull.Start - other.CueHull.End is > -40 and < 40);

    private static Draft Joined(Draft outer, Draft inner)
    {
        var holdsCue = inner.Cue.Count > 0 && inner.Cue.All(outer.Holds);
        var main = holdsCue ? inner : outer;
        return new Draft
        {
            Content = main.Content,
            Cue = [.. outer.Cue.Concat(inner.Cue).Distinct().Order()],
            Source = outer.Source.Count > 0 ? outer.Source : inner.Source,
            Sentence = outer.Sentence,
            CueWord = main.CueWord,
            Reporting = main.Reporting ?? outer.Reporting,
            FoundBy = outer.FoundBy,
            Confidence = Math.Max(outer.Confidence, inner.Confidence),
            Act = outer.Act ?? inner.Act,
            IsNegated = outer.IsNegated || inner.IsNegated,
        };
    }

    /// <summary>Shared characters as a part of the longer content.</summary>
    private static double Overlap(Draft one, Draft other)
    {
        var shared = one.Content.Sum(a => other.Content.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
        return (double)shared / Math.Max(Length(one.Content), Length(other.Content));
    }

    private static int Length(IReadOnlyList<TextSpan> spans) => spans.Sum(s => s.Length);
}
