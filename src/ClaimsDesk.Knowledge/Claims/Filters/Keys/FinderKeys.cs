namespace ClaimsDesk.Knowledge.Claims.Filters.Keys;

/// <summary>The key that asks how sure a claim's finder is.</summary>
internal static class FinderKeys
{
    public static readonly FilterKey<ConfidenceSpan> Confidence = new("confidence")
    {
        Get = f => f.Confidence,
        Set = (f, v) => f with { Confidence = v },
        ReadValue = ConfidenceSpan.TryRead,
        WriteValue = span => span.ToString(),
        Fits = (span, _) => claim => claim.Confidence >= span.Least && claim.Confidence <= span.Most,
        Lead = "found with a confidence",
        NotLead = "not found with a confidence",
        InWords = (span, _) => span.InWords(),
        Values = "two numbers between 0 and 1 with .. between, such as 0.8.., ..0.5 or 0.5..0.8",
    };
}
