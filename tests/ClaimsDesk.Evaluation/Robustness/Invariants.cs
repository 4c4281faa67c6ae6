using ClaimsDesk.Extraction;
using ClaimsDesk.Extraction.Text;

namespace ClaimsDesk.Evaluation.Robustness;

/// <summary>What holds for the articles and claims of any text, however odd.</summary>
public static class Invariants
{
    /// <summary>The first that a document breaks, in words; null where all hold.</summary>
    public static string? Broken(ExtractedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Notes.FirstOrDefault(n => !IsInside(document.Text, n.Where)) is { } note) return $"the note {note.Code} points outside the text";
        var end = 0;
        foreach (var article in document.Articles)
        {
            if (article.Segment.Start < end || !IsInside(document.Text, article.Segment)) return "articles overlap or leave the text";
            end = article.Segment.End;
            if (!article.Segment.Contains(article.Body)) return "a body leaves its article";
            if (Broken(article) is { } broken) return broken;
        }
        return document.Articles.SelectMany(a => a.Claims).CountBy(c => c.Id).Any(c => c.Value > 1) ? "two claims have one id" : null;
    }

    private static string? Broken(ExtractedArticle article)
    {
        var byId = new Dictionary<string, ExtractedClaim>();
        foreach (var claim in article.Claims)
        {
            if (Broken(claim, article) is { } broken) return $"{claim.Id}: {broken}";
            if (claim.Parent is { } id)
            {
                if (!byId.TryGetValue(id, out var parent)) return $"{claim.Id}: its parent does not come before it";
                if (!claim.Content.All(c => parent.Content.Any(p => p.Contains(c)))) return $"{claim.Id}: it leaves its parent's content";
            }
            byId[claim.Id] = claim;
        }
        return null;
    }

    private static string? Broken(ExtractedClaim claim, ExtractedArticle article)
    {
        if (claim.Content.Count == 0) return "no content";
        foreach (var span in claim.Content.Concat(claim.Cue).Concat(claim.Source))
        {
            if (span.IsEmpty) return "an empty span";
            if (!article.Segment.Contains(span)) return "a span leaves the article";
            if (article.Furniture.Any(f => f.Overlaps(span))) return "furniture in a span";
        }
        if (claim.Content.Zip(claim.Content.Skip(1)).Any(pair => pair.First.End > pair.Second.Start)) return "content spans are not in order";
        if (claim.SourceNames.Count == 0 || claim.SourceNames.Any(string.IsNullOrWhiteSpace)) return "a source without a name";
        if (claim.Chain.Count == 0 || claim.Chain[^1].Name != claim.SourceNames[0]) return "the chain does not end at the source";
        return claim.Confidence is >= 0 and <= 1 ? null : "confidence is no probability";
    }

    private static bool IsInside(SourceText text, TextSpan span) => span.Start >= 0 && span.Start <= span.End && span.End <= text.Length;
}
