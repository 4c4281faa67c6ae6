using ClaimsDesk.Extraction.Claims.Rules;

namespace ClaimsDesk.Extraction.Claims;

/// <summary>The rules and the model that find claims, in words.</summary>
public static class Finder
{
    private static readonly Dictionary<string, string> Reasons = DraftRules.InOrder.Select(rule => (rule.Name, rule.Why))
        .Append((SignedQuotations.Name, SignedQuotations.Why))
        .Append((SpeakerTurns.Name, SpeakerTurns.Why))
        .Append((ContinuedQuotation.Name, ContinuedQuotation.Why))
        .Append(("encoder", "The language model read the cue as words that tell, and the content and the source as what belongs to it."))
        .ToDictionary(f => f.Item1, f => f.Item2, StringComparer.Ordinal);

    /// <summary>In one sentence what the finder of that name looks for; null where there is none of that name any more.</summary>
    public static string? Why(string foundBy) => Reasons.GetValueOrDefault(foundBy);
}
