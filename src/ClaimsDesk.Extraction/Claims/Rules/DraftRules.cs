namespace ClaimsDesk.Extraction.Claims.Rules;

/// <summary>The rules that read one sentence at a time.</summary>
internal static class DraftRules
{
    /// <summary>In this order: of two rules that find one cue the first has it.</summary>
    public static IReadOnlyList<IDraftRule> InOrder { get; } =
        [new Refusal(), new AccordingTo(), new InsertedCue(), new EvidenceAdverb(), new ReportedThing(), new ReportingVerb(), new AttributionNoun(), new QuotedWords(), new QuotativeLike(), new Attitude()];
}
